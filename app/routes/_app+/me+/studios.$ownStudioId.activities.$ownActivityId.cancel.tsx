/** The leader cancels an activity. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelActivity } from '#app/modules/studios/activities/activities.commands.server.ts'
import {
  activityCrumb,
  activityRefusalOf,
  cancelForm,
  cancelView,
} from '#app/modules/studios/activities/activity.form.server.ts'
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
  return { ...opened, view: cancelView(opened.studio, opened.activity, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, activity, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: cancelForm, view, words },
    commit: async (value) => {
      const done = await cancelActivity(db, actor, { ...value, id: activity.id }, today)
      if (!done.ok) return activityRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(activityCrumb(activity).href, 'activity.toast_cancelled'),
      }
    },
  })
}

export default function CancelActivity() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
