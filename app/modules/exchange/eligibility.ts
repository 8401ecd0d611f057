/**
 * Who is due for exchange 应交流, and why or why not: every reason with the number, the facts and the clause.
 *
 * Pure: no clock, no database, no prose. `due.sql.server.ts` says the same for everybody at once; a test makes them agree.
 * Sources: domain-sources 4.1 to 4.5. Outcomes exclude each other, in the order of OUTCOMES.
 */
import { type RetirementCategory, retirementFor } from '#app/modules/registry/index.ts'
import { addYears, fullYearsBetween, type PlainDate } from '#app/platform/dates.ts'
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import { type ExchangePolicies, stagesOf, titlesOf } from './eligibility-policy.ts'
import { type ExemptionKind, exemptionEntry, type HeldExemption } from './exemption.ts'

/** The first that some reason calls for holds; without any the person is due. */
export const OUTCOMES = ['not_subject', 'not_yet', 'exempt', 'deferred', 'due'] as const
export type DueOutcome = (typeof OUTCOMES)[number]

/** 校级领导 whose terms are counted instead of their years as a teacher, and who need no title. */
export const LEADER_POSTS: readonly string[] = [
  'principal',
  'party_secretary',
  'deputy_principal',
  'deputy_secretary',
]

/** What the registry and this room know of a person on the day. */
export type EligibilityFacts = {
  isSchool: boolean
  isPublic: boolean
  stage: string | null
  onEstablishment: boolean
  staffCategory: string | null
  schoolPost: string | null
  titleLevel: string | null
  status: string
  sex: string
  birthDate: PlainDate | null
  retirementCategory: RetirementCategory
  /** Since when without a break at the school. */
  orgSince: PlainDate
  /** Since when without a break among the school's leaders; null for who is none. */
  leadsSince: PlainDate | null
  /** The end of the last exchange that counts: from then on years are counted anew. */
  returnedOn: PlainDate | null
  /** On exchange since before the day, until (exclusive). */
  awayUntil: PlainDate | null
  /** Those that hold on the day. */
  exemptions: readonly HeldExemption[]
}

const clause = 'policy-source 二(三)3'

/** The outcome that a reason calls for when it does not hold. */
const consequence = {
  school: 'not_subject',
  stage: 'not_subject',
  establishment: 'not_subject',
  teaches: 'not_subject',
  not_retired: 'not_subject',
  years: 'not_yet',
  leader_years: 'not_yet',
  title: 'not_yet',
  retirement_far: 'exempt',
  in_post: 'deferred',
  not_away: 'deferred',
} as const satisfies Record<string, DueOutcome>
export type BaseRule = keyof typeof consequence
export type DueRule = BaseRule | `no_${ExemptionKind}`

/** Whether somebody is due on the day, with every reason for and against. */
export function eligibilityOf(
  facts: EligibilityFacts,
  policies: ExchangePolicies,
  day: PlainDate,
): Decision<DueOutcome> {
  const reasons = [
    ...scopeReasons(facts, policies, day),
    ...serviceReasons(facts, policies, day),
    ...groundReasons(facts, policies, day),
  ]
  const called = new Set(reasons.filter(({ holds }) => !holds).map(({ rule }) => consequenceOf(rule)))
  return { outcome: OUTCOMES.find((outcome) => called.has(outcome)) ?? 'due', reasons }
}

/** The first reason behind the outcome: for who is due, the years served. */
export function decisiveReason({ outcome, reasons }: Decision<DueOutcome>): Reason | undefined {
  if (outcome === 'due') return reasons.find(({ rule }) => rule === 'years' || rule === 'leader_years')
  return reasons.find(({ rule, holds }) => !holds && consequenceOf(rule) === outcome)
}

/** From when the years at the school count. */
export function servedSince({
  orgSince,
  leadsSince,
  returnedOn,
}: Pick<EligibilityFacts, 'orgSince' | 'leadsSince' | 'returnedOn'>): PlainDate {
  return [orgSince, leadsSince, returnedOn].reduce<PlainDate>(
    (latest, one) => (one && one > latest ? one : latest),
    orgSince,
  )
}

