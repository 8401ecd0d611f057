/**
 * Dated grounds why somebody is not due 免交流、暂缓, each with its proof. An exemption takes the person out of the year's
 * list of those who could go; a deferral says: not this year. How long each may last is policy; longer, it is renewed.
 * Source: domain.md 5, domain-sources 4.5.
 */
import type { CodeEntry, CodeOf } from '#app/modules/registry/index.ts'
import { addMonths, type PlainDate } from '#app/platform/dates.ts'

type ExemptionEntry = CodeEntry & {
  outcome: 'exempt' | 'deferred'
  /** The setting that bounds its length, and the months that one of its units has. */
  limit: { policy: `exchange.${string}`; months: 1 | 12 }
}

export const EXEMPTIONS = [
  {
    code: 'pregnancy',
    zh: '怀孕或产假',
    en: 'Pregnancy or maternity',
    outcome: 'exempt',
    limit: { policy: 'exchange.exempt_months_pregnancy', months: 1 },
  },
  {
    code: 'nursing',
    zh: '哺育幼儿',
    en: 'Nursing a small child',
    outcome: 'exempt',
    limit: { policy: 'exchange.nursing_child_age', months: 12 },
  },
  {
    code: 'illness',
    zh: '长期患病',
    en: 'Long illness',
    outcome: 'exempt',
    limit: { policy: 'exchange.exempt_months_illness', months: 1 },
  },
  {
    code: 'dependants',
    zh: '家庭特殊困难',
    en: 'Dependants in grave need',
    outcome: 'exempt',
    limit: { policy: 'exchange.exempt_months_dependants', months: 1 },
  },
  {
    code: 'served_elsewhere',
    zh: '已有多校或乡村任教经历',
    en: 'Has served at other or rural schools',
    outcome: 'exempt',
    limit: { policy: 'exchange.exempt_months_served_elsewhere', months: 1 },
  },
  {
    code: 'graduating_class',
    zh: '任教毕业年级',
    en: 'Teaches the graduating class',
    outcome: 'deferred',
    limit: { policy: 'exchange.exempt_months_graduating_class', months: 1 },
  },
  {
    code: 'project_lead',
    zh: '主持特色课程或重大课题',
    en: 'Leads a major project',
    outcome: 'deferred',
    limit: { policy: 'exchange.exempt_months_project_lead', months: 1 },
  },
  {
    code: 'secondment',
    zh: '借调在外',
    en: 'On other secondment',
    outcome: 'deferred',
    limit: { policy: 'exchange.exempt_months_secondment', months: 1 },
  },
  {
    code: 'ethics_case',
    zh: '师德问题调查中',
    en: 'Ethics case open',
    outcome: 'deferred',
    limit: { policy: 'exchange.exempt_months_ethics_case', months: 1 },
  },
] as const satisfies readonly ExemptionEntry[]
export type ExemptionKind = CodeOf<typeof EXEMPTIONS>

/** Kinds that exempt; all others defer. */
export const EXEMPTING: readonly ExemptionKind[] = EXEMPTIONS.filter((one) => one.outcome === 'exempt').map(
  (one) => one.code,
)

export function isExemptionKind(text: string): text is ExemptionKind {
  return EXEMPTIONS.some(({ code }) => code === text)
}

/** An exemption as it bears on a decision. */
export type HeldExemption = { kind: ExemptionKind; validTo: PlainDate; documentNo: string | null }

export function exemptionEntry(kind: ExemptionKind): (typeof EXEMPTIONS)[number] {
  const entry = EXEMPTIONS.find((one) => one.code === kind)
  if (!entry) throw new RangeError(`no such exemption: ${kind}`)
  return entry
}

/** The last day on which an exemption from `from` may end (its `validTo`), for the limit's number. */
export function latestEnd(kind: ExemptionKind, from: PlainDate, limit: number): PlainDate {
  return addMonths(from, limit * exemptionEntry(kind).limit.months)
}

export type ExemptionState = 'upcoming' | 'in_force' | 'ended'

/** Where a period stands on the day. */
export function exemptionState(
  period: { validFrom: PlainDate; validTo: PlainDate },
  day: PlainDate,
): ExemptionState {
  if (day < period.validFrom) return 'upcoming'
  return day < period.validTo ? 'in_force' : 'ended'
}

/** Why recording or ending one was refused. */
export const EXEMPTION_REFUSALS = [
  'not_found',
  'not_allowed',
  'person_unknown',
  'own_record',
  'ends_before_start',
  'too_long',
  'overlaps',
  'proof_missing',
  'proof_too_large',
  'proof_pixels',
  'proof_kind',
  'changed_meanwhile',
  'end_out_of_range',
] as const
export type ExemptionRefusal = (typeof EXEMPTION_REFUSALS)[number]
