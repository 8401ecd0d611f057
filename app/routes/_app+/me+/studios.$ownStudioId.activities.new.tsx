/** The leader schedules an activity. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { schoolsOfLines } from '#app/modules/registry/index.server.ts'
import { scheduleActivity } from '#app/modules/studios/activities/activities.commands.server.ts'
import { membersOn } from '#app/modules/studios/activities/activities.queries.server.ts'
import {
  activityForm,
  activityFormView,
  activityRefusalOf,
  repeatOf,
  studioCrumb,
  targetLines,
} from '#app/modules/studios/activities/activity.form.server.ts'
import { ClashWatch } from '#app/modules/studios/activities/clash-watch.tsx'
import { datesForeseen } from '#app/modules/studios/activities/typed-dates.server.ts'
import { proposedTo } from '#app/modules/studios/proposals/proposals.queries.server.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openLedStudio } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'activity.new')

async function open(args: LoaderFunctionArgs) {
  const opened = await openLedStudio(args)
  const { db, studio, query, today, words } = opened
  const asked = query.get('day') ?? ''
  const day = isPlainDate(asked) ? asked : today
  const members = await membersOn(db, studio.id, today)
  const waiting = query.has('proposed') ? await proposedTo(db, studio.id, today) : []
  const proposed =
    waiting.find(({ id, state }) => id === query.get('proposed') && state === 'proposed') ?? null
  const known = [studio.schoolId, ...(proposed ? [proposed.schoolId] : [])]
  return { ...opened, known, view: activityFormView(studio, { members, day, proposed }, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, studio, view } = await open(args)
  return {
    view: await withDraft(db, actor.accountId, args.request, view),
    from: `/me/studios/${studio.id}/clashes`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, personId, studio, known, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: activityForm, view, words, known },
    consequences: (value) =>
      datesForeseen(
        db,
        { ...value, repeat: repeatOf(value), leaderId: personId, except: null, studio },
        today,
        words,
      ),
    foresee: async ({ targets }) => {
      const { unknown } = await schoolsOfLines(db, actor, targetLines(targets))
      if (!unknown) return null
      return activityRefusalOf({ ok: false, reason: 'target_unknown', values: { school: unknown } })
    },
    commit: async ({ day, from, to, repeat, everyWeeks, until, days, about, targets, ...value }) => {
      const { ids } = await schoolsOfLines(db, actor, targetLines(targets))
      const wish = {
        ...{ ...value, about: about ?? '', studioId: studio.id, time: { day, from, to }, targets: ids },
        repeat: repeatOf({ repeat, everyWeeks, until, days }),
      }
      const done = await scheduleActivity(db, actor, wish, today)
      if (!done.ok) return activityRefusalOf(done)
      const to_ = `${studioCrumb(studio).href}?day=${day}`
      return { ok: true, answer: await redirectWithToast(to_, 'activity.toast_scheduled') }
    },
  })
}

export default function NewActivity() {
  const { view, from } = useLoaderData<typeof loader>()
  const reply = useActionData<ActReply>()
  return (
    <>
      <FormPage view={view} reply={reply} />
      {!reply?.check && <ClashWatch from={from} />}
    </>
  )
}
