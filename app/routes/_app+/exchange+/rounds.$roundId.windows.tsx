/** Changes the windows of a round. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roundRefusalOf, windowsForm, windowsView } from '#app/modules/exchange/rounds/round.form.server.ts'
import { changeWindows } from '#app/modules/exchange/rounds/rounds.commands.server.ts'
import '#app/modules/exchange/rounds/words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openRoundPage } from './round-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'round.windows')

export async function loader(args: LoaderFunctionArgs) {
  const { round, words } = await openRoundPage(args, 'exchange:round')
  return windowsView(round, words)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, round, words } = await openRoundPage(args, 'exchange:round')
  return runForm(args.request, actor, {
    ...{ spec: windowsForm, view: windowsView(round, words), words },
    commit: async (value) => {
      const done = await changeWindows(db, actor, { id: round.id, ...value })
      if (!done.ok) return roundRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(`/exchange/rounds/${round.id}`, 'round.toast_windows'),
      }
    },
  })
}

export default function Windows() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
