/** `shizi import SUBJECT FILE`: the same check, preview and commit, run in this process to the end. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { today } from '#app/platform/clock.server.ts'
import { type Database, database } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import { deleteFile, readFile } from '#app/platform/files/stored-file.server.ts'
import { newId } from '#app/platform/ids.ts'
import { profileOf } from './batch.queries.server.ts'
import {
  type BatchState,
  type Counts,
  noCounts,
  type ProblemCode,
  type Profile,
  plainOptions,
} from './batch.ts'
import { runCheck } from './check.server.ts'
import { guessedMapping } from './choose-profile.ts'
import { runCommit } from './commit.server.ts'
import { clearStaging } from './comparison.sql.server.ts'
import { missingFields } from './mapping-refusal.ts'
import { openBatchSheet } from './reading.server.ts'
import { recoverInterrupted } from './recover.server.ts'
import { type BuiltIn, type Root, type Subject, subjectOf } from './subject.ts'
import { keepSheet } from './upload.server.ts'

export type ImportCommand = {
  /** What the file is about: a subject's name. */
  subject: string
  /** .xlsx, .csv, or a .csv.gz that is unpacked on the way. */
  file: string
  /** A built-in key, or the name of a saved profile; without it columns are found by their headings. */
  profile?: string
  /** YYYY-MM-DD; today where it is left out, or the start of the school year where the profile knows it. */
  asOf?: string
  dryRun?: boolean
  /** Code of the organisation below which everything stands; the file's own root where it is left out. */
  organisation?: string
}

export type ImportReport = {
  ok: boolean
  reason: string | null
  batchId: string | null
  state: BatchState | null
  counts: Counts
  digest: string | null
  /** The first rows that were not taken, and the codes of why. */
  rejected: { row: number; name: string; why: string }[]
  /** Milliseconds of check and commit. */
  times: { check: number; commit: number }
}

const AUTHOR = 'shizi import'
const SHOWN_ROWS = 50

/** Imports a file to the end. Exit code 0: committed, or nothing to do; 1: refused; 2: wrong usage. */
export async function runImportCommand(
  command: ImportCommand,
): Promise<{ exitCode: 0 | 1 | 2; report: ImportReport }> {
  const opened = await database()
  await recoverInterrupted()
  const subject = await subjectOf(command.subject)
  const named = await findProfile(opened, command.subject, subject, command.profile)
  if (!named) return usage('profile_unknown')
  const asOf = command.asOf ?? named.asOf ?? today()
  if (!isPlainDate(asOf)) return usage('as_of_not_a_date')
  const kept = await keepSheet(opened.db, { name: baseName(command.file), stream: streamOf(command.file) })
  if (!kept.ok) return answer(1, { reason: kept.reason })
  const told = command.profile === undefined ? await tellItself(opened, subject, named, kept.fileId) : named
  if ('refused' in told) {
    await deleteFile(opened.db, kept.fileId)
    return answer(1, { reason: told.refused })
  }
  const { root, asOf: _, ...profile } = told
  const place = await placeOf(opened, subject, command.organisation, root)
  if (!place) {
    await deleteFile(opened.db, kept.fileId)
    return usage('organisation_not_found')
  }
  const batch = { subject: command.subject, organisationId: place.id, fileId: kept.fileId, asOf }
  const batchId = await createCliBatch(opened, profile, batch)
  const ran = await runBatch(opened, batchId, command.dryRun === true)
  const report = { ...ran, rejected: await rejectedOf(opened, subject, batchId) }
  if (command.dryRun) await forget(opened, subject, batchId, place)
  return { exitCode: report.ok ? 0 : 1, report }
}

/** The file's own mapping and root, where nobody said how it is to be read. */
async function tellItself(
  { db }: Database,
  subject: Subject,
  profile: BuiltIn,
  fileId: string,
): Promise<BuiltIn | { refused: string }> {
  const read = await openBatchSheet(subject, await readFile(db, fileId), profile.options)
  if (!read.ok) return { refused: read.problem.code }
  const mapping = guessedMapping(subject, read.sheet)
  if (missingFields(subject, mapping).length > 0) return { refused: 'columns_missing' }
  return { ...profile, mapping, root: (await subject.rootIn?.(read.sheet, mapping)) ?? undefined }
}

function answer(exitCode: 0 | 1 | 2, partial: Partial<ImportReport>) {
  const times = { check: 0, commit: 0 }
  const empty = {
    ok: exitCode === 0,
    reason: null,
    batchId: null,
    state: null,
    counts: noCounts,
    digest: null,
    rejected: [],
    times,
  }
  return { exitCode, report: { ...empty, ...partial } }
}

