/** The bureau calls for leaders of studios. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bureausOf } from '#app/modules/registry/index.server.ts'
import { callForm, callRefusalOf, newCallView } from '#app/modules/studios/calls/call.form.server.ts'
import { sayCall } from '#app/modules/studios/calls/calls.commands.server.ts'
import '#app/modules/studios/words.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'call.say')

async function open(request: Request) {
  const opened = await openStudios(request, 'studios:call')
  const bureaus = await bureausOf(opened.db, opened.actor, 'studios:call')
  return { ...opened, view: newCallView(bureaus, opened.today, opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, view } = await open(request)
  return withDraft(db, actor.accountId, request, view)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: callForm, view, words },
    commit: async ({ about, ...wish }) => {
      const done = await sayCall(db, actor, { ...wish, about: about ?? '' }, today)
      if (!done.ok) return callRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(`/studios/calls/${done.id}`, 'call.toast_said') }
    },
  })
}

export default function NewCall() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
