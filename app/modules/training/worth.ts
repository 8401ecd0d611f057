/** What an approved training is worth 学时折算: by how far it went, and never for screen time alone. */
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import { type Evidence, kindOf } from './codes.ts'
import type { EntryFacts } from './entry.ts'
import { TENTHS, type TrainingPolicies } from './training-policy.ts'

export type Worth = Decision<'counts' | 'counts_nothing'> & {
  /** Tenths of an hour that go into the ledger. */
  tenths: number
}

/** The setting of what screen time alone is worth, and of each evidence. */
export const screenWorth = 'training.worth_screen'
export const worthOfEvidence = {
  attended: 'training.worth_attended',
  applied: 'training.worth_applied',
  confirmed: 'training.worth_confirmed',
} as const satisfies Record<Evidence, string>

/** Where counting hours is written. */
export const TRAINING_CLAUSE = 'policy-source 二(三)2'

/** The rules that decide what counts. */
export type TrainingRule = 'screen_only' | `evidence_${Evidence}` | `limit_${'level' | 'category' | 'year'}`

/** The worth of an entry under the settings of a day. */
export function worthOf(
  { kind, evidence, tenths }: Pick<EntryFacts, 'kind' | 'evidence' | 'tenths'>,
  policies: TrainingPolicies,
): Worth {
  const isScreenOnly = kindOf(kind).isScreen && evidence === 'attended'
  const policy = policies.use(isScreenOnly ? screenWorth : worthOfEvidence[evidence])
  const worth = Math.round(tenths * policy.value)
  const reason: Reason = {
    rule: isScreenOnly ? 'screen_only' : `evidence_${evidence}`,
    holds: worth > 0,
    policy,
    facts: { claimed: tenths / TENTHS, worth: worth / TENTHS },
    clause: TRAINING_CLAUSE,
  }
  return { outcome: worth > 0 ? 'counts' : 'counts_nothing', reasons: [reason], tenths: worth }
}
