/**
 * How a case goes: draft → its steps in order → public notice, where its process has one → decided. Returned for correction it
 * begins again at the first step, for what is sent in anew is another matter; so does what is changed while it waits.
 */

export const OUTCOMES = ['approved', 'rejected', 'withdrawn'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type CaseState = 'draft' | 'waiting' | 'returned' | 'notice' | Outcome

/** Where a case stands. `step` counts from 0; `others` have still to approve it beside whoever moves it. */
export type Standing = { state: CaseState; step: number; steps: number; hasNotice: boolean; others: number }

/** What those who decide do. */
export const DECISIONS = ['approve', 'return', 'reject'] as const
export type CaseDecision = (typeof DECISIONS)[number]
/** `submit`, `withdraw`: of whoever opened it. `change`: its content is another now. `conclude`, `uphold`: a notice ends. */
export type Move = CaseDecision | 'submit' | 'withdraw' | 'change' | 'conclude' | 'uphold'

/** What happened to a case, as its entries say it. */
export type EntryKind =
  | 'opened'
  | 'submitted'
  | 'approved'
  | 'returned'
  | 'rejected'
  | 'withdrawn'
  | 'changed'
  | 'concluded'
  | 'recused'
  | 'reminded'
  | 'escalated'
  | 'objected'
  | 'answered'

/** What stands between somebody and a move. */
export type Mover = {
  /** Opened the case, or is the applicant. */
  isOwner: boolean
  /** The case waits for them, or for somebody they stand in for. */
  isAwaited: boolean
  /** They, or whom they stand in for, are a party: applicant, relative, or endorser where the setting says so. */
  isParty: boolean
  isRecused: boolean
}

export type MoveRefusal = 'not_in_this_state' | 'not_awaited' | 'own_case' | 'recused' | 'not_owner'

const isDecision = (move: Move): move is CaseDecision => (DECISIONS as readonly Move[]).includes(move)

/** Whether the case is decided: nothing happens to it any more. */
export function isDecided(state: CaseState): state is Outcome {
  return (OUTCOMES as readonly CaseState[]).includes(state)
}

/** Where the case stands after the move; null where it cannot be made from where it stands. */
export function movedTo(
  { state, step, steps, hasNotice, others }: Standing,
  move: Move,
): Pick<Standing, 'state' | 'step'> | null {
  const begun = { state: 'waiting', step: 0 } as const
  switch (move) {
    case 'submit':
      return state === 'draft' || state === 'returned' ? begun : null
    case 'approve':
      if (state !== 'waiting') return null
      if (others > 0) return { state, step }
      if (step < steps - 1) return { state, step: step + 1 }
      return { state: hasNotice ? 'notice' : 'approved', step }
    case 'return':
    case 'reject':
      return state === 'waiting' ? { state: move === 'return' ? 'returned' : 'rejected', step } : null
    case 'withdraw':
      return isDecided(state) ? null : { state: 'withdrawn', step }
    case 'change':
      if (state === 'notice') return { state, step }
      return state === 'waiting' ? begun : isDecided(state) ? null : { state, step }
    case 'conclude':
      return state === 'notice' ? { state: 'approved', step } : null
    case 'uphold':
      return state === 'notice' ? { state: 'returned', step } : null
  }
}

/** Whether somebody may make the move, whatever the state: nobody decides their own case, nor what does not wait for them. */
export function mayMove(move: Move, mover: Mover): MoveRefusal | null {
  if (!isDecision(move))
    return move === 'submit' || move === 'withdraw' ? (mover.isOwner ? null : 'not_owner') : null
  if (mover.isParty) return 'own_case'
  if (mover.isRecused) return 'recused'
  return mover.isAwaited ? null : 'not_awaited'
}
