/**
 * Points 积分 of a volunteer: years at the school, service at rural schools, a subject that is short, family grounds. They are
 * published and can be contested before anything is planned; between equals they decide. Source: domain-sources 4, county plans.
 */
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import type { FamilyClaim } from './family-claim.ts'

export const POINT_RULES = ['points_years', 'points_service', 'points_shortage', 'points_family'] as const
export type PointRule = (typeof POINT_RULES)[number]

/** As of the first day of the posting's school year. */
export type PointFacts = {
  /** Full years without a break at the present school. */
  yearsHere: number
  /** Full years, all told, at schools in townships and villages. */
  ruralYears: number
  /** Places offered in the person's stage and subject, and volunteers for them. */
  places: number
  volunteers: number
  claims: readonly FamilyClaim[]
}

/** Points in hundredths, as they are stored, and what each part gave. */
export type Points = { points: number; why: Decision<'counted'> }

const clause = 'policy-source 二(三)3'

export function pointsOf(facts: PointFacts, policies: ExchangePolicies): Points {
  const reasons = [
    yearsPart(
      'points_years',
      facts.yearsHere,
      'exchange.points_year',
      'exchange.points_years_most',
      policies,
    ),
    yearsPart(
      'points_service',
      facts.ruralYears,
      'exchange.points_rural_year',
      'exchange.points_rural_most',
      policies,
    ),
    shortagePart(facts, policies),
    familyPart(facts.claims, policies),
  ]
  const sum = reasons.reduce((points, { facts: of }) => points + Number(of.points), 0)
  return { points: Math.round(sum * 100), why: { outcome: 'counted', reasons } }
}

/** What a part of stored points gave. */
export function partOf({ reasons }: Decision, rule: PointRule): number {
  return Number(reasons.find((one) => one.rule === rule)?.facts.points ?? 0)
}

function reason(rule: PointRule, points: number, facts: Reason['facts'], policy: Reason['policy']): Reason {
  return { rule, holds: points > 0, policy, facts: { ...facts, points }, clause }
}

function yearsPart(
  rule: PointRule,
  years: number,
  each: 'exchange.points_year' | 'exchange.points_rural_year',
  most: 'exchange.points_years_most' | 'exchange.points_rural_most',
  policies: ExchangePolicies,
): Reason {
  const [perYear, limit] = [policies.use(each), policies.use(most).value]
  const points = Math.min(limit, years * perYear.value)
  return reason(rule, points, { years, most: limit }, perYear)
}

/** A subject is short where more places are offered in it than teachers volunteer. */
function shortagePart({ places, volunteers }: PointFacts, policies: ExchangePolicies): Reason {
  const use = policies.use('exchange.points_shortage')
  return reason('points_shortage', places > volunteers ? use.value : 0, { places, volunteers }, use)
}

function familyPart(claims: readonly FamilyClaim[], policies: ExchangePolicies): Reason {
  const each = policies.use('exchange.points_family')
  const most = policies.use('exchange.points_family_most').value
  const confirmed = claims.filter(({ isConfirmed }) => isConfirmed === true).length
  const unchecked = claims.filter(({ isConfirmed }) => isConfirmed === null).length
  return reason('points_family', Math.min(most, confirmed * each.value), { confirmed, unchecked, most }, each)
}
