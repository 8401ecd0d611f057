/** One activity of one's studio; the leader's word on the host's date. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  activityCrumb,
  activityRefusalOf,
  counterForm,
  ownCrumb,
  studioCrumb,
} from '#app/modules/studios/activities/activity.form.server.ts'
import { activityView } from '#app/modules/studios/activities/activity.view.server.ts'
import { ActivityPage } from '#app/modules/studios/activities/activity-page.tsx'
import { decideCounter } from '#app/modules/studios/activities/answers.commands.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnActivity } from './own-studio.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'activity.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { db, studio, activity, leads, today, words } = await openOwnActivity(args)
  const asked = { activity, leads, orgId: studio.orgId, today, now: new Date() }
  const view = await activityView(db, asked, words)
  return { ...view, trail: [ownCrumb(words), studioCrumb(studio)] }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, activity, today, words } = await openOwnActivity(args)
  return runForm(args.request, actor, {
    ...{ spec: counterForm, view: UNDRAWN, words },
    commit: async ({ takes, ...value }) => {
      const wish = { ...value, id: activity.id, takes: takes === 'yes' }
      const done = await decideCounter(db, actor, wish, today)
      if (!done.ok) return activityRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(activityCrumb(activity).href, `activity.toast_counter_${takes}`),
      }
    },
  })
}

export default function OwnActivity() {
  return <ActivityPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
