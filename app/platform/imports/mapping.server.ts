/** From headings to fields: what is suggested, what a person decides, and what is remembered for the next file. */

import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Outcome } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { readFile } from '#app/platform/files/stored-file.server.ts'
import { newId } from '#app/platform/ids.ts'
import { bareNumber } from '#app/platform/sheets/bare-number.ts'
import type { Sheet, SheetWarning } from '#app/platform/sheets/sheet.ts'
import { listProfiles } from './batch.queries.server.ts'
import {
  type Mapping,
  type MappingRefusal,
  type Profile,
  type ProfileOptions,
  plainOptions,
  type UploadRefusal,
} from './batch.ts'
import { chooseProfile, type Difference } from './choose-profile.ts'
import { missingFields, refusalOf } from './mapping-refusal.ts'
import { type ReachedBatch, reachBatch } from './reach.server.ts'
import { openBatchSheet, type ReadingChoice } from './reading.server.ts'
import { type Subject, subjectOf } from './subject.ts'

const SAMPLE_ROWS = 8
const LONGEST_NAME = 60

type Choice = { profileKey?: string | undefined } & Omit<ReadingChoice, 'takeIn'>

/** What the mapping page shows. */
export type ProfileSuggestion = {
  headings: string[]
  /** The first rows, cell by cell, private numbers masked. */
  samples: string[][]
  headingRow: number
  headingRows: number
  /** The visible sheets of a workbook, and which of them are read. */
  sheets: Sheet['sheets']
  format: 'xlsx' | 'csv'
  encoding: string | null
  warnings: SheetWarning[]
  profile: Profile
  /** The headings are exactly those of a saved or built-in profile. */
  isKnown: boolean
  /** What has changed since such a file was mapped last: columns that are new, and mapped ones that are gone. */
  differs: Difference | null
  /** Required and not mapped: one of each group is needed. */
  missing: string[][]
}

/** The mapping to begin with: the one chosen, the one already set, a profile with these headings, or the best guess. */
export async function suggestProfile(
  db: Db,
  actor: Actor,
  batchId: string,
  choice: Choice = {},
): Promise<Outcome<{ suggestion: ProfileSuggestion }, 'not_found' | UploadRefusal>> {
  const batch = await reachBatch(db, actor, batchId)
  if (!batch) return { ok: false, reason: 'not_found' }
  const subject = await subjectOf(batch.subject)
  const set = batch.profile as Profile | null
  const reading = readingOf(choice, set)
  const opened = await openStored(db, subject, batch, reading)
  if (!opened.ok) return opened
  const { sheet } = opened
  const profiles = await listProfiles(db, actor, batch.subject, batch.organisationId)
  const {
    profile,
    isKnown,
    isSet = false,
    differs,
  } = chooseProfile(subject, sheet, profiles, choice.profileKey, set)
  // What was decided for this very file stands; what is remembered of another one yields to what this one says of itself.
  const own = isSet
    ? {}
    : { fixed: await fixedFor(db, subject, batch, sheet, profile), complete: batch.complete }
  const options = { ...profile.options, ...reading, ...own }
  const suggestion: ProfileSuggestion = {
    headings: sheet.headings,
    samples: await sampleRows(subject, sheet, profile.mapping),
    headingRow: sheet.headingRow,
    headingRows: sheet.headingRows,
    sheets: sheet.sheets,
    format: sheet.format,
    encoding: sheet.encoding ?? null,
    warnings: sheet.warnings(),
    profile: { ...profile, options },
    isKnown,
    differs,
    missing: missingFields(subject, { ...options.fixed, ...profile.mapping }),
  }
  return { ok: true, suggestion }
}

type OpenedStored =
  | { ok: true; sheet: Sheet }
  | { ok: false; reason: UploadRefusal; values?: Record<string, number> }

/** Whoever chooses anything about the reading chooses all of it: the headings of another sheet stand elsewhere. */
function readingOf({ headingRow, headingRows, sheets }: Choice, set: Profile | null): ReadingChoice {
  const isChosen = headingRow !== undefined || headingRows !== undefined || sheets !== undefined
  if (isChosen || !set) return { headingRow, headingRows, sheets }
  const { options } = set
  return { headingRow: options.headingRow, headingRows: options.headingRows, sheets: options.sheets }
}

/** What every row has where no column says it: told by the title, the sheet's name or the file's. */
async function fixedFor(db: Db, subject: Subject, batch: ReachedBatch, sheet: Sheet, profile: Profile) {
  if (!subject.fixedBy) return profile.options.fixed
  const texts = [...sheet.titles, sheet.sheetName ?? '', batch.file.name]
  return { ...profile.options.fixed, ...(await subject.fixedBy(db, batch.organisationId, texts, profile)) }
}

async function openStored(
  db: Db,
  subject: Subject,
  batch: ReachedBatch,
  reading: ReadingChoice,
): Promise<OpenedStored> {
  const opened = await openBatchSheet(subject, await readFile(db, batch.fileId), reading)
  if (opened.ok) return opened
  const { code, ...values } = opened.problem
  return { ok: false, reason: code, values }
}

