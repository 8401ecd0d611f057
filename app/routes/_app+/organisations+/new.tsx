/** A new organisation, below the one that the address names. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import '#app/modules/registry/ui/words.tsx'
import {
  newOrganisationView,
  postNewOrganisation,
} from '#app/modules/registry/ui/organisation-acts.server.ts'
import { scopeOf } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
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
  const page = await open(request)
  return withDraft(page.db, page.actor.accountId, request, newOrganisationView(page))
}

export async function action({ request }: ActionFunctionArgs) {
  return postNewOrganisation(request, await open(request))
}

export default function NewOrganisation() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
