/** One proposal of outreach: stopped while it is computed, sent to the leaders once it is. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  proposalForm,
  proposalRefusalOf,
  proposalView,
} from '#app/modules/studios/proposals/proposal.view.server.ts'
import { Proposal } from '#app/modules/studios/proposals/proposal-page.tsx'
import { cancelProposal, sendProposal } from '#app/modules/studios/proposals/proposals.commands.server.ts'
import { can } from '#app/platform/access/actor.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openProposal } from './studios-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'proposal.title', data?.term)

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, proposal, words } = await openProposal(args)
  return proposalView(db, actor, proposal, words)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, proposal, today, words } = await openProposal(args, 'studios:call')
  requireCan(can(actor, 'studios:call', proposal))
  const { id } = proposal
  return runForm(args.request, actor, {
    ...{ spec: proposalForm, view: UNDRAWN, words },
    commit: async ({ act, formKey }) => {
      const sends = act === 'send'
      const done = sends
        ? await sendProposal(db, actor, { id, formKey }, today)
        : await cancelProposal(db, actor, { id, formKey })
      if (!done.ok) return proposalRefusalOf(done)
      const toast = sends ? 'proposal.toast_sent' : 'proposal.toast_cancelled'
      return { ok: true, answer: await redirectWithToast(`/studios/proposals/${id}`, toast) }
    },
  })
}

export default function ProposalRoute() {
  return <Proposal view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
