/** `shizi import staff FILE --profile P`: the same check, preview and commit, run in this process to the end. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { type Database, database } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { nameKeys } from '../name-keys.ts'
import { type BatchState, type Counts, noCounts, type ProblemCode, type Profile } from './batch.ts'
import { clearStaging, runCheck } from './check.server.ts'
import { runCommit } from './commit.server.ts'
import { builtInProfile, type Root } from './profiles/index.ts'
import { recoverInterrupted } from './recover.server.ts'
import { keepSheet } from './upload.server.ts'

export type ImportCommand = {
  /** .xlsx, .csv, or a .csv.gz that is unpacked on the way. */
  file: string
  /** A built-in key, or the name of a saved profile. */
  profile: string
  /** YYYY-MM-DD; today where it is left out, or the start of the school year where the profile knows it. */
  asOf?: string
  dryRun?: boolean
  /** Code of the organisation below which everything stands; the profile's own root where it is left out. */
  organisation?: string
}

export type ImportReport = {
  ok: boolean
  reason: string | null
  batchId: string | null
  state: BatchState | null
  counts: Counts
  digest: string | null
  /** Milliseconds of check and commit. */
  times: { check: number; commit: number }
}

const AUTHOR = 'shizi import'

/** Imports a file to the end. Exit code 0: committed, or nothing to do; 1: refused; 2: wrong usage. */
export async function runImportCommand(
  command: ImportCommand,
): Promise<{ exitCode: 0 | 1 | 2; report: ImportReport }> {
  const opened = await database()
  await recoverInterrupted()
  const asOf = command.asOf ?? defaultDay(command.profile)
  if (!isPlainDate(asOf)) return usage('as_of_not_a_date')
  const profile = await findProfile(opened, command.profile)
  if (!profile) return usage('profile_unknown')
  const place = await placeOf(opened, command.organisation, profile.root)
  if (!place) return usage('organisation_not_found')
  const kept = await keepSheet(opened.db, { name: baseName(command.file), stream: streamOf(command.file) })
  if (!kept.ok) return answer(1, { reason: kept.reason })
  const { root: _, ...plain } = profile
  const batchId = await createCliBatch(opened, plain, place.id, kept.fileId, asOf)
  const report = await runBatch(opened, batchId, command.dryRun === true)
  if (command.dryRun) await forget(opened, batchId, place)
  return { exitCode: report.ok ? 0 : 1, report }
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
    times,
  }
  return { exitCode, report: { ...empty, ...partial } }
}

function usage(reason: string) {
  return answer(2, { reason })
}

function defaultDay(profile: string): string {
  return profile === 'pa-2012-k12' ? '2012-09-01' : today()
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

async function findProfile({ db }: Database, key: string): Promise<(Profile & { root?: Root }) | null> {
  const builtIn = builtInProfile(key)
  if (builtIn) return builtIn
  const saved = await db.importProfile.findFirst({ where: { name: key }, orderBy: { updatedAt: 'desc' } })
  if (!saved) return null
  const { id, name, source } = saved
  return {
    id,
    key: name,
    name,
    source,
    mapping: saved.mapping as Profile['mapping'],
    options: saved.options as Profile['options'],
  }
}

type Place = { id: string; isNew: boolean }

async function placeOf(
  { db }: Database,
  code: string | undefined,
  root: Root | undefined,
): Promise<Place | null> {
  const wanted = code ?? root?.code
  const there = wanted
    ? await db.organisation.findUnique({ where: { code: wanted }, select: { id: true } })
    : null
  if (there) return { id: there.id, isNew: false }
  if (!root || code !== undefined) return code === undefined ? onlyPrefecture(db) : null
  const id = newId()
  const { sortKey } = nameKeys(root.name)
  await db.$transaction(async (tx) => {
    await tx.organisation.create({ data: { id, ...root, sortKey, lineage: [], stages: [] } })
    await appendAudit(tx, { accountId: null, displayName: AUTHOR }, [
      {
        action: 'organisation.created',
        organisationId: id,
        subject: `organisation:${id}`,
        after: { ...root },
      },
    ])
  })
  return { id, isNew: true }
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
  organisationId: string,
  fileId: string,
  asOf: string,
): Promise<string> {
  const id = newId()
  await db.importBatch.create({
    data: {
      id,
      organisationId,
      fileId,
      asOf: toDbDate(asOf),
      complete: profile.options.complete,
      state: 'checking',
      profile,
      counts: noCounts,
      warnings: [],
      createdByName: AUTHOR,
      startedByName: AUTHOR,
    },
  })
  return id
}

async function runBatch({ db }: Database, batchId: string, dryRun: boolean): Promise<ImportReport> {
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
async function forget(opened: Database, batchId: string, place: Place): Promise<void> {
  const { db } = opened
  const { fileId } = await db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
  await clearStaging(opened, batchId)
  await db.importBatch.delete({ where: { id: batchId } })
  await db.storedFile.delete({ where: { id: fileId } })
  if (place.isNew) await db.organisation.delete({ where: { id: place.id } })
}
