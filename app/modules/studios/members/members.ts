/**
 * Who belongs to a studio: its seats, of which some are kept for rural and weak schools; a person's turns; what a studio is made of.
 * Pure. Clause: policy-source 二(三)2; numbers are local practice (domain.md §4).
 */
import type { Decision, Reason } from '#app/platform/decisions/decision.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import type { studioPolicies } from '../policies.ts'

export type MemberPolicies = PoliciesOf<typeof studioPolicies>

/** Roles that can be invited to and applied for; the leader comes from the founding. */
export const JOINED_ROLES = ['core', 'trainee'] as const
export type JoinedRole = (typeof JOINED_ROLES)[number]
export type MemberRole = 'leader' | JoinedRole

/** How many seats a studio has in a role, and how many of them are kept for rural and weak schools. */
export function seatsOf(role: JoinedRole, policies: MemberPolicies): { most: number; kept: number } {
  if (role === 'core') return { most: policies.use('studios.core_most').value, kept: 0 }
  const most = policies.use('studios.trainees_most').value
  return { most, kept: Math.ceil(policies.use('studios.rural_share_least').value * most) }
}

export type Applicant = { role: JoinedRole; isRural: boolean }
export type NoSeat = 'full' | 'kept_for_rural'

/** The seat somebody takes: rural ones from the last downwards, which are kept for them; others from the first upwards. */
export function seatFor(
  { role, isRural }: Applicant,
  taken: readonly number[],
  policies: MemberPolicies,
): { seat: number } | { refusal: NoSeat } {
  const { most, kept } = seatsOf(role, policies)
  const seats = Array.from({ length: most }, (_, at) => at + 1)
  const isFree = (seat: number) => !taken.includes(seat)
  if (!seats.some(isFree)) return { refusal: 'full' }
  const open = isRural ? seats.reverse() : seats.slice(0, most - kept)
  const seat = open.find(isFree)
  return seat ? { seat } : { refusal: 'kept_for_rural' }
}

/** The lowest free of a person's turns as leader or core member, or as trainee; null when they have them all. */
export function turnFor(role: JoinedRole, taken: readonly number[], policies: MemberPolicies): number | null {
  const most = policies.use(role === 'core' ? 'studios.core_turns' : 'studios.trainee_turns').value
  const turns = Array.from({ length: most }, (_, at) => at + 1)
  return turns.find((turn) => !taken.includes(turn)) ?? null
}

export type Belonging = { role: MemberRole; schoolId: string | null; isRural: boolean }
export type CompositionRule = 'core' | 'trainees' | 'rural' | 'schools'

const clause = 'policy-source 二(三)2'

/** Whether a studio has enough members, from enough schools, and enough rural ones among its trainees. */
export function compositionDecision(
  members: readonly Belonging[],
  policies: MemberPolicies,
): Decision<'complete' | 'incomplete'> {
  const core = members.filter(({ role }) => role === 'core').length
  const trainees = members.filter(({ role }) => role === 'trainee')
  const rural = trainees.filter((one) => one.isRural).length
  const schools = new Set(members.flatMap(({ schoolId }) => schoolId ?? [])).size
  const least = {
    core: policies.use('studios.core_least'),
    trainees: policies.use('studios.trainees_least'),
    rural: policies.use('studios.rural_share_least'),
    schools: policies.use('studios.schools_least'),
  }
  const reasons: (Reason & { rule: CompositionRule })[] = [
    { rule: 'core', holds: core >= least.core.value, policy: least.core, facts: { core }, clause },
    {
      ...{ rule: 'trainees', holds: trainees.length >= least.trainees.value, policy: least.trainees, clause },
      facts: { trainees: trainees.length },
    },
    {
      ...{ rule: 'rural', policy: least.rural, clause, facts: { rural, trainees: trainees.length } },
      holds: rural >= least.rural.value * trainees.length,
    },
    {
      ...{ rule: 'schools', holds: schools >= least.schools.value, policy: least.schools, clause },
      facts: { schools },
    },
  ]
  return { outcome: reasons.every(({ holds }) => holds) ? 'complete' : 'incomplete', reasons }
}
