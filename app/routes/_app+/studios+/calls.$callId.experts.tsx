/** Names who scores, and opens scoring. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  callCrumb,
  callRefusalOf,
  expertsForm,
  expertsView,
} from '#app/modules/studios/calls/call.form.server.ts'
import { nameExperts } from '#app/modules/studios/calls/calls.commands.server.ts'
import { listExperts } from '#app/modules/studios/calls/calls.queries.server.ts'
import '#app/modules/studios/words.tsx'
import { namesOf } from '#app/platform/auth/accounts-named.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { openCallPage } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'call.experts')

async function open(args: LoaderFunctionArgs) {
  const opened = await openCallPage(args, 'studios:call')
  const { db, call, today, words } = opened
  const least = (await policiesAt(db, call.orgId, today)).use('studios.experts_least').value
  return { ...opened, view: expertsView(call, await listExperts(db, call.id), least, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, call, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: expertsForm, view, words },
    commit: async ({ names, ...value }) => {
      const done = await nameExperts(db, actor, { ...value, id: call.id, names: namesOf(names) }, today)
      if (!done.ok) return callRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(callCrumb(call).href, 'call.toast_experts') }
    },
  })
}

export default function Experts() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
