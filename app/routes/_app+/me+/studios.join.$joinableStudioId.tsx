/** The reader asks to join a studio. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applyToJoin } from '#app/modules/studios/members/members.commands.server.ts'
import { joinForm, joinView, memberRefusalOf } from '#app/modules/studios/members/members.form.server.ts'
import { joinableFor } from '#app/modules/studios/members/members.queries.server.ts'
import '#app/modules/studios/member-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnRecord } from './own-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'member.join')

async function open({ request, params }: LoaderFunctionArgs) {
  const studioId = requireId(params.joinableStudioId)
  const opened = await openOwnRecord(request)
  const { db, personId, today, words } = opened
  const [studio] = await joinableFor(db, personId, today, studioId)
  return { ...opened, studioId, view: joinView(requireFound(studio), words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, studioId, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: joinForm, view, words },
    commit: async ({ note, ...value }) => {
      const done = await applyToJoin(db, actor, { ...value, note: note ?? '', studioId }, today)
      if (!done.ok) return memberRefusalOf(done, ['role'])
      return { ok: true, answer: await redirectWithToast('/me/studios', 'member.toast_applied') }
    },
  })
}

export default function JoinStudio() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
