/**
 * Whether a head may be cultivated as 名校长: in post as one for long enough, not too old, neither retiring nor posted away within the
 * cycle. Pure. Clause: policy-source 二(三)1; numbers are local practice (domain.md §6).
 */
import { addYears, fullYearsBetween, type PlainDate } from '#app/platform/dates.ts'
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import type { principalPolicies } from '../policies.ts'

export type PrincipalPolicies = PoliciesOf<typeof principalPolicies>

export type CandidateFacts = {
  status: string
  /** Since when a principal or party secretary without a break, here or elsewhere; null for who is none. */
  headSince: PlainDate | null
  birthDate: PlainDate | null
  retiresOn: PlainDate | null
  /** Until when an exchange posting takes them away that runs when the cycle begins. */
  postedUntil: PlainDate | null
}
export type CandidateRule = 'in_post' | 'head' | 'head_years' | 'age' | 'retires' | 'posted' | 'vouched'

const clause = 'policy-source 二(三)1'

/** `cycle`: half open. */
export function candidateDecision(
  facts: CandidateFacts,
  policies: PrincipalPolicies,
  { day, cycle }: { day: PlainDate; cycle: { from: PlainDate; to: PlainDate } },
): Decision<'may' | 'may_not'> {
  const years = policies.use('principals.head_years')
  const oldest = policies.use('principals.age_most')
  const { status, headSince, birthDate, retiresOn, postedUntil } = facts
  const age = birthDate === null ? null : fullYearsBetween(birthDate, cycle.from)
  const reasons: (Reason & { rule: CandidateRule })[] = [
    { rule: 'in_post', holds: status === 'in_post', facts: { status }, clause },
    { rule: 'head', holds: headSince !== null, facts: {}, clause },
    {
      ...{ rule: 'head_years', policy: years, clause, facts: { headSince } },
      holds: headSince !== null && addYears(headSince, years.value) <= day,
    },
    { rule: 'age', holds: age === null || age <= oldest.value, policy: oldest, clause, facts: { age } },
    {
      ...{ rule: 'retires', clause, facts: { retiresOn, until: cycle.to } },
      holds: retiresOn === null || retiresOn >= cycle.to,
    },
    { rule: 'posted', holds: postedUntil === null, clause, facts: { postedUntil } },
    // The registry keeps no appraisals, ranks or results of ethics: the county vouches for them when it recommends.
    { rule: 'vouched', holds: true, clause, facts: {} },
  ]
  return { outcome: reasons.every(({ holds }) => holds) ? 'may' : 'may_not', reasons }
}
