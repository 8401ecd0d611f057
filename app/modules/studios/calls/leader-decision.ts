/**
 * Whether somebody may lead a studio 主持人: title, honour, still teaching, ethics, years left. Pure: facts and settings in, every reason
 * out. Clause: policy-source 二(三)2; numbers are local practice (domain.md §4).
 */
import { HONOUR_LEVELS, type HonourLevel, TITLE_LEVELS } from '#app/modules/registry/index.ts'
import { addYears, type PlainDate } from '#app/platform/dates.ts'
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import type { studioPolicies } from '../policies.ts'

export type StudioPolicies = PoliciesOf<typeof studioPolicies>

const LEVELS: readonly (string | null)[] = HONOUR_LEVELS.map(({ code }) => code)

/** What the registry knows of the person on the day. */
export type LeaderFacts = {
  status: string
  staffCategory: string | null
  titleLevel: string | null
  /** The highest among those held. */
  honourLevel: HonourLevel | null
  retiresOn: PlainDate | null
  /** Leads, or is a core member of, a studio that still stands when the new one begins. */
  isEngaged: boolean
}

export type LeaderRule = 'in_post' | 'teaches' | 'title' | 'honour' | 'ethics' | 'years_left' | 'not_engaged'

const clause = 'policy-source 二(三)2'

export function leaderDecision(
  facts: LeaderFacts,
  policies: StudioPolicies,
  day: PlainDate,
): Decision<'may' | 'may_not'> {
  const title = policies.use('studios.leader_title_from')
  const honour = policies.use('studios.leader_honour_level')
  const ethics = policies.use('studios.leader_ethics_years')
  const left = policies.use('studios.leader_years_to_retirement')
  const { retiresOn } = facts
  const reasons: (Reason & { rule: LeaderRule })[] = [
    { rule: 'in_post', holds: facts.status === 'in_post', facts: { status: facts.status }, clause },
    {
      ...{ rule: 'teaches', holds: facts.staffCategory === 'full_time_teacher', clause },
      facts: { staffCategory: facts.staffCategory },
    },
    {
      ...{ rule: 'title', holds: rankOf(facts.titleLevel) >= rankOf(title.value), policy: title, clause },
      facts: { titleLevel: facts.titleLevel },
    },
    {
      ...{ rule: 'honour', policy: honour, clause, facts: { honourLevel: facts.honourLevel } },
      holds: levelOf(facts.honourLevel) >= levelOf(honour.value),
    },
    // The registry keeps no results of it: the home school vouches for it when it approves.
    { rule: 'ethics', holds: true, policy: ethics, clause, facts: {} },
    {
      ...{ rule: 'years_left', policy: left, clause, facts: { retiresOn } },
      holds: retiresOn === null || retiresOn >= addYears(day, left.value),
    },
    { rule: 'not_engaged', holds: !facts.isEngaged, facts: {}, clause },
  ]
  return { outcome: reasons.every(({ holds }) => holds) ? 'may' : 'may_not', reasons }
}

/** Nobody's title is below every other. */
const rankOf = (code: string | null) => TITLE_LEVELS.find((one) => one.code === code)?.rank ?? 0
const levelOf = (level: string | null) => LEVELS.indexOf(level)
