/** What the server says to a form from the outbox, and what is made of it. */
import type { ActReply } from '#app/platform/forms/form-view.ts'
import type { Holdup } from './waiting-form.ts'

/** Names the account that filled the form in: a session of another takes it not. */
export const HOLDER_HEADER = 'Shizi-Holder'

/** In, and where it can be seen; or refused. */
export type OutboxAnswer = { in: true; path: string } | { in: false; reply: ActReply }

export type Heard = OutboxAnswer | { holdup: Holdup }

const SIGNED_OUT = 401
const OTHER_ACCOUNT = 403
/** Answers that say nothing about the form: too many at once, busy, away. */
const laterStatuses = new Set([408, 425, 429])

/** Reads an answer. What is none of ours (a page of the network's own, a server on its way down) is no answer. */
export async function heard(response: Response): Promise<Heard> {
  const { status, type } = response
  if (type === 'opaqueredirect' || status === SIGNED_OUT || status === OTHER_ACCOUNT)
    return { holdup: 'signed_out' }
  const answer: unknown = await response.json().catch(() => null)
  if (isAnswer(answer)) return answer
  const isLater = status < 400 || status >= 500 || laterStatuses.has(status)
  return isLater
    ? { holdup: 'no_network' }
    : { in: false, reply: { errors: { '': 'form.not_taken' }, values: {} } }
}

function isAnswer(answer: unknown): answer is OutboxAnswer {
  return typeof answer === 'object' && answer !== null && 'in' in answer
}
