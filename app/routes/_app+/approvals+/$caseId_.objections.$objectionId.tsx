/** Answers an objection to a case's public notice. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { answerForm } from '#app/platform/approvals/forms.ts'
import { answerView } from '#app/platform/approvals/notice.view.server.ts'
import { findObjection } from '#app/platform/approvals/notices.queries.server.ts'
import { answerObjection } from '#app/platform/approvals/objections.commands.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'notice.answer_title')

async function open({ request, params }: LoaderFunctionArgs) {
  const [caseId, id] = [requireId(params.caseId), requireId(params.objectionId)]
  const reading = await readingOf(request)
  const { db, actor, day } = reading
  return { reading, found: requireFound(await findObjection(db, actor, caseId, id, day)) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { reading, found } = await open(args)
  return answerView(found, reading)
}

export async function action(args: ActionFunctionArgs) {
  const { reading, found } = await open(args)
  const { db } = await database()
  return runForm(args.request, reading.actor, {
    ...{ spec: answerForm, view: answerView(found, reading), words: reading },
    commit: async ({ answer, outcome, formKey }) => {
      const input = { objectionId: found.id, answer, isUpheld: outcome === 'upheld', formKey }
      const done = await answerObjection(db, reading.actor, input, reading.day)
      if (!done.ok) return { ok: false, key: `notice.error_${done.reason}` }
      return { ok: true, answer: await redirectWithToast(`/approvals/${done.caseId}`, 'notice.answer_done') }
    },
  })
}

export default function AnswerObjection() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
