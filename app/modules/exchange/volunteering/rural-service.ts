/**
 * Whether a posting counts as the service at a rural or weak school that an application for the higher title 高级职称 needs.
 * It must also be assessed 合格 or better, which only its end can tell. Source: domain.md 5; policy-source 二(三)3.
 */
import { RURAL_PLACES } from '#app/modules/registry/index.ts'
import { addMonths, type PlainDate } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'

export type RuralService = 'counts' | 'not_rural' | 'too_short'

export type OfferedPost = {
  placeType: string | null
  isWeak: boolean
  validFrom: PlainDate
  /** The first day after it. */
  validTo: PlainDate
}

export function ruralServiceOf(post: OfferedPost, policies: ExchangePolicies): Decision<RuralService> {
  const months = policies.use('exchange.title_months')
  const isRural = post.placeType !== null && RURAL_PLACES.includes(post.placeType)
  const isThere = isRural || post.isWeak
  const isLong = addMonths(post.validFrom, months.value) <= post.validTo
  const clause = 'policy-source 二(三)3'
  return {
    outcome: !isThere ? 'not_rural' : isLong ? 'counts' : 'too_short',
    reasons: [
      {
        rule: 'service_place',
        holds: isThere,
        facts: { placeType: post.placeType, rural: isRural, weak: post.isWeak },
        clause,
      },
      {
        rule: 'service_months',
        holds: isLong,
        policy: months,
        facts: { from: post.validFrom, until: post.validTo },
        clause,
      },
    ],
  }
}
