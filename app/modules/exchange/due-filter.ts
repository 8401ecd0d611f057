/** The filter of the due list, as the address bar holds it: read, and written back. */
import { isCodeOf, STAGES, SUBJECTS } from '#app/modules/registry/index.ts'
import { type PlainDate, schoolYearOf } from '#app/platform/dates.ts'
import { isId } from '#app/platform/ids.ts'
import { decodeKeyset, type Keyset } from '#app/platform/lists/keyset.ts'
import { type DueOutcome, OUTCOMES } from './eligibility.ts'

/** Null is "any". */
export type DueFilter = {
  schoolYear: number
  countyId: string | null
  /** This organisation and all below it. */
  orgId: string | null
  outcome: DueOutcome | null
  stage: string | null
  subject: string | null
  backbone: boolean | null
  cursor: Keyset | null
}

/** School years that can be asked for: the last five, and as far as the forecast looks. */
const YEARS_BACK = 5
const YEARS_AHEAD = 6

/** The exchange that comes next begins on the next 1 September. */
export function nextSchoolYear(today: PlainDate): number {
  return schoolYearOf(today) + 1
}

/** The years to choose from, latest first. */
export function schoolYearsAround(today: PlainDate): number[] {
  const now = schoolYearOf(today)
  return Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, at) => now + YEARS_AHEAD - at)
}

/** The school year an address asks for; `usual` where it asks for none that can be told. */
export function schoolYearIn(params: URLSearchParams, today: PlainDate, usual: number): number {
  const year = Number(params.get('year'))
  return schoolYearsAround(today).includes(year) ? year : usual
}

/** Reads an address, where no outcome means those due. `orgId` is already found; what cannot be meant is left out. */
export function dueFilterOf(params: URLSearchParams, today: PlainDate, orgId: string | null): DueFilter {
  const outcome = params.get('outcome') ?? 'due'
  const stage = params.get('stage') ?? ''
  const subject = params.get('subject') ?? ''
  const backbone = params.get('backbone')
  const county = params.get('county')?.toLowerCase() ?? ''
  return {
    schoolYear: schoolYearIn(params, today, nextSchoolYear(today)),
    countyId: isId(county) ? county : null,
    orgId,
    outcome: OUTCOMES.find((one) => one === outcome) ?? null,
    stage: isCodeOf(STAGES, stage) ? stage : null,
    subject: isCodeOf(SUBJECTS, subject) ? subject : null,
    backbone: backbone === 'yes' ? true : backbone === 'no' ? false : null,
    cursor: decodeKeyset(params.get('cursor'), ['name']),
  }
}
