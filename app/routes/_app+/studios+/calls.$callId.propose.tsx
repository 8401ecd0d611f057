/** Proposes the best applications. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  callCrumb,
  callRefusalOf,
  proposeForm,
  proposeView,
} from '#app/modules/studios/calls/call.form.server.ts'
import { proposeStudios } from '#app/modules/studios/calls/proposal.commands.server.ts'
import { rankedApplications } from '#app/modules/studios/calls/ranking.server.ts'
import '#app/modules/studios/words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openCallPage } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'call.title')

async function open(args: LoaderFunctionArgs) {
  const opened = await openCallPage(args, 'studios:call')
  const { db, actor, call, today, words } = opened
  return { ...opened, view: proposeView(call, await rankedApplications(db, actor, call, today), words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, call, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: proposeForm, view, words },
    consequences: ({ applicationIds }) => [
      words.t('call.follows_propose', { count: applicationIds.length }),
      words.t('call.follows_notice'),
    ],
    commit: async (value) => {
      const done = await proposeStudios(db, actor, { ...value, id: call.id }, today)
      if (!done.ok) return callRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(callCrumb(call).href, 'call.toast_proposed') }
    },
  })
}

export default function Propose() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
