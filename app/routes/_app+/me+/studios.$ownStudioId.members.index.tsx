/** The members of one's studio; the leader answers who wants to join. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { membersPath } from '#app/modules/studios/members/members.form.server.ts'
import { membersView } from '#app/modules/studios/members/members.view.server.ts'
import { MembersPage } from '#app/modules/studios/members/members-page.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openLedStudio, openOwnStudio } from './own-studio.server.ts'
import { answerOneWish } from './own-wish.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'member.title')

export async function loader(args: LoaderFunctionArgs) {
  const { db, personId, studio, leads, today, words } = await openOwnStudio(args)
  const asked = { studio, reader: { personId, leads }, day: today }
  const { id, name } = studio
  return { ...(await membersView(db, asked, words)), studio: { id, name } }
}

export async function action(args: ActionFunctionArgs) {
  const opened = await openLedStudio(args)
  return answerOneWish(args.request, opened, membersPath(opened.studio))
}

export default function StudioMembers() {
  return <MembersPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
