/** The leader ends a mentoring pair, and says what came of it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  closePairForm,
  closePairView,
  membersPath,
  pairRefusalOf,
} from '#app/modules/studios/members/members.form.server.ts'
import { pairsOf } from '#app/modules/studios/members/members.queries.server.ts'
import { closePair } from '#app/modules/studios/members/pairs.commands.server.ts'
import '#app/modules/studios/member-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openLedStudio } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pair.close')

async function open(args: LoaderFunctionArgs) {
  const id = requireId(args.params.ownPairId)
  const opened = await openLedStudio(args)
  const { db, studio, today, words } = opened
  const pair = requireFound((await pairsOf(db, studio.id, today)).find((one) => one.id === id))
  return { ...opened, id, view: closePairView(studio, pair, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, id, studio, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: closePairForm, view, words },
    commit: async (value) => {
      const done = await closePair(db, actor, { ...value, id }, today)
      if (!done.ok) return pairRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(membersPath(studio), 'pair.toast_closed') }
    },
  })
}

export default function ClosePair() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
