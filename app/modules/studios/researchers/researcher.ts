/**
 * Teaching researchers 教研员: what they owe each term, and whether they did it. Pure. Clause: policy-source 二(三)5; the numbers of
 * contact schools and days are Shandong's (domain.md §4).
 */
import { isPlainDate, type PlainDate, type Term } from '#app/platform/dates.ts'
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import type { studioPolicies } from '../policies.ts'

/** What is done at a school; all but guidance are lessons that the clause asks for. */
export const LOG_KINDS = ['demonstration', 'open_lesson', 'research_lesson', 'guidance'] as const
export type LogKind = (typeof LOG_KINDS)[number]
export const LESSON_KINDS = LOG_KINDS.filter((kind) => kind !== 'guidance')

export const DAY_PARTS = ['day', 'morning', 'afternoon'] as const
export type DayPart = (typeof DAY_PARTS)[number]

export const LOG_STATES = ['reported', 'confirmed', 'refused', 'withdrawn'] as const
export type LogState = (typeof LOG_STATES)[number]

/** What schools confirmed of one researcher. */
export type DutyDone = {
  /** Demonstration, open and research lessons in the term. */
  lessons: number
  /** Contact schools at the end of the term, or of the day while it runs. */
  contacts: number
  /** Of these in a township or village, or designated weak. */
  rural: number
  /** Half days at contact schools since the school year began. */
  halfDays: number
}
export type DutyRule = 'lessons' | 'contacts' | 'rural_contacts' | 'days'
export type DutyOutcome = 'met' | 'unmet'

const clause = 'policy-source 二(三)5'

/**
 * Whether the duty of a term is met. Days are owed a year: they are asked of the spring term, at whose end the school year ends.
 */
export function dutyDecision(
  { season }: Pick<Term, 'season'>,
  { lessons, contacts, rural, halfDays }: DutyDone,
  policies: PoliciesOf<typeof studioPolicies>,
): Decision<DutyOutcome> {
  const least = {
    lessons: policies.use('studios.researcher_lessons_a_term'),
    contacts: policies.use('studios.researcher_contacts_least'),
    rural: policies.use('studios.researcher_rural_contacts_least'),
    days: policies.use('studios.researcher_days_a_year'),
  }
  const days = halfDays / 2
  const reasons: (Reason & { rule: DutyRule })[] = [
    {
      ...{ rule: 'lessons', holds: lessons >= least.lessons.value, policy: least.lessons, clause },
      facts: { lessons },
    },
    {
      ...{ rule: 'contacts', holds: contacts >= least.contacts.value, policy: least.contacts, clause },
      facts: { contacts },
    },
    {
      ...{ rule: 'rural_contacts', holds: rural >= least.rural.value, policy: least.rural, clause },
      facts: { rural },
    },
  ]
  if (season === 'spring')
    reasons.push({
      ...{ rule: 'days', holds: days >= least.days.value, policy: least.days, clause },
      facts: { days },
    })
  return { outcome: reasons.every(({ holds }) => holds) ? 'met' : 'unmet', reasons }
}

export type LogProblem = 'not_a_day' | 'ahead' | 'outside_service'

/** What speaks against a day that a researcher reports. */
export function logProblem(
  heldOn: string,
  service: { validFrom: PlainDate; validTo: PlainDate },
  today: PlainDate,
): LogProblem | null {
  if (!isPlainDate(heldOn)) return 'not_a_day'
  if (heldOn > today) return 'ahead'
  return heldOn < service.validFrom || heldOn >= service.validTo ? 'outside_service' : null
}
