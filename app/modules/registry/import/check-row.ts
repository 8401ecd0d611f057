/** Checks one row of a sheet: values as the registry stores them, or what is wrong in which field. */

import type { CellIssueCode, SheetRow } from '#app/platform/sheets/sheet.ts'
import { HAN_RANGES } from '../han.ts'
import { checkName } from '../person-name.ts'
import { checkResidentId } from '../resident-id.ts'
import { bareNumber } from './bare-number.ts'
import type { IssueCode, Profile } from './batch.ts'
import { type FieldKey, fieldOf, isFieldKey } from './fields.ts'
import { type Reading, readerOf } from './read-value.ts'
import { recipes } from './recipes.ts'
import { addIssue, type RowDraft } from './row-draft.ts'
import type { CheckedRow, OrganisationWords, RowValues } from './staged-row.ts'

type Column = { key: FieldKey; column: number; read: (cell: string) => Reading }

const MONTH_ONLY = '~'
const RESIDENT_CARD = '1'
const HAN_ONLY = new RegExp(`^[${HAN_RANGES}·]+$`, 'u')

const cellIssues: Record<CellIssueCode, IssueCode> = {
  number_lost_digits: 'id_lost_digits',
  error_value: 'cell_error_value',
  formula_without_result: 'cell_formula_without_result',
  no_such_day: 'date_no_such_day',
  nul_character: 'cell_nul',
  undecodable_bytes: 'cell_undecodable',
  cell_too_long: 'cell_too_long',
  extra_cells: 'extra_cells',
}

/** Prepares the check of a sheet's rows: `asOf` is the day the file speaks of. */
export function rowChecker(
  headings: readonly string[],
  profile: Profile,
  asOf: string,
): (row: SheetRow) => CheckedRow {
  const columns = mappedColumns(headings, profile)
  const keyOf = new Map(columns.map(({ column, key }) => [column, key]))
  const fixed = fixedOf(profile)
  const finish = recipes[profile.options.recipe](asOf)
  const fillDown = profile.options.fillDown ? organisationFiller() : undefined
  const needsId = columns.some(({ key }) => key === 'idNumber') && !profile.options.matchByName
  return (row) => {
    const draft: RowDraft = { values: { name: '' }, organisation: {}, words: {}, issues: [] }
    if (row.issues) addCellIssues(row, keyOf, draft)
    for (const { key, column, read } of columns) readCell(draft, key, row.cells[column] ?? '', read)
    for (const [key, value] of fixed) place(draft, key, value)
    fillDown?.(draft)
    settleName(draft)
    settleIdNumber(draft, needsId)
    settleBirthDate(draft)
    finish(draft)
    settleDates(draft, asOf)
    return {
      rowNumber: row.rowNumber,
      values: draft.values,
      organisation: draft.organisation,
      issues: draft.issues,
    }
  }
}

/** Gives a row that names no organisation the one of the row above it. */
function organisationFiller(): (draft: RowDraft) => void {
  let above: OrganisationWords = {}
  return (draft) => {
    const { orgCode, orgName } = draft.organisation
    if (orgCode || orgName) above = draft.organisation
    else draft.organisation = { ...above, ...draft.organisation }
  }
}

function mappedColumns(headings: readonly string[], profile: Profile): Column[] {
  const { dateOrder } = profile.options
  const columns: Column[] = []
  for (const [key, heading] of Object.entries(profile.mapping)) {
    const column = headings.indexOf(heading)
    if (isFieldKey(key) && column >= 0) columns.push({ key, column, read: readerOf(key, dateOrder) })
  }
  return columns
}

/** What every row says, where no column says it. */
function fixedOf({ mapping, options }: Profile): [FieldKey, string][] {
  return Object.entries(options.fixed ?? {}).filter(
    (entry): entry is [FieldKey, string] => isFieldKey(entry[0]) && mapping[entry[0]] === undefined,
  )
}

function addCellIssues(row: SheetRow, keyOf: ReadonlyMap<number, FieldKey>, draft: RowDraft): void {
  for (const { column, code } of row.issues ?? []) {
    const field = keyOf.get(column) ?? null
    if (field === null && code !== 'extra_cells') continue
    const lost = code === 'number_lost_digits' && field !== 'idNumber'
    addIssue(draft, cellIssues[code], lost ? 'warning' : 'error', field)
  }
}

function readCell(draft: RowDraft, key: FieldKey, cell: string, read: (cell: string) => Reading): void {
  if (cell === '') return
  if (key === 'idNumber') {
    draft.words.idNumber = cell
    return
  }
  const reading = read(cell)
  if (reading === null) return
  if ('issue' in reading) {
    addIssue(draft, reading.issue, 'error', key, cell.trim())
    return
  }
  place(draft, key, reading.value)
}

