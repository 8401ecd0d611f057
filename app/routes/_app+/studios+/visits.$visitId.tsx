/** One visit: the host school answers the date, and confirms afterwards who was there. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findVisit, teachersAt } from '#app/modules/studios/activities/activities.queries.server.ts'
import {
  activityRefusalOf,
  answerForm,
  confirmForm,
  confirmView,
} from '#app/modules/studios/activities/activity.form.server.ts'
import { clockOf } from '#app/modules/studios/activities/activity.ts'
import { visitView } from '#app/modules/studios/activities/activity.view.server.ts'
import { answerActivity } from '#app/modules/studios/activities/answers.commands.server.ts'
import { confirmActivity } from '#app/modules/studios/activities/confirm.commands.server.ts'
import { VisitPage } from '#app/modules/studios/activities/visit-page.tsx'
import { can } from '#app/platform/access/actor.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'visit.title', data?.title)

async function open({ request, params }: LoaderFunctionArgs) {
  const id = requireId(params.visitId)
  const opened = await openStudios(request, 'studios:host')
  const { db, actor, today, words } = opened
  const activity = requireFound(await findVisit(db, actor, id))
  const about = { ...activity, day: clockOf(activity.startsAt).day }
  const isHost = can(actor, 'studios:host', { lineage: activity.hostLineage })
  const confirm =
    isHost && activity.state === 'held' ? confirmView(activity, await teachersAt(db, about), words) : null
  const asked = { activity, isHost, orgId: activity.hostId, today, confirm }
  return { ...opened, activity, view: await visitView(db, asked, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const { db, actor, activity, today, words, view } = await open(args)
  const { id } = activity
  const answer = async (key: 'visit.toast_answered' | 'visit.toast_confirmed') => ({
    ok: true as const,
    answer: await redirectWithToast(`/studios/visits/${id}`, key),
  })
  if ((await request.clone().formData()).get('which') === 'confirm')
    return runForm(request, actor, {
      ...{ spec: confirmForm, view: view.confirm ?? UNDRAWN, words },
      commit: async ({ which: _, happened, note, ...value }) => {
        const wish = { ...value, id, happened: happened === 'yes', note: note ?? '' }
        const done = await confirmActivity(db, actor, wish, today)
        return done.ok ? answer('visit.toast_confirmed') : activityRefusalOf(done)
      },
    })
  return runForm(request, actor, {
    ...{ spec: answerForm, view: view.answer ?? UNDRAWN, words },
    commit: async ({ which: _, day, from, to, note, ...value }) => {
      const time = day ? { day, from, to } : null
      const done = await answerActivity(db, actor, { ...value, id, time, note: note ?? '' })
      return done.ok ? answer('visit.toast_answered') : activityRefusalOf(done)
    },
  })
}

export default function Visit() {
  return <VisitPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
