/** The school's word on a researcher's day there, from the list or from its own page. */
import { answerLog } from '#app/modules/studios/researchers/logs.commands.server.ts'
import { answerLogForm, logRefusalOf } from '#app/modules/studios/researchers/researchers.form.server.ts'
import { HOSTED_RESEARCH_PATH } from '#app/modules/studios/researchers/tell-researchers.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import type { openStudios } from './studios-page.server.ts'

type Opened = Pick<Awaited<ReturnType<typeof openStudios>>, 'db' | 'actor' | 'words'> & { view: FormView }

export function answerOneLog(request: Request, { db, actor, words, view }: Opened) {
  return runForm(request, actor, {
    ...{ spec: answerLogForm, view, words },
    commit: async ({ log, note, ...value }) => {
      const done = await answerLog(db, actor, { ...value, id: log, note: note ?? '' })
      if (!done.ok) return logRefusalOf(done)
      const toast = `research_log.toast_${value.answer}` as const
      return { ok: true, answer: await redirectWithToast(HOSTED_RESEARCH_PATH, toast) }
    },
  })
}
