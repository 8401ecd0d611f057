/** A member leaves, or is let go by the leader. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endMembership } from '#app/modules/studios/members/members.commands.server.ts'
import {
  endForm,
  endView,
  memberRefusalOf,
  membersPath,
} from '#app/modules/studios/members/members.form.server.ts'
import { belongingTo } from '#app/modules/studios/members/members.queries.server.ts'
import '#app/modules/studios/member-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireCan, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnStudio } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'member.title')

async function open(args: LoaderFunctionArgs) {
  const id = requireId(args.params.ownMemberId)
  const opened = await openOwnStudio(args)
  const { db, personId, studio, leads, today, words } = opened
  const member = requireFound((await belongingTo(db, studio.id, today)).find((one) => one.id === id))
  const isOwn = member.personId === personId
  requireCan(leads || isOwn)
  return { ...opened, id, view: endView(studio, member, isOwn, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, id, studio, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: endForm, view, words },
    commit: async (value) => {
      const done = await endMembership(db, actor, { ...value, id }, today)
      if (!done.ok) return memberRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(membersPath(studio), 'member.toast_ended') }
    },
  })
}

export default function EndMembership() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
