/** What waits for the reader, over all rooms; posting approves what is ticked. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { approveCases } from '#app/platform/approvals/cases.commands.server.ts'
import { inboxView } from '#app/platform/approvals/inbox.view.server.ts'
import { Inbox } from '#app/platform/approvals/ui/inbox.tsx'
import { database } from '#app/platform/database/client.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { isId } from '#app/platform/ids.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'approval.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, day, ...words } = await readingOf(request)
  return withRowsOnce(await inboxView(db, actor, new URL(request.url).searchParams, day, words), context)
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, day, t } = await readingOf(request)
  const form = await request.formData()
  const ids = form.getAll('case').filter((one): one is string => isId(one))
  const comment = String(form.get('comment') ?? '')
    .trim()
    .slice(0, 500)
  const { db } = await database()
  const done = await approveCases(db, actor, { ids, comment, formKey: formKeyOf(form) }, day)
  if (!done.ok) return data({ error: t(`approval.error_${done.reason}`, done.values) }, { status: 409 })
  const { approved, left } = done
  return redirectWithToast('/approvals', left > 0 ? 'approval.bulk_left' : 'approval.bulk_done', {
    approved,
    left,
  })
}

export default function Approvals() {
  return <Inbox view={useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error} />
}
