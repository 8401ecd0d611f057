/** A new organisation, below the one that the address names. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/modules/registry/ui/act-form.tsx'
import type { ActReply } from '#app/modules/registry/ui/form-view.ts'
import {
  newOrganisationView,
  postNewOrganisation,
} from '#app/modules/registry/ui/organisation-acts.server.ts'
import { scopeOf } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOrganisation } from './organisation-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orgs.new')

/** Without a name in the address it stands below the reader's own place. */
async function open(request: Request) {
  const [own] = scopeOf(await requireActor(request), 'organisation:manage')
  const below = new URL(request.url).searchParams.get('below') ?? own
  requireCan(own !== undefined)
  const opened = await openOrganisation(request, below, 'organisation:manage')
  requireCan(opened.record.abilities.canMake.length > 0)
  return opened
}

export async function loader({ request }: LoaderFunctionArgs) {
  return newOrganisationView(await open(request))
}

export async function action({ request }: ActionFunctionArgs) {
  return postNewOrganisation(await request.formData(), await open(request))
}

export default function NewOrganisation() {
  return <ActForm view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
