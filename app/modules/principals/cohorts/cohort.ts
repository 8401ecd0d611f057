/** A cohort of 名校长: its days, its shares, its indicators. Pure. Clause: policy-source 二(三)1; steps are local practice (domain.md §6). */
import type { PlainDate } from '#app/platform/dates.ts'

export const COHORT_STATES = ['open', 'scoring', 'defence', 'proposed', 'cultivating', 'called_off'] as const
export type CohortState = (typeof COHORT_STATES)[number]
/** What a reader sees: `ahead`, `closed` and `ended` follow from its days. */
export type CohortStage = CohortState | 'ahead' | 'closed' | 'ended'

export const PHASES = ['blind', 'defence'] as const
export type Phase = (typeof PHASES)[number]

/** The phase in which judges score now, if any. */
export const phaseOf = (state: CohortState): Phase | null =>
  state === 'scoring' ? 'blind' : state === 'defence' ? 'defence' : null

/** Stages for which places can be kept. */
export const SHARED_STAGES = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'] as const

export const CANDIDATE_STATES = [
  ...(['sent', 'returned', 'withdrawn', 'recommended', 'passed_over'] as const),
  ...(['listed', 'in_line', 'cultivating', 'declined', 'left'] as const),
] as const
export type CandidateState = (typeof CANDIDATE_STATES)[number]

type Days = { opensOn: PlainDate; closesOn: PlainDate }

export function stageOf(
  { state, opensOn, closesOn, cycleTo }: Days & { state: CohortState; cycleTo: PlainDate },
  today: PlainDate,
): CohortStage {
  if (state === 'cultivating' && today >= cycleTo) return 'ended'
  if (state !== 'open') return state
  if (today < opensOn) return 'ahead'
  return today > closesOn ? 'closed' : 'open'
}

export type Share = { kind: 'stage' | 'rural' | 'county'; code: string; places: number }
export type Indicator = { phase: Phase; title: string; points: number }

export type CohortWish = Days & {
  places: number
  cycleFrom: PlainDate
  shares: readonly Share[]
  indicators: readonly Indicator[]
}

export type CohortProblem =
  | 'closes_before_opens'
  | 'closed_already'
  | 'cycle_before_close'
  | 'shares_twice'
  | 'shares_exceed'
  | 'blind_not_hundred'
  | 'defence_not_hundred'

/** What speaks against a cohort as it is wished. Kept places together are no more than there are, so that a list can always be drawn. */
export function cohortProblem(wish: CohortWish, today: PlainDate): CohortProblem | null {
  if (wish.closesOn < wish.opensOn) return 'closes_before_opens'
  if (wish.closesOn < today) return 'closed_already'
  if (wish.cycleFrom <= wish.closesOn) return 'cycle_before_close'
  if (new Set(wish.shares.map(({ kind, code }) => `${kind}:${code}`)).size < wish.shares.length)
    return 'shares_twice'
  const kept = wish.shares
    .filter(({ kind }) => kind !== 'county')
    .reduce((sum, { places }) => sum + places, 0)
  if (kept > wish.places) return 'shares_exceed'
  for (const phase of PHASES) {
    const points = wish.indicators
      .filter((one) => one.phase === phase)
      .reduce((sum, one) => sum + one.points, 0)
    if (points !== 100) return `${phase}_not_hundred`
  }
  return null
}
