/** The leader takes another school than the one proposed, or none. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proposalRefusalOf } from '#app/modules/studios/proposals/proposal.view.server.ts'
import { answerProposed } from '#app/modules/studios/proposals/proposals.commands.server.ts'
import { proposedTo } from '#app/modules/studios/proposals/proposals.queries.server.ts'
import {
  answerProposedForm,
  answerProposedView,
  proposedPath,
} from '#app/modules/studios/proposals/proposed.view.server.ts'
import '#app/modules/studios/coverage-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openLedStudio } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'proposal.proposed')

async function open(args: LoaderFunctionArgs) {
  const id = requireId(args.params.ownProposedId)
  const opened = await openLedStudio(args)
  const { db, studio, today, words } = opened
  const row = requireFound((await proposedTo(db, studio.id, today)).find((one) => one.id === id))
  return { ...opened, id, view: answerProposedView(studio, row, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, id, studio, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: answerProposedForm, view, words },
    commit: async ({ note, ...value }) => {
      const done = await answerProposed(db, actor, { ...value, note: note ?? '', id }, today)
      if (!done.ok) return proposalRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(proposedPath(studio), 'proposal.toast_answered') }
    },
  })
}

export default function AnswerProposed() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