/** The day of statutory retirement; null where sex or birth date is not known. */
export function retiresOn({
  retirementCategory: category,
  ...person
}: Pick<EligibilityFacts, 'sex' | 'birthDate' | 'retirementCategory'>): PlainDate | null {
  return retirementFor({ ...person, category })?.date ?? null
}

/** Whether the rule is one of the registry's facts; the others are recorded exemptions. */
export function isBaseRule(rule: string): rule is BaseRule {
  return Object.hasOwn(consequence, rule)
}

function consequenceOf(rule: string): DueOutcome {
  if (isBaseRule(rule)) return consequence[rule]
  return exemptionEntry(rule.replace(/^no_/, '') as ExemptionKind).outcome
}

function scopeReasons(facts: EligibilityFacts, policies: ExchangePolicies, day: PlainDate): Reason[] {
  const retires = retiresOn(facts)
  const leads = facts.leadsSince !== null
  const publicOnly = policies.use('exchange.public_only')
  const stages = policies.use('exchange.stages')
  const onlyEstablished = policies.use('exchange.establishment_only')
  return [
    reason('school', facts.isSchool && (facts.isPublic || !publicOnly.value), {
      policy: publicOnly,
      facts: { school: facts.isSchool, public: facts.isPublic },
    }),
    reason('stage', facts.stage !== null && stagesOf(stages.value).includes(facts.stage), {
      policy: stages,
      facts: { stage: facts.stage },
    }),
    reason('establishment', facts.onEstablishment || !onlyEstablished.value, {
      policy: onlyEstablished,
      facts: { established: facts.onEstablishment },
    }),
    reason('teaches', leads || facts.staffCategory === 'full_time_teacher', {
      facts: { staffCategory: facts.staffCategory, schoolPost: facts.schoolPost },
    }),
    reason('not_retired', retires === null || retires > day, { facts: { retiresOn: retires } }),
  ]
}

function serviceReasons(facts: EligibilityFacts, policies: ExchangePolicies, day: PlainDate): Reason[] {
  const since = servedSince(facts)
  const years = since > day ? 0 : fullYearsBetween(since, day)
  const counted = { years, since, afterExchange: facts.returnedOn === since }
  if (facts.leadsSince !== null) {
    const policy = policies.use('exchange.leader_years_at_school')
    const leader = { policy, facts: counted, clause: 'policy-source 二(三)1' }
    return [reason('leader_years', years >= policy.value, leader)]
  }
  const policy = policies.use('exchange.years_at_school')
  const from = policies.use('exchange.title_from')
  return [
    reason('years', years >= policy.value, { policy, facts: counted }),
    reason('title', titlesOf(from.value).includes(facts.titleLevel ?? 'none'), {
      policy: from,
      facts: { titleLevel: facts.titleLevel },
    }),
  ]
}

function groundReasons(facts: EligibilityFacts, policies: ExchangePolicies, day: PlainDate): Reason[] {
  const retires = retiresOn(facts)
  const before = policies.use('exchange.years_before_retirement')
  return [
    reason('retirement_far', retires === null || retires >= addYears(day, before.value), {
      policy: before,
      facts: { retiresOn: retires },
    }),
    ...facts.exemptions.map(({ kind, validTo, documentNo }) =>
      reason(`no_${kind}`, false, {
        policy: policies.use(exemptionEntry(kind).limit.policy),
        facts: { until: validTo, documentNo },
      }),
    ),
    reason('in_post', facts.status === 'in_post', { facts: { status: facts.status } }),
    reason('not_away', facts.awayUntil === null, { facts: { until: facts.awayUntil } }),
  ]
}

function reason(
  rule: DueRule,
  holds: boolean,
  { policy, facts, clause: own }: Pick<Reason, 'facts' | 'policy'> & { clause?: string },
): Reason {
  return { rule, holds, ...(policy && { policy }), facts, clause: own ?? clause }
}
