/** The settings of training as the rules read them. */

import { type PlainDate, schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import type { TrainingCategory, TrainingLevel } from './codes.ts'
import type { trainingPolicies } from './policies.ts'

/** One place's settings on one day. */
export type TrainingPolicies = PoliciesOf<typeof trainingPolicies>

/** The most that counts in a year, in tenths of an hour; null where nothing limits it. */
export type Caps = {
  year: number | null
  carryOver: number
  levels: Readonly<Record<TrainingLevel, number | null>>
  categories: Readonly<Record<TrainingCategory, number | null>>
}

export const TENTHS = 10

type Key = Parameters<TrainingPolicies['use']>[0]

const mostOfLevel = {
  national: 'training.most_national',
  provincial: 'training.most_provincial',
  city: 'training.most_city',
  county: 'training.most_county',
  school: 'training.most_school',
} as const satisfies Record<TrainingLevel, Key>

const mostOfCategory = {
  ethics: 'training.most_ethics',
  subject: 'training.most_subject',
  pedagogy: 'training.most_pedagogy',
  ict: 'training.most_ict',
  class_adviser: 'training.most_class_adviser',
  health: 'training.most_health',
  management: 'training.most_management',
  research: 'training.most_research',
  general: 'training.most_general',
} as const satisfies Record<TrainingCategory, Key>

/** The limits that hold; a setting of 0 limits nothing. */
export function capsOf(policies: TrainingPolicies): Caps {
  const most = (key: Key) => Number(policies.use(key).value) * TENTHS || null
  const each = <Code extends string>(keys: Record<Code, Key>) =>
    Object.fromEntries(Object.entries<Key>(keys).map(([code, key]) => [code, most(key)])) as Record<
      Code,
      number | null
    >
  return {
    year: most('training.most_year'),
    carryOver: policies.use('training.carry_over').value * TENTHS,
    levels: each(mostOfLevel),
    categories: each(mostOfCategory),
  }
}

/** The setting of a limit that an entry meets. */
export function limitKey(
  limit: 'level' | 'category' | 'year',
  { level, category }: { level: TrainingLevel; category: TrainingCategory },
): Key {
  if (limit === 'year') return 'training.most_year'
  return limit === 'level' ? mostOfLevel[level] : mostOfCategory[category]
}

/** How years of training are counted: by the calendar, or by school years. */
export type YearBasis = 'calendar' | 'school'

/** The year of training that a day lies in. */
export function yearOf(day: PlainDate, basis: YearBasis): number {
  return basis === 'school' ? schoolYearOf(day) : Number(day.slice(0, 4))
}

/** First day of a year of training, and the first day after it. */
export function boundsOf(year: number, basis: YearBasis): { from: PlainDate; until: PlainDate } {
  const first = (one: number) => (basis === 'school' ? schoolYearStart(one) : `${one}-01-01`)
  return { from: first(year), until: first(year + 1) }
}

/** First year of the cycle that a year lies in: cycles follow each other without a gap, before the first one too. */
export function cycleOf(year: number, firstYear: number, years: number): number {
  return firstYear + Math.floor((year - firstYear) / years) * years
}
