/** A call 征集通知: when it is open, and what is wrong with one. Pure. */
import type { PlainDate } from '#app/platform/dates.ts'

export type CallDays = { opensOn: PlainDate; closesOn: PlainDate; termFrom: PlainDate }
export type CallProblem = 'closes_before_opens' | 'closed_already' | 'term_before_close'

export function callProblem({ opensOn, closesOn, termFrom }: CallDays, today: PlainDate): CallProblem | null {
  if (closesOn < opensOn) return 'closes_before_opens'
  if (closesOn < today) return 'closed_already'
  return termFrom <= closesOn ? 'term_before_close' : null
}

export type CallState = 'open' | 'scoring' | 'proposed' | 'decided' | 'called_off'
/** What a reader sees: of an open one the days say whether it has begun, or is over. */
export type CallStage = 'ahead' | 'open' | 'closed' | Exclude<CallState, 'open'>

export function stageOfCall(
  { state, opensOn, closesOn }: CallDays & { state: CallState },
  today: PlainDate,
): CallStage {
  if (state !== 'open') return state
  return today < opensOn ? 'ahead' : today > closesOn ? 'closed' : 'open'
}

/** Whether an application fits what the call is for; an empty list is any. */
export function fitsCall(
  call: { stages: readonly string[]; subjects: readonly string[] },
  wish: { stage: string; subject: string },
): boolean {
  const fits = (list: readonly string[], one: string) => list.length === 0 || list.includes(one)
  return fits(call.stages, wish.stage) && fits(call.subjects, wish.subject)
}
