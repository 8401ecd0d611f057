/** A step of the round, with what follows from it: signing posts off, opening them again, removing the round. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  ROUND_ACTS,
  roundActForm,
  roundActView,
  roundRefusalOf,
} from '#app/modules/exchange/rounds/round.form.server.ts'
import {
  closeContests,
  closeVolunteering,
  removeRound,
  reopenNeeds,
  signOffNeeds,
} from '#app/modules/exchange/rounds/rounds.commands.server.ts'
import '#app/modules/exchange/rounds/words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openRoundPage } from './round-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'round.title', data?.title)

const commands = {
  sign_off: signOffNeeds,
  reopen: reopenNeeds,
  remove: removeRound,
  close_volunteering: closeVolunteering,
  close_contests: closeContests,
}

async function open(args: LoaderFunctionArgs) {
  const act = requireFound(ROUND_ACTS.find((one) => one === args.params.roundAct) ?? null)
  const opened = await openRoundPage(args, 'exchange:round')
  return { ...opened, act, view: roundActView(opened.round, act, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, round, act, view, today, words } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: roundActForm, view, words },
    commit: async ({ version, formKey }) => {
      const done = await commands[act](db, actor, { id: round.id, version, formKey }, today)
      if (!done.ok) return roundRefusalOf(done)
      const to = act === 'remove' ? '/exchange/rounds' : `/exchange/rounds/${round.id}`
      return { ok: true, answer: await redirectWithToast(to, `round.toast_${act}`) }
    },
  })
}

export default function RoundAct() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
