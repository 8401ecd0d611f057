/** The leader pairs a mentor with a trainee. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  membersPath,
  pairForm,
  pairRefusalOf,
  pairView,
} from '#app/modules/studios/members/members.form.server.ts'
import { belongingTo } from '#app/modules/studios/members/members.queries.server.ts'
import { makePair } from '#app/modules/studios/members/pairs.commands.server.ts'
import '#app/modules/studios/member-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openLedStudio } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pair.new')

async function open(args: LoaderFunctionArgs) {
  const opened = await openLedStudio(args)
  const { db, studio, today, words } = opened
  const members = (await belongingTo(db, studio.id, today)).filter(({ validTo }) => validTo > today)
  return { ...opened, view: pairView(studio, members, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, studio, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: pairForm, view, words },
    commit: async (value) => {
      const done = await makePair(db, actor, { ...value, studioId: studio.id }, today)
      if (!done.ok) return pairRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(membersPath(studio), 'pair.toast_made') }
    },
  })
}

export default function NewPair() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
