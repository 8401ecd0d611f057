/** Opens a round. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  openRoundForm,
  openRoundView,
  roundRefusalOf,
} from '#app/modules/exchange/rounds/round.form.server.ts'
import { openRound } from '#app/modules/exchange/rounds/rounds.commands.server.ts'
import { placesForRounds } from '#app/modules/exchange/rounds/rounds.queries.server.ts'
import '#app/modules/exchange/rounds/words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'round.open')

async function open(request: Request) {
  const opened = await openExchange(request, 'exchange:round')
  const places = await placesForRounds(opened.db, opened.actor)
  return { ...opened, view: openRoundView(places, opened.today, opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: openRoundForm, view, words },
    commit: async (value) => {
      const done = await openRound(db, actor, value, today)
      if (!done.ok) return roundRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(`/exchange/rounds/${done.id}`, 'round.toast_opened'),
      }
    },
  })
}

export default function NewRound() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
