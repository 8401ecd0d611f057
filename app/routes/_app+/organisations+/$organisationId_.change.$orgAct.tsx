/** An act on an organisation: keep its facts right, move, close, designate, enter figures. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import '#app/modules/registry/ui/words.tsx'
import { organisationActs } from '#app/modules/registry/ui/organisation-acts.server.ts'
import { isOrganisationAct } from '#app/modules/registry/ui/organisation-acts.ts'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openManaged } from './organisation-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'orgs.title', data?.title)

async function open(args: LoaderFunctionArgs) {
  const { orgAct } = args.params
  const act = requireFound(isOrganisationAct(orgAct) ? organisationActs[orgAct] : null)
  const page = await openManaged(args)
  return { act, page, view: requireFound(act.view(page)) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, view } = await open(args)
  return withDraft(page.db, page.actor.accountId, args.request, view)
}

export async function action(args: ActionFunctionArgs) {
  const { act, page, view } = await open(args)
  return act.post(args.request, page, view)
}

export default function ChangeOrganisation() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
