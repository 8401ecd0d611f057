/** The leader invites a teacher. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteMember } from '#app/modules/studios/members/members.commands.server.ts'
import {
  inviteForm,
  inviteView,
  memberRefusalOf,
  membersPath,
} from '#app/modules/studios/members/members.form.server.ts'
import '#app/modules/studios/member-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openLedStudio } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'member.invite')

async function open(args: LoaderFunctionArgs) {
  const opened = await openLedStudio(args)
  return { ...opened, view: inviteView(opened.studio, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, studio, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: inviteForm, view, words },
    commit: async ({ note, ...value }) => {
      const done = await inviteMember(db, actor, { ...value, note: note ?? '', studioId: studio.id }, today)
      if (!done.ok) return memberRefusalOf(done, ['schoolId', 'name', 'staffNumber', 'role'])
      return { ok: true, answer: await redirectWithToast(membersPath(studio), 'member.toast_invited') }
    },
  })
}

export default function InviteMember() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