/** The first rows; long numbers masked wherever they stand, and what is private where it is mapped. */
async function sampleRows({ fields }: Subject, sheet: Sheet, mapping: Mapping): Promise<string[][]> {
  const isPrivate = sheet.headings.map((heading) =>
    Object.entries(mapping).some(([key, mapped]) => mapped === heading && fields[key]?.isPrivate),
  )
  for await (const step of sheet.batches(SAMPLE_ROWS)) {
    if (!step.ok) return []
    return step.rows.map(({ cells }) => cells.map((cell, column) => masked(cell, isPrivate[column] === true)))
  }
  return []
}

/** The area and the end of an identity number tell a person theirs; of other private texts the end alone. */
function masked(cell: string, isPrivate: boolean): string {
  const bare = bareNumber(cell) ?? ''
  if (/^\d{14,18}[\dXx]?$/.test(bare))
    return `${bare.slice(0, 6)}${'*'.repeat(bare.length - 10)}${bare.slice(-4)}`
  return isPrivate && cell.length > 4 ? `${'*'.repeat(cell.length - 4)}${cell.slice(-4)}` : cell
}

export type MappingChoice = {
  mapping: Mapping
  options?: Partial<ProfileOptions>
  /** Namespace of the source's own keys. */
  source?: string
  /** Save it under this name for the next file. */
  saveAs?: string
}

/** Sets how the batch's sheet is read; state `mapped`. */
export async function setMapping(
  db: Db,
  actor: Actor,
  batchId: string,
  choice: MappingChoice,
): Promise<Outcome<object, MappingRefusal>> {
  const batch = await reachBatch(db, actor, batchId)
  if (!batch) return { ok: false, reason: 'not_found' }
  if (!['uploaded', 'mapped', 'ready'].includes(batch.state)) return { ok: false, reason: 'wrong_state' }
  const asked = { ...plainOptions, ...choice.options }
  const options: ProfileOptions = { ...asked, takeIn: asked.takeIn ?? takenInBefore(batch, asked) }
  const subject = await subjectOf(batch.subject)
  const needs = subject.ticks.flatMap((tick) => (options.ticked.includes(tick.key) && tick.needs) || [])
  if (needs.some((action) => !can(actor, action, batch.organisation)))
    return { ok: false, reason: 'forbidden' }
  const opened = await openStored(db, subject, batch, options)
  if (!opened.ok) return { ok: false, reason: 'heading_unknown' }
  const refused = refusalOf(subject, choice.mapping, options, opened.sheet.headings)
  if (refused) return { ok: false, ...refused }
  // Without a name it is remembered as the sender's usual way.
  const name = choice.saveAs?.trim() || batch.organisation.name
  const source = choice.source?.trim() || subject.source
  const plain: Profile = {
    id: null,
    key: name,
    name: choice.saveAs?.trim() ?? '',
    source,
    mapping: choice.mapping,
    options,
  }
  await db.importBatch.update({
    where: { id: batchId },
    data: { state: 'mapped', profile: plain, complete: options.complete, problem: null },
  })
  const { headings } = opened.sheet
  const isNamed = Boolean(choice.saveAs?.trim())
  const fixed = isNamed ? options.fixed : withoutPlaces(subject, options.fixed)
  await saveProfile(db, batch, {
    ...plain,
    name: name.slice(0, LONGEST_NAME),
    options: { ...options, headings, fixed },
  })
  return { ok: true }
}

/** The school of one file is not the next one's: only who gives a mapping a name of its own keeps it. */
function withoutPlaces({ fields }: Subject, fixed: ProfileOptions['fixed']): ProfileOptions['fixed'] {
  const kept = Object.entries(fixed ?? {}).filter(([key]) => fields[key]?.everyRow !== 'organisation')
  return Object.fromEntries(kept)
}

/** Rows that were taken in stay so while the sheet is read as it was. */
function takenInBefore({ profile }: ReachedBatch, now: ProfileOptions): number[] | undefined {
  const before = (profile as Profile | null)?.options
  const of = ({ headingRow, headingRows, sheets }: ProfileOptions) =>
    [headingRow, headingRows, ...(sheets ?? [])].join()
  return before && of(before) === of(now) ? before.takeIn : undefined
}

/** Takes rows in that were left out as no data; the batch is then to be checked again. */
export async function takeRowsIn(
  db: Db,
  actor: Actor,
  batchId: string,
  rows: readonly number[],
): Promise<Outcome<object, MappingRefusal>> {
  const batch = await reachBatch(db, actor, batchId)
  const profile = batch?.profile as Profile | null | undefined
  if (!batch || !profile) return { ok: false, reason: 'not_found' }
  const takeIn = [...new Set([...(profile.options.takeIn ?? []), ...rows])]
  const { mapping, source } = profile
  return setMapping(db, actor, batchId, { mapping, source, options: { ...profile.options, takeIn } })
}

async function saveProfile(
  db: Db,
  { organisationId, subject }: ReachedBatch,
  profile: Profile,
): Promise<void> {
  const { name, source, mapping } = profile
  // Which rows are taken in, and what its sheets are called, is of one file.
  const options = { ...profile.options, takeIn: undefined, sheets: undefined }
  const data = { source, mapping, options, updatedAt: new Date() }
  await db.importProfile.upsert({
    where: { organisationId_subject_name: { organisationId, subject, name } },
    create: { id: newId(), organisationId, subject, name, ...data },
    update: data,
  })
}
