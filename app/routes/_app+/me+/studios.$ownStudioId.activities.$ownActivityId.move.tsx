/** The leader moves an activity. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveActivity } from '#app/modules/studios/activities/activities.commands.server.ts'
import { peopleOf } from '#app/modules/studios/activities/activities.queries.server.ts'
import {
  activityCrumb,
  activityRefusalOf,
  moveForm,
  moveView,
} from '#app/modules/studios/activities/activity.form.server.ts'
import { datesForeseen } from '#app/modules/studios/activities/typed-dates.server.ts'
import '#app/modules/studios/own-words.tsx'
import { isPlainDate } from '#app/platform/dates.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnActivity } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'activity.title')

async function open(args: LoaderFunctionArgs) {
  const opened = await openOwnActivity(args, true)
  const day = opened.query.get('day') ?? ''
  const { studio, activity, words } = opened
  return { ...opened, view: moveView(studio, activity, isPlainDate(day) ? day : null, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, personId, studio, activity, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: moveForm, view, words },
    consequences: async (time) => {
      const people = (await peopleOf(db, activity.id)).map((one) => one.personId)
      const { hostId, room, id: except } = activity
      const wish = { ...time, repeat: { kind: 'once' as const }, people, hostId, room, except, studio }
      return datesForeseen(db, { ...wish, leaderId: personId }, today, words)
    },
    commit: async ({ version, formKey, ...time }) => {
      const done = await moveActivity(db, actor, { id: activity.id, version, formKey, time }, today)
      if (!done.ok) return activityRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(activityCrumb(activity).href, 'activity.toast_moved'),
      }
    },
  })
}

export default function MoveActivity() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
