/** Proposals of outreach for the next term; the bureau asks for one. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  bureauOf,
  proposalForm,
  proposalRefusalOf,
  proposalsView,
} from '#app/modules/studios/proposals/proposal.view.server.ts'
import { requestProposal } from '#app/modules/studios/proposals/proposals.commands.server.ts'
import { Proposals } from '#app/modules/studios/proposals/proposals-page.tsx'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'proposal.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openStudios(request)
  return proposalsView(db, actor, words)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words } = await openStudios(request, 'studios:call')
  const orgId = requireFound(bureauOf(actor))
  return runForm(request, actor, {
    ...{ spec: proposalForm, view: UNDRAWN, words },
    commit: async ({ formKey }) => {
      const done = await requestProposal(db, actor, { orgId, formKey }, today)
      if (!done.ok) return proposalRefusalOf(done)
      const to = `/studios/proposals/${done.id}`
      return { ok: true, answer: await redirectWithToast(to, 'proposal.toast_requested') }
    },
  })
}

export default function ProposalsRoute() {
  return <Proposals view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
