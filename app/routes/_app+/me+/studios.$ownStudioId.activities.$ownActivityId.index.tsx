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
import { removeMaterial } from '#app/modules/studios/materials/materials.commands.server.ts'
import {
  materialRefusalOf,
  removeMaterialForm,
} from '#app/modules/studios/materials/materials.form.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnActivity } from './own-studio.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'activity.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { db, studio, activity, leads, today, words } = await openOwnActivity(args)
  const isMember = studio.memberTo > today && studio.dissolvedOn === null
  const asked = { activity, leads, isMember, orgId: studio.orgId, today, now: new Date() }
  const view = await activityView(db, asked, words)
  return { ...view, trail: [ownCrumb(words), studioCrumb(studio)] }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, activity, today, words } = await openOwnActivity(args)
  if ((await args.request.clone().formData()).get('which') === 'material')
    return runForm(args.request, actor, {
      ...{ spec: removeMaterialForm, view: UNDRAWN, words },
      commit: async ({ material: id, formKey }) => {
        const done = await removeMaterial(db, actor, { id, formKey }, today)
        if (!done.ok) return materialRefusalOf(done)
        return {
          ok: true,
          answer: await redirectWithToast(activityCrumb(activity).href, 'material.toast_removed'),
        }
      },
    })
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
