/**
 * What somebody has to reach by when 学时要求: everybody in five years and, as pacing, in a year; who is new in their first; class
 * advisers, backbone teachers and principals as their work asks. Source: domain.md 3; policy-source 二(三)1 and 2.
 */
import { addMonths, daysBetween, type PlainDate } from '#app/platform/dates.ts'
import type { PolicyUse } from '#app/platform/policy/define.ts'
import type { Sum } from './counting.ts'
import { boundsOf, TENTHS, type TrainingPolicies, type YearBasis, yearOf } from './training-policy.ts'

/** What is known of somebody that decides what is asked of them. */
export type RoleFacts = {
  /** First day as a teacher; null where it is not known. */
  teachingSince: PlainDate | null
  isClassAdviser: boolean
  isBackbone: boolean
  isPrincipal: boolean
}

export type RequirementCode = 'cycle' | 'year' | 'novice' | 'class_adviser' | 'ethics'

export type Requirement = {
  code: RequirementCode
  /** The role that sets the hours of the cycle. */
  role: 'everyone' | 'backbone' | 'principal'
  policy: PolicyUse
  /** Half-open. */
  from: PlainDate
  until: PlainDate
  /** Tenths of an hour. */
  required: number
  reached: number
  missing: number
  /** Less is asked than of others: they began within the time. */
  isByTime: boolean
}

export type Reached = {
  /** Counted by year of training, those of the cycle. */
  years: readonly { year: number; counted: number }[]
  /** Approved by year, level and category. */
  sums: readonly Sum[]
}

export type Span = { year: number; cycleFrom: number; cycleYears: number; basis: YearBasis }

const cycleHours = {
  everyone: 'training.hours_cycle',
  backbone: 'training.hours_backbone',
  principal: 'training.hours_principal',
} as const

/** All that is asked of somebody in a year of training, the widest first; what asks nothing is left out. */
export function requirementsOf(
  facts: RoleFacts,
  { year, cycleFrom, cycleYears, basis }: Span,
  reached: Reached,
  policies: TrainingPolicies,
): Requirement[] {
  const bounds = {
    from: boundsOf(cycleFrom, basis).from,
    until: boundsOf(cycleFrom + cycleYears, basis).from,
  }
  const cycle = { ...bounds, from: beginOf(bounds, facts.teachingSince) }
  const cycleShare = policies.use('training.newcomers').value === 'by_time' ? shareOf(cycle, bounds) : 1
  const role: Requirement['role'] = facts.isPrincipal
    ? 'principal'
    : facts.isBackbone
      ? 'backbone'
      : 'everyone'
  const counted = (wanted: (year: number) => boolean) =>
    reached.years.filter((one) => wanted(one.year)).reduce((all, one) => all + one.counted, 0)
  const approved = (category: string, wanted: (year: number) => boolean) =>
    reached.sums
      .filter((one) => one.category === category && wanted(one.year))
      .reduce((all, { tenths }) => all + tenths, 0)
  const asked: Omit<Requirement, 'required' | 'missing' | 'role' | 'isByTime'>[] = [
    {
      ...{ code: 'cycle', policy: policies.use(cycleHours[role]), ...cycle },
      reached: counted((one) => one >= cycleFrom && one < cycleFrom + cycleYears),
    },
    {
      ...{ code: 'year', policy: policies.use('training.hours_year'), ...boundsOf(year, basis) },
      reached: counted((one) => one === year),
    },
    ...noviceYear(facts, year, basis, policies, counted),
    ...(facts.isClassAdviser
      ? [
          {
            ...{
              code: 'class_adviser' as const,
              policy: policies.use('training.hours_class_adviser'),
              ...cycle,
            },
            reached: approved('class_adviser', () => true),
          },
        ]
      : []),
    {
      ...{ code: 'ethics', policy: policies.use('training.hours_ethics'), ...boundsOf(year, basis) },
      reached: approved('ethics', (one) => one === year),
    },
  ]
  return asked
    .map((one) => {
      const hours = Number(one.policy.value) * (one.code === 'cycle' ? cycleShare : 1)
      const required = Math.round(hours) * TENTHS
      const isByTime = one.code === 'cycle' && cycleShare < 1
      return { ...one, role, required, missing: Math.max(0, required - one.reached), isByTime }
    })
    .filter(({ required }) => required > 0)
}

type Bounds = { from: PlainDate; until: PlainDate }

/** Who began to teach within the time has it from that day on. */
function beginOf({ from, until }: Bounds, since: PlainDate | null): PlainDate {
  return since !== null && since > from && since < until ? since : from
}

const shareOf = (own: Bounds, whole: Bounds) =>
  daysBetween(own.from, own.until) / daysBetween(whole.from, whole.until)

/** The first year of teaching, where the year of training that is looked at lies in it. */
function noviceYear(
  { teachingSince }: RoleFacts,
  year: number,
  basis: YearBasis,
  policies: TrainingPolicies,
  counted: (wanted: (year: number) => boolean) => number,
): Omit<Requirement, 'required' | 'missing' | 'role' | 'isByTime'>[] {
  if (teachingSince === null) return []
  const until = addMonths(teachingSince, policies.use('training.novice_months').value)
  const bounds = boundsOf(year, basis)
  if (until <= bounds.from || teachingSince >= bounds.until) return []
  const first = yearOf(teachingSince, basis)
  const reached = counted((one) => one >= first && boundsOf(one, basis).from < until)
  return [
    { code: 'novice', policy: policies.use('training.hours_novice'), from: teachingSince, until, reached },
  ]
}
