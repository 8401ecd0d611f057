/** Whether an outreach visit counts: the receiving school confirmed it, and enough of its teachers said whether they use it. Pure. */
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import type { studioPolicies } from '../policies.ts'
import type { ActivityState } from './activity.ts'

export type VisitFacts = {
  state: ActivityState
  /** Teachers of the receiving school who were there, and who of them has said whether they use it. */
  listeners: number
  answered: number
}

const clause = 'policy-source 二(三)2'

export function visitDecision(
  { state, listeners, answered }: VisitFacts,
  policies: PoliciesOf<typeof studioPolicies>,
): Decision<'counts' | 'not_yet'> {
  const share = policies.use('studios.use_share_least')
  const reasons: Reason[] = [
    { rule: 'confirmed', holds: state === 'confirmed', facts: {}, clause },
    { rule: 'heard', holds: listeners > 0, facts: { listeners }, clause },
    {
      ...{ rule: 'use_said', policy: share, facts: { answered, listeners }, clause },
      holds: listeners > 0 && answered >= share.value * listeners,
    },
  ]
  return { outcome: reasons.every(({ holds }) => holds) ? 'counts' : 'not_yet', reasons }
}
