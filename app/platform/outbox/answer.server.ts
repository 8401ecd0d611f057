/** Answers a form from the outbox: the same act as the page's own, told as data. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'
import { HOLDER_HEADER, type OutboxAnswer } from './answer.ts'

/** Who signed in on that phone after the form was filled in does not send it. */
export function requireHolder(request: Request, actor: Actor): void {
  requireCan(request.headers.get(HOLDER_HEADER) === actor.accountId)
}

type Reply = { type: string; data: ActReply; init: ResponseInit | null }

/** What `runForm` answered, as data. A redirect is where the form, now in, can be seen; its cookies stay. */
export function outboxAnswer(answered: Response | Reply): Response {
  if (answered instanceof Response) {
    const headers = new Headers(answered.headers)
    const path = headers.get('Location') ?? '/'
    headers.delete('Location')
    return Response.json({ in: true, path } satisfies OutboxAnswer, { headers })
  }
  return Response.json({ in: false, reply: answered.data } satisfies OutboxAnswer, {
    status: answered.init?.status,
  })
}
