/** Rules over a whole row of a roster: what its name is, who it is, when, and where they work. */

import { MONTH_ONLY, plainDay } from '#app/platform/imports/readers.ts'
import { addIssue } from '#app/platform/imports/row-draft.ts'
import type { BatchPlan, RowDraft } from '#app/platform/imports/subject.ts'
import { bareNumber } from '#app/platform/sheets/bare-number.ts'
import { HAN_RANGES } from '../han.ts'
import { checkName } from '../person-name.ts'
import { checkResidentId } from '../resident-id.ts'
import { organisationFields } from './fields.ts'
import { recipeOf } from './recipes.ts'

const RESIDENT_CARD = '1'
const HAN_ONLY = new RegExp(`^[${HAN_RANGES}·]+$`, 'u')

/** Made anew for each file: a recipe may count as it goes, and a row may mean the school of the one above. */
export function rosterRules(
  { asOf, profile: { options } }: BatchPlan,
  mapped: ReadonlySet<string>,
): (draft: RowDraft) => void {
  const finish = recipeOf(options.recipe)(asOf)
  const fillDown = options.ticked.includes('fillDown') ? organisationFiller() : undefined
  const needsId = mapped.has('idNumber') && !options.ticked.includes('matchByName')
  return (draft) => {
    fillDown?.(draft)
    settleName(draft)
    settleIdNumber(draft, needsId)
    settleBirthDate(draft)
    finish(draft)
    settleDates(draft, asOf)
    settleEstablishment(draft)
  }
}

/** Gives a row that names no organisation the one of the row above it. */
function organisationFiller(): (draft: RowDraft) => void {
  let above: Record<string, string | undefined> = {}
  return ({ values }) => {
    if (values.orgCode || values.orgName)
      above = Object.fromEntries(organisationFields.map((key) => [key, values[key]]))
    else for (const key of organisationFields) values[key] ??= above[key]
  }
}

function settleName(draft: RowDraft): void {
  const { values, issues } = draft
  if (!values.name && (values.familyName || values.givenName)) {
    const joined = joinName(values.familyName ?? '', values.givenName ?? '')
    const name = checkName(joined)
    if (name.ok) values.name = name.name
    else {
      const code = name.reason === 'empty' ? 'name_empty' : `name_${name.reason}`
      addIssue(draft, code, 'error', 'familyName', joined)
    }
  }
  const isSaid = issues.some(
    ({ field }) => field === 'name' || field === 'familyName' || field === 'givenName',
  )
  if (!values.name && !isSaid) addIssue(draft, 'name_empty', 'error', 'name')
}

/** Family name first and nothing between in Chinese; given name first in other scripts. */
function joinName(family: string, given: string): string {
  if (family === '' || given === '') return family + given
  return HAN_ONLY.test(family) && HAN_ONLY.test(given) ? family + given : `${given} ${family}`
}

function settleIdNumber(draft: RowDraft, isNeeded: boolean): void {
  const { values, issues } = draft
  const cell = values.idNumber
  values.idNumber = undefined
  const lost = issues.find(({ code, field }) => code === 'cell_lost_digits' && field === 'idNumber')
  if (lost) Object.assign(lost, { code: 'id_lost_digits', level: 'error' })
  const typed = cell === undefined ? '' : bareNumber(cell)
  if (typed === null) {
    if (!lost) addIssue(draft, 'id_lost_digits', 'error', 'idNumber')
    return
  }
  if (typed === '') {
    const hasOther = values.staffNumber !== undefined || values.sourceKey !== undefined
    if (isNeeded && !hasOther) addIssue(draft, 'id_empty', 'error', 'idNumber')
    return
  }
  if (lost) return
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
    ? plainDay(said).slice(0, 7) === id.birthDate.slice(0, 7)
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
    addIssue(draft, 'date_ambiguous', 'error', 'birthDate', plainDay(values.birthDate).slice(0, 7))
  values.birthDate = undefined
}

/** Who is said not to be on the establishment cannot hold it somewhere. */
function settleEstablishment(draft: RowDraft): void {
  const { establishmentOrgName, onEstablishment } = draft.values
  if (establishmentOrgName && onEstablishment === '0')
    addIssue(draft, 'establishment_contradicts', 'error', 'onEstablishment')
}

const dateKeys = ['workStartedOn', 'teachingSince', 'joinedOn', 'titleSince', 'qualificationOn'] as const

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
