/** 新进人员: somebody who was never in the registry. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import '#app/modules/registry/ui/words.tsx'
import { hireView, postHire } from '#app/modules/registry/ui/hire.server.ts'
import { schoolOfOffice } from '#app/modules/registry/ui/organisation-names.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openStaff } from './staff-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'staff.act_hire')

async function open(request: Request) {
  const { actor, db, words } = await openStaff(request, 'staff:write')
  return { db, actor, words, view: hireView(await schoolOfOffice(db, actor), today(), words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, view } = await open(request)
  return withDraft(db, actor.accountId, request, view)
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, words, view } = await open(request)
  return postHire(request, actor, view, words)
}

export default function Hire() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
