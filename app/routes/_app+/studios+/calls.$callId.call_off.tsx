/** Calls a call off. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  callCrumb,
  callOffForm,
  callOffView,
  callRefusalOf,
} from '#app/modules/studios/calls/call.form.server.ts'
import { callOff } from '#app/modules/studios/calls/calls.commands.server.ts'
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
  return { ...opened, view: callOffView(opened.call, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, call, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: callOffForm, view, words },
    commit: async (value) => {
      const done = await callOff(db, actor, { ...value, id: call.id })
      if (!done.ok) return callRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(callCrumb(call).href, 'call.toast_off') }
    },
  })
}

export default function CallOff() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