function usage(reason: string) {
  return answer(2, { reason })
}

function baseName(file: string): string {
  return (file.split(/[/\\]/).at(-1) ?? file).replace(/\.gz$/i, '')
}

function streamOf(file: string): AsyncIterable<Uint8Array> {
  const source = createReadStream(file)
  if (!/\.gz$/i.test(file)) return source
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  return source.pipe(unpacked)
}

async function findProfile(
  { db }: Database,
  subjectName: string,
  { profiles, source }: Subject,
  key: string | undefined,
): Promise<BuiltIn | null> {
  if (key === undefined) return { id: null, key: '', name: '', source, mapping: {}, options: plainOptions }
  const builtIn = profiles.find((profile) => profile.key === key)
  if (builtIn) return builtIn
  const saved = await db.importProfile.findFirst({
    where: { name: key, subject: subjectName },
    orderBy: { updatedAt: 'desc' },
  })
  return saved && { ...profileOf(saved), key: saved.name }
}

type Place = { id: string; isNew: boolean }

async function placeOf(
  opened: Database,
  subject: Subject,
  code: string | undefined,
  root: Root | undefined,
): Promise<Place | null> {
  const wanted = code ?? root?.code
  const there = wanted
    ? await opened.db.organisation.findUnique({ where: { code: wanted }, select: { id: true } })
    : null
  if (there) return { id: there.id, isNew: false }
  if (code !== undefined) return null
  if (!root || !subject.makeRoot) return onlyPrefecture(opened.db)
  return { id: await subject.makeRoot(opened, root, AUTHOR), isNew: true }
}

/** Where there is one prefecture, it need not be named. */
async function onlyPrefecture(db: Database['db']): Promise<Place | null> {
  const roots = await db.organisation.findMany({ where: { parentId: null }, select: { id: true }, take: 2 })
  const [only] = roots
  return only && roots.length === 1 ? { id: only.id, isNew: false } : null
}

async function createCliBatch(
  { db }: Database,
  profile: Profile,
  { asOf, ...batch }: { subject: string; organisationId: string; fileId: string; asOf: string },
): Promise<string> {
  const id = newId()
  await db.importBatch.create({
    data: {
      ...{ id, ...batch, profile, counts: noCounts, warnings: [], state: 'checking' },
      ...{ asOf: toDbDate(asOf), complete: profile.options.complete },
      ...{ createdByName: AUTHOR, startedByName: AUTHOR },
    },
  })
  return id
}

async function rejectedOf(
  { db }: Database,
  { table }: Subject,
  batchId: string,
): Promise<ImportReport['rejected']> {
  return db.$queryRaw`
    select r.row_number as row, r.name, string_agg(i.code, ', ' order by i.no) as why from ${sqlName(table)} r
    join import_issue i on i.batch_id = r.batch_id and i.row_number = r.row_number
    where r.batch_id = ${batchId}::uuid and r.outcome in ('rejected', 'conflict')
    group by r.row_number, r.name order by r.row_number limit ${SHOWN_ROWS}`
}

async function runBatch(
  { db }: Database,
  batchId: string,
  dryRun: boolean,
): Promise<Omit<ImportReport, 'rejected'>> {
  const started = Date.now()
  await runCheck(batchId)
  const checked = Date.now()
  const batch = await db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
  const counts = batch.counts as Counts
  const hasWork = counts.new + counts.changed + counts.left > 0
  if (batch.state === 'ready' && hasWork && !dryRun) {
    await db.importBatch.update({ where: { id: batchId }, data: { state: 'committing' } })
    await runCommit(batchId)
  }
  const after = await db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
  const state = after.state as BatchState
  const ok = state === 'committed' || (state === 'ready' && (dryRun || !hasWork))
  return {
    ok,
    reason: (after.problem as ProblemCode | null) ?? (ok && !hasWork ? 'nothing_to_do' : null),
    batchId: dryRun ? null : batchId,
    state,
    counts,
    digest: after.digest,
    times: { check: checked - started, commit: Date.now() - checked },
  }
}

/** A dry run leaves nothing behind but its audit entry, if it had to make a root. */
async function forget({ db }: Database, subject: Subject, batchId: string, place: Place): Promise<void> {
  const { fileId } = await db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
  await clearStaging(db, subject, batchId)
  await db.importBatch.delete({ where: { id: batchId } })
  await db.storedFile.delete({ where: { id: fileId } })
  if (place.isNew) await db.organisation.delete({ where: { id: place.id } })
}
