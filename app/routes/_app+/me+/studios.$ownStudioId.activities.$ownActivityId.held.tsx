/** The leader says that an activity was held, and who of the studio was there. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { membersOn, peopleOf } from '#app/modules/studios/activities/activities.queries.server.ts'
import {
  activityCrumb,
  activityRefusalOf,
  heldForm,
  heldView,
} from '#app/modules/studios/activities/activity.form.server.ts'
import { markHeld } from '#app/modules/studios/activities/confirm.commands.server.ts'
import '#app/modules/studios/own-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnActivity } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'activity.title')

async function open(args: LoaderFunctionArgs) {
  const opened = await openOwnActivity(args, true)
  const { db, studio, activity, today, words } = opened
  const people = { members: await membersOn(db, studio.id, today), booked: await peopleOf(db, activity.id) }
  return { ...opened, view: heldView(studio, activity, people, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, activity, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: heldForm, view, words },
    commit: async (value) => {
      const done = await markHeld(db, actor, { ...value, id: activity.id }, today, new Date())
      if (!done.ok) return activityRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(activityCrumb(activity).href, 'activity.toast_held'),
      }
    },
  })
}

export default function HeldActivity() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
