/** 新进人员: somebody who was never in the registry. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/modules/registry/ui/act-form.tsx'
import type { ActReply } from '#app/modules/registry/ui/form-view.ts'
import { hireView, postHire } from '#app/modules/registry/ui/hire.server.ts'
import { schoolOfOffice } from '#app/modules/registry/ui/organisation-names.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStaff } from './staff-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'staff.act_hire')

async function open(request: Request) {
  const { actor, db, words } = await openStaff(request, 'staff:write')
  return { actor, words, view: hireView(await schoolOfOffice(db, actor), today(), words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, words, view } = await open(request)
  return postHire(await request.formData(), actor, view, words)
}

export default function Hire() {
  return <ActForm view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