function place(draft: RowDraft, key: FieldKey, value: string): void {
  const { kind } = fieldOf(key)
  if (kind === 'organisation') draft.organisation[key as keyof OrganisationWords] = value
  else if (kind === 'years' || isWordOnly(key)) draft.words[key] = value
  else draft.values[key as keyof RowValues] = value
}

function isWordOnly(key: FieldKey): boolean {
  return key === 'familyName' || key === 'givenName' || key === 'position'
}

function settleName(draft: RowDraft): void {
  const { values, words, issues } = draft
  if (values.name === '' && (words.familyName || words.givenName)) {
    const joined = joinName(words.familyName ?? '', words.givenName ?? '')
    const name = checkName(joined)
    if (name.ok) values.name = name.name
    else
      addIssue(
        draft,
        name.reason === 'empty' ? 'name_empty' : `name_${name.reason}`,
        'error',
        'familyName',
        joined,
      )
  }
  const isSaid = issues.some(
    ({ field }) => field === 'name' || field === 'familyName' || field === 'givenName',
  )
  if (values.name === '' && !isSaid) addIssue(draft, 'name_empty', 'error', 'name')
}

/** Family name first and nothing between in Chinese; given name first in other scripts. */
function joinName(family: string, given: string): string {
  if (family === '' || given === '') return family + given
  return HAN_ONLY.test(family) && HAN_ONLY.test(given) ? family + given : `${given} ${family}`
}

function settleIdNumber(draft: RowDraft, isNeeded: boolean): void {
  const { values, words, issues } = draft
  const typed = words.idNumber === undefined ? '' : bareNumber(words.idNumber)
  if (typed === null) {
    if (!issues.some(({ code }) => code === 'id_lost_digits'))
      addIssue(draft, 'id_lost_digits', 'error', 'idNumber')
    return
  }
  if (typed === '') {
    const hasOther = values.staffNumber !== undefined || values.sourceKey !== undefined
    if (isNeeded && !hasOther) addIssue(draft, 'id_empty', 'error', 'idNumber')
    return
  }
  if (issues.some(({ code }) => code === 'id_lost_digits')) return
  if (values.idKind !== undefined && values.idKind !== RESIDENT_CARD) {
    if (/^[\p{L}\p{N}()（）/-]{4,40}$/u.test(typed))
      values.idNumber = `${values.idKind}:${typed.toUpperCase()}`
    else addIssue(draft, 'id_characters', 'error', 'idNumber')
    return
  }
  const id = checkResidentId(typed)
  if (!id.ok) {
    addIssue(draft, `id_${id.reason}`, 'error', 'idNumber', undefined, id.expectedCheckDigit)
    return
  }
  values.idNumber = id.number
  if (values.sex !== undefined && values.sex !== id.sex && values.sex !== '0' && values.sex !== '9') {
    addIssue(draft, 'id_sex_differs', 'warning', 'sex', values.sex)
  }
  values.sex = id.sex
  const said = values.birthDate
  const isSame = said?.startsWith(MONTH_ONLY)
    ? said.slice(1, 8) === id.birthDate.slice(0, 7)
    : said === id.birthDate
  if (said !== undefined && !isSame)
    addIssue(draft, 'id_birth_differs', 'warning', 'birthDate', plainDay(said))
  values.birthDate = id.birthDate
}

/**
 * Without an identity number the day of birth must be there: a month alone would make it the first. Where the number is
 * what is wrong, nothing is said: it will tell the day once it is right.
 */
function settleBirthDate(draft: RowDraft): void {
  const { values, issues } = draft
  if (!values.birthDate?.startsWith(MONTH_ONLY)) return
  if (!issues.some(({ field }) => field === 'idNumber'))
    addIssue(draft, 'date_ambiguous', 'error', 'birthDate', values.birthDate.slice(1, 8))
  values.birthDate = undefined
}

const dateKeys = ['workStartedOn', 'teachingSince', 'joinedOn', 'titleSince'] as const

function settleDates(draft: RowDraft, asOf: string): void {
  const { values } = draft
  const { birthDate } = values
  if (birthDate !== undefined && birthDate >= asOf)
    addIssue(draft, 'date_in_future', 'error', 'birthDate', birthDate)
  for (const key of dateKeys) {
    const date = values[key]
    if (date === undefined) continue
    const day = plainDay(date)
    values[key] = day
    if (day > asOf) addIssue(draft, 'date_in_future', 'error', key, day)
    else if (birthDate !== undefined && day <= birthDate)
      addIssue(draft, 'date_before_birth', 'error', key, day)
  }
}

function plainDay(date: string): string {
  return date.startsWith(MONTH_ONLY) ? date.slice(1) : date
}
