/** Gives one's decisions to a colleague while away, and takes them back. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { delegate, endDelegation } from '#app/platform/approvals/delegations.commands.server.ts'
import { delegationRefusal, delegationsView } from '#app/platform/approvals/delegations.view.server.ts'
import { delegationForm } from '#app/platform/approvals/forms.ts'
import { Delegations } from '#app/platform/approvals/ui/delegations.tsx'
import { database } from '#app/platform/database/client.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { isId } from '#app/platform/ids.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'delegation.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, day, ...words } = await readingOf(request)
  return delegationsView(db, actor, day, words)
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, day, ...words } = await readingOf(request)
  const { db } = await database()
  const form = await request.clone().formData()
  if (form.has('end')) {
    const id = form.get('end')
    const input = { id: isId(id) ? id : actor.accountId, formKey: formKeyOf(form) }
    const done = await endDelegation(db, actor, input, day)
    return redirectWithToast('/approvals/away', done.ok ? 'delegation.ended' : 'delegation.error_not_found')
  }
  const { form: view } = await delegationsView(db, actor, day, words)
  return runForm(request, actor, {
    ...{ spec: delegationForm, view, words },
    commit: async ({ reason, ...wish }) => {
      const done = await delegate(db, actor, { ...wish, reason: reason ?? '' }, day)
      if (!done.ok) return delegationRefusal(done)
      return { ok: true, answer: await redirectWithToast('/approvals/away', 'delegation.given') }
    },
  })
}

export default function Away() {
  return <Delegations view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
