/** Answers an invitation or a wish to join, from either side's page. */
import { answerWish } from '#app/modules/studios/members/members.commands.server.ts'
import { answerWishForm, memberRefusalOf } from '#app/modules/studios/members/members.form.server.ts'
import { UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import type { openOwnRecord } from './own-page.server.ts'

type Opened = Pick<Awaited<ReturnType<typeof openOwnRecord>>, 'db' | 'actor' | 'today' | 'words'>

/** `path`: the page that shows it. */
export function answerOneWish(request: Request, { db, actor, today, words }: Opened, path: string) {
  return runForm(request, actor, {
    ...{ spec: answerWishForm, view: UNDRAWN, words },
    commit: async ({ wish, ...value }) => {
      const done = await answerWish(db, actor, { ...value, id: wish }, today)
      if (!done.ok) return memberRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(path, `member.toast_${value.answer}`) }
    },
  })
}
