/** A call that concerns the reader: applying to lead a studio, and taking it back. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applyToCall, withdrawApplication } from '#app/modules/studios/calls/applications.commands.server.ts'
import { callsFor } from '#app/modules/studios/calls/calls.queries.server.ts'
import {
  applicationForm,
  applicationRefusalOf,
  withdrawForm,
} from '#app/modules/studios/calls/own.form.server.ts'
import { ownCallView } from '#app/modules/studios/calls/own.view.server.ts'
import { OwnCall } from '#app/modules/studios/calls/own-page.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnRecord } from './own-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'call.title', data?.title)

async function open({ request, params }: LoaderFunctionArgs) {
  const callId = requireId(params.ownCallId)
  const opened = await openOwnRecord(request)
  const { db, personId, today, words } = opened
  const call = requireFound((await callsFor(db, personId, today)).find(({ id }) => id === callId))
  return { ...opened, callId, view: await ownCallView(db, personId, call, today, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, view } = await open(args)
  const form = view.form && (await withDraft(db, actor.accountId, args.request, view.form))
  return { ...view, form }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const { db, actor, callId, today, words, view } = await open(args)
  const answer = async (key: 'application.toast_sent' | 'application.toast_withdrawn') => ({
    ok: true as const,
    answer: await redirectWithToast(`/me/studios/calls/${callId}`, key),
  })
  if ((await request.clone().formData()).get('which') === 'withdraw')
    return runForm(request, actor, {
      ...{ spec: withdrawForm, view: view.withdraw ?? UNDRAWN, words },
      commit: async ({ which: _, ...value }) => {
        const done = await withdrawApplication(db, actor, { ...value, callId }, today)
        return done.ok ? answer('application.toast_withdrawn') : applicationRefusalOf(done)
      },
    })
  return runForm(request, actor, {
    ...{ spec: applicationForm, view: view.form ?? UNDRAWN, words },
    commit: async (value) => {
      const done = await applyToCall(db, actor, { ...value, callId }, today)
      return done.ok ? answer('application.toast_sent') : applicationRefusalOf(done)
    },
  })
}

export default function MyCall() {
  return <OwnCall view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
