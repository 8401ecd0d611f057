/** From headings to fields: what is suggested, what a person decides, and what is remembered for the next file. */

import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Outcome } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { readFile } from '#app/platform/files/stored-file.server.ts'
import { newId } from '#app/platform/ids.ts'
import { bareNumber } from '#app/platform/sheets/bare-number.ts'
import { suggestMapping } from '#app/platform/sheets/match-headings.ts'
import type { Sheet, SheetWarning } from '#app/platform/sheets/sheet.ts'
import { listProfiles } from './batch.queries.server.ts'
import {
  type Mapping,
  type MappingRefusal,
  PLAIN,
  type Profile,
  type ProfileOptions,
  plainOptions,
  type UploadRefusal,
} from './batch.ts'
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
  differs: { fresh: string[]; gone: string[] } | null
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
  const { profile, isKnown, isSet = false, differs } = chooseProfile(subject, sheet, profiles, choice, set)
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

type Chosen = Pick<ProfileSuggestion, 'profile' | 'isKnown' | 'differs'> & {
  /** It is what somebody has decided for this very batch. */
  isSet?: boolean
}

function chooseProfile(
  subject: Subject,
  sheet: Sheet,
  profiles: readonly Profile[],
  { profileKey }: Choice,
  set: Profile | null,
): Chosen {
  const chosen = profiles.find(({ key }) => key === profileKey)
  if (chosen) return { profile: onlyThere(chosen, sheet), isKnown: true, differs: null }
  if (set && profileKey === undefined)
    return { profile: onlyThere(set, sheet), isKnown: set.id !== null, isSet: true, differs: null }
  const known = profiles.find(({ mapping }) => fits(mapping, sheet.headings))
  if (known) return { profile: known, isKnown: true, differs: differenceOf(known, sheet) }
  const guess = guessedMapping(subject, sheet)
  const likely = mostlyThere(profiles, sheet)
  if (!likely) {
    const source = subject.source
    const profile = { id: null, key: '', name: '', source, mapping: guess, options: plainOptions }
    return { profile, isKnown: false, differs: null }
  }
  const differs = differenceOf(likely, sheet)
  const kept = onlyThere(likely, sheet)
  const fresh = Object.entries(guess).filter(
    ([key, heading]) => !kept.mapping[key] && heading !== undefined && differs?.fresh.includes(heading),
  )
  return {
    profile: { ...kept, mapping: { ...Object.fromEntries(fresh), ...kept.mapping } },
    isKnown: false,
    differs,
  }
}

/** Of what was mapped before, so much must be there for a file to be the sender's next one. */
const LIKE_BEFORE = 0.6

/** The remembered way to read a file of which most is there again. */
function mostlyThere(profiles: readonly Profile[], { headings }: Sheet): Profile | undefined {
  const shares = profiles
    .filter(({ id }) => id !== null)
    .map((profile) => {
      const wanted = Object.values(profile.mapping)
      const there = wanted.filter((heading) => heading !== undefined && headings.includes(heading))
      return { profile, share: wanted.length === 0 ? 0 : there.length / wanted.length }
    })
  const [best] = shares.sort((a, b) => b.share - a.share)
  return best && best.share >= LIKE_BEFORE ? best.profile : undefined
}

function differenceOf({ mapping, options }: Profile, { headings }: Sheet): ProfileSuggestion['differs'] {
  const before = options.headings
  if (!before) return null
  const fresh = headings.filter((heading) => !before.includes(heading))
  const gone = Object.values(mapping).filter(
    (heading): heading is string => heading !== undefined && !headings.includes(heading),
  )
  return fresh.length + gone.length > 0 ? { fresh, gone } : null
}

/** The best guess of which column is which field. */
export function guessedMapping({ fields, tidy }: Subject, { headings }: Sheet): Mapping {
  const guessed = Object.entries(fields).filter(([, { isForRecipes }]) => !isForRecipes)
  const suggested = suggestMapping(
    headings,
    guessed.map(([key, { aliases, avoids, never }]) => ({ key, aliases, avoids, never })),
  )
  const mapping: Mapping = {}
  for (const [key, column] of Object.entries(suggested)) {
    const heading = column === null ? undefined : headings[column]
    if (heading !== undefined) mapping[key] = heading
  }
  return tidy?.(mapping, headings) ?? mapping
}

function fits(mapping: Mapping, headings: readonly string[]): boolean {
  const wanted = Object.values(mapping)
  return wanted.length > 0 && wanted.every((heading) => heading === undefined || headings.includes(heading))
}

function onlyThere(profile: Profile, { headings }: Sheet): Profile {
  const there = Object.entries(profile.mapping).filter(
    ([, heading]) => heading !== undefined && headings.includes(heading),
  )
  return { ...profile, mapping: Object.fromEntries(there) }
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

/** What is wrong with a mapping; `values.fields` are keys of fields, of which one would do. */
function refusalOf(
  subject: Subject,
  mapping: Mapping,
  options: ProfileOptions,
  headings: readonly string[],
): { reason: MappingRefusal; values?: { heading?: string; fields?: string } } | null {
  const fixed = options.fixed ?? {}
  const wrong = Object.entries(fixed).find(([key, value]) => !mayBeFixed(subject, key, value ?? ''))
  if (wrong) return { reason: 'heading_unknown', values: { heading: wrong[1] ?? '' } }
  const [missing] = missingFields(subject, { ...fixed, ...mapping })
  if (missing) return { reason: 'not_mapped', values: { fields: missing.join() } }
  const used = Object.values(mapping).filter((heading) => heading !== undefined)
  const twice = used.find((heading, at) => used.indexOf(heading) !== at)
  if (twice !== undefined) return { reason: 'heading_used_twice', values: { heading: twice } }
  const unknown = used.find((heading) => !headings.includes(heading))
  if (unknown !== undefined) return { reason: 'heading_unknown', values: { heading: unknown } }
  const { keys } = subject
  const hasKey = keys.fields.some((key) => mapping[key]) || options.recipe !== PLAIN
  const isUnneeded = keys.unless?.some((tick) => options.ticked.includes(tick))
  return hasKey || isUnneeded ? null : { reason: 'no_key_mapped', values: { fields: keys.fields.join() } }
}

/** Groups of required fields of which nothing is mapped. */
export function missingFields({ required }: Subject, mapping: Mapping): string[][] {
  return required.filter((group) => group.every((key) => !mapping[key])).map((group) => [...group])
}

/** A code of the field's own list; whether an organisation's code is one, the check of the rows will say. */
function mayBeFixed({ fields }: Subject, key: string, value: string): boolean {
  const field = fields[key]
  if (field?.everyRow === 'value') return field.values?.some(({ code }) => code === value) === true
  return field?.everyRow === 'organisation' && value !== ''
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
