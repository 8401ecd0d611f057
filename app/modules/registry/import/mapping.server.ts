/** From headings to fields: what is suggested, what a person decides, and what is remembered for the next file. */

import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Outcome } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { readFile } from '#app/platform/files/stored-file.server.ts'
import { newId } from '#app/platform/ids.ts'
import { suggestMapping } from '#app/platform/sheets/match-headings.ts'
import { SHEET_COLUMN } from '#app/platform/sheets/open-sheet.server.ts'
import type { Sheet } from '#app/platform/sheets/sheet.ts'
import { CODE_LISTS, isCodeOf } from '../codes/index.ts'
import { checkResidentId, maskResidentId } from '../resident-id.ts'
import { bareNumber } from './bare-number.ts'
import { listProfiles } from './batch.queries.server.ts'
import {
  type Mapping,
  type MappingRefusal,
  type Profile,
  type ProfileOptions,
  type ProfileSuggestion,
  plainOptions,
  type UploadRefusal,
} from './batch.ts'
import {
  type FieldKey,
  fieldKeys,
  fieldOf,
  fields,
  fixableFields,
  isFieldKey,
  missingFields,
} from './fields.ts'
import { organisationNamedIn } from './named-organisation.ts'
import { type ReachedBatch, reachBatch } from './reach.server.ts'
import { openRoster, type ReadingChoice } from './reading.server.ts'

const SAMPLE_ROWS = 8
const LONGEST_NAME = 60
const DEFAULT_SOURCE = 'roster'

type Choice = { profileKey?: string | undefined } & Omit<ReadingChoice, 'takeIn'>

