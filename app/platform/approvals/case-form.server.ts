/** The two forms of a case's page, told apart by what they say they are. */

import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { CaseRecord } from './case.queries.server.ts'
import { caseRefusal, decideView, ownView } from './case.view.server.ts'
import { decideCase, recuseFromCase, submitCase, withdrawCase } from './cases.commands.server.ts'
import { decideForm, ownForm } from './forms.ts'

type CaseReading = Words & { db: Db; actor: Actor; day: PlainDate }

export async function runCaseForm(request: Request, reading: CaseReading, found: CaseRecord) {
  const which = (await request.clone().formData()).get('which')
  return which === 'own' ? runOwn(request, reading, found) : runDecision(request, reading, found)
}

async function runDecision(request: Request, { actor, day, ...words }: CaseReading, found: CaseRecord) {
  const { db } = await database()
  return runForm(request, actor, {
    ...{ spec: decideForm, view: decideView(found, words), words },
    commit: async ({ decision, comment, ...sent }) => {
      const input = { id: found.id, comment: comment ?? '', ...sent }
      const done =
        decision === 'recuse'
          ? await recuseFromCase(db, actor, input, day)
          : await decideCase(db, actor, { ...input, decision }, day)
      return done.ok ? { ok: true, answer: await back(found) } : caseRefusal(done)
    },
  })
}

async function runOwn(request: Request, { actor, day, ...words }: CaseReading, found: CaseRecord) {
  const { db } = await database()
  return runForm(request, actor, {
    ...{ spec: ownForm, view: ownView(found, words), words },
    commit: async ({ act, note, ...sent }) => {
      const input = { id: found.id, comment: note ?? '', ...sent }
      const move = act === 'submit' ? submitCase : withdrawCase
      const done = await move(db, actor, input, day)
      return done.ok ? { ok: true, answer: await back(found) } : caseRefusal(done)
    },
  })
}

function back({ id }: CaseRecord): Promise<Response> {
  return redirectWithToast(`/approvals/${id}`, 'approval.done')
}