/** The mapping to begin with: the one chosen, the one already set, a profile with these headings, or the best guess. */
export async function suggestProfile(
  db: Db,
  actor: Actor,
  batchId: string,
  choice: Choice = {},
): Promise<Outcome<{ suggestion: ProfileSuggestion }, 'not_found' | UploadRefusal>> {
  const batch = await reachBatch(db, actor, batchId)
  if (!batch) return { ok: false, reason: 'not_found' }
  const set = batch.profile as Profile | null
  const reading = readingOf(choice, set)
  const opened = await openStored(db, batch, reading)
  if (!opened.ok) return opened
  const { sheet } = opened
  const profiles = await listProfiles(db, actor, batch.organisationId)
  const { profile, isKnown } = chooseProfile(sheet, profiles, choice, set)
  const fixed = isKnown ? profile.options.fixed : await fixedFor(db, batch, sheet, profile)
  const options = { ...profile.options, ...reading, fixed }
  const suggestion: ProfileSuggestion = {
    headings: sheet.headings,
    samples: await sampleRows(sheet, profile.mapping),
    headingRow: sheet.headingRow,
    headingRows: sheet.headingRows,
    sheets: sheet.sheets,
    format: sheet.format,
    encoding: sheet.encoding ?? null,
    warnings: sheet.warnings(),
    profile: { ...profile, options: { ...options, complete: options.complete || batch.complete } },
    isKnown,
    missing: missingFields({ ...options.fixed, ...profile.mapping }),
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

/** What every row has where no column says it: the school that the title, the sheet or the file is called by. */
async function fixedFor(db: Db, batch: ReachedBatch, sheet: Sheet, { mapping, options }: Profile) {
  if (mapping.orgCode || mapping.orgName || options.fixed?.orgCode) return options.fixed
  const { name } = await db.storedFile.findUniqueOrThrow({
    where: { id: batch.fileId },
    select: { name: true },
  })
  const known = await db.organisation.findMany({
    where: { lineage: { has: batch.organisationId }, closedOn: null },
    select: { code: true, name: true },
  })
  const named = organisationNamedIn([...sheet.titles, sheet.sheetName ?? '', name], known)
  return named ? { ...options.fixed, orgCode: named.code } : options.fixed
}

async function openStored(db: Db, batch: ReachedBatch, reading: ReadingChoice): Promise<OpenedStored> {
  const opened = await openRoster(await readFile(db, batch.fileId), reading)
  if (opened.ok) return opened
  const { code, ...values } = opened.problem
  return { ok: false, reason: code, values }
}

function chooseProfile(
  sheet: Sheet,
  profiles: readonly Profile[],
  { profileKey }: Choice,
  set: Profile | null,
): { profile: Profile; isKnown: boolean } {
  const chosen = profiles.find(({ key }) => key === profileKey)
  if (chosen) return { profile: onlyThere(chosen, sheet), isKnown: true }
  if (set && profileKey === undefined) return { profile: onlyThere(set, sheet), isKnown: set.id !== null }
  const known = profiles.find(({ mapping }) => fits(mapping, sheet.headings))
  if (known) return { profile: known, isKnown: true }
  const suggested = suggestMapping(
    sheet.headings,
    fieldKeys.filter(isSuggested).map((key) => ({ key, ...fieldOf(key) })),
  )
  const mapping: Mapping = {}
  for (const [key, column] of Object.entries(suggested)) {
    const heading = column === null ? undefined : sheet.headings[column]
    if (heading !== undefined && isFieldKey(key)) mapping[key] = heading
  }
  if (!mapping.orgCode && !mapping.orgName && sheet.headings.includes(SHEET_COLUMN))
    mapping.orgName = SHEET_COLUMN
  // 姓名 is not also 姓: with a whole name its parts are not wanted.
  if (mapping.name) {
    mapping.familyName = undefined
    mapping.givenName = undefined
  }
  const profile = { id: null, key: '', name: '', source: DEFAULT_SOURCE, mapping, options: plainOptions }
  return { profile, isKnown: false }
}

/** Years and positions only mean something to a recipe. */
function isSuggested(key: FieldKey): boolean {
  return fields[key].kind !== 'years' && key !== 'position'
}

function fits(mapping: Mapping, headings: readonly string[]): boolean {
  const wanted = Object.values(mapping)
  return wanted.length > 0 && wanted.every((heading) => headings.includes(heading))
}

function onlyThere(profile: Profile, { headings }: Sheet): Profile {
  const there = Object.entries(profile.mapping).filter(([, heading]) => headings.includes(heading))
  return { ...profile, mapping: Object.fromEntries(there) }
}

/** The first rows; identity numbers masked wherever they stand, and phones where they are mapped. */
async function sampleRows(sheet: Sheet, mapping: Mapping): Promise<string[][]> {
  const phone = mapping.phone ? sheet.headings.indexOf(mapping.phone) : -1
  for await (const step of sheet.batches(SAMPLE_ROWS)) {
    if (!step.ok) return []
    return step.rows.map(({ cells }) => cells.map((cell, column) => masked(cell, column === phone)))
  }
  return []
}

function masked(cell: string, isPhone: boolean): string {
  const bare = bareNumber(cell) ?? ''
  if (checkResidentId(bare).ok || /^\d{14,18}[\dXx]?$/.test(bare)) return maskResidentId(bare)
  return isPhone && cell.length > 4 ? `${'*'.repeat(cell.length - 4)}${cell.slice(-4)}` : cell
}

export type MappingChoice = {
  mapping: Mapping
  options?: Partial<ProfileOptions>
  /** Namespace of the source's own keys of people. */
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
  if (options.createOrganisations && !can(actor, 'organisation:manage', batch.organisation)) {
    return { ok: false, reason: 'forbidden' }
  }
  const opened = await openStored(db, batch, options)
  const refused = opened.ok ? refusalOf(choice.mapping, options, opened.sheet.headings) : 'heading_unknown'
  if (refused) return typeof refused === 'string' ? { ok: false, reason: refused } : { ok: false, ...refused }
  const name = choice.saveAs?.trim() ?? ''
  const source = choice.source?.trim() || DEFAULT_SOURCE
  const plain: Profile = { id: null, key: name, name, source, mapping: choice.mapping, options }
  await db.importBatch.update({
    where: { id: batchId },
    data: { state: 'mapped', profile: plain, complete: options.complete, problem: null },
  })
  if (name !== '')
    await saveProfile(db, batch.organisationId, { ...plain, name: name.slice(0, LONGEST_NAME) })
  return { ok: true }
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

function refusalOf(
  mapping: Mapping,
  options: ProfileOptions,
  headings: readonly string[],
): MappingRefusal | { reason: MappingRefusal; values: { heading: string } } | null {
  const fixed = options.fixed ?? {}
  const wrong = (Object.keys(fixed) as FieldKey[]).find((key) => !mayBeFixed(key, fixed[key] ?? ''))
  if (wrong !== undefined) return { reason: 'heading_unknown', values: { heading: fixed[wrong] ?? '' } }
  const [nameGroup] = missingFields({ ...fixed, ...mapping })
  if (nameGroup?.includes('name')) return 'name_not_mapped'
  if (nameGroup) return 'organisation_not_mapped'
  const used = Object.values(mapping)
  const twice = used.find((heading, at) => used.indexOf(heading) !== at)
  if (twice !== undefined) return { reason: 'heading_used_twice', values: { heading: twice } }
  const unknown = used.find((heading) => !headings.includes(heading))
  if (unknown !== undefined) return { reason: 'heading_unknown', values: { heading: unknown } }
  const hasKey = mapping.idNumber || mapping.staffNumber || mapping.sourceKey || options.recipe !== 'plain'
  return hasKey || options.matchByName ? null : 'no_key_mapped'
}

/** A code of the field's own list; whether an organisation's code is one, the check of the rows will say. */
function mayBeFixed(key: FieldKey, value: string): boolean {
  const { codes } = fieldOf(key)
  return fixableFields.has(key) && (codes ? isCodeOf(CODE_LISTS[codes], value) : value !== '')
}

async function saveProfile(db: Db, organisationId: string, profile: Profile): Promise<void> {
  const { name, source, mapping } = profile
  // Which rows are taken in, and what its sheets are called, is of one file.
  const options = { ...profile.options, takeIn: undefined, sheets: undefined }
  const data = { source, mapping, options, updatedAt: new Date() }
  await db.importProfile.upsert({
    where: { organisationId_name: { organisationId, name } },
    create: { id: newId(), organisationId, name, ...data },
    update: data,
  })
}
