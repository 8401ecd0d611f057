/** The weekly timetable of teaching rounds. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TimetablePage } from '#app/modules/exchange/postings/posting-pages.tsx'
import {
  removeSlotForm,
  slotForm,
  timetablePageView,
  timetableRefusalOf,
} from '#app/modules/exchange/postings/timetable.form.server.ts'
import {
  addSlot,
  removeSlot,
  type TimetableOutcome,
} from '#app/modules/exchange/postings/timetable.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPosting } from './posting-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'posting.timetable')

export async function loader(args: LoaderFunctionArgs) {
  const { db, posting, words } = await openPosting(args, 'exchange:host')
  return timetablePageView(db, posting, words)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, posting, today, words } = await openPosting(args, 'exchange:host')
  const view = await timetablePageView(db, posting, words)
  const postingId = posting.id
  const answer = async (done: TimetableOutcome) => {
    if (!done.ok) return timetableRefusalOf(done)
    const to = `/exchange/postings/${postingId}/timetable`
    return { ok: true as const, answer: await redirectWithToast(to, 'posting.toast_slot') }
  }
  if ((await args.request.clone().formData()).has('slotId'))
    return runForm(args.request, actor, {
      ...{ spec: removeSlotForm, view: view.remove, words },
      commit: async (value) => answer(await removeSlot(db, actor, { ...value, postingId }, today)),
    })
  return runForm(args.request, actor, {
    ...{ spec: slotForm, view: view.add, words },
    commit: async ({ startsAt, endsAt, ...value }) => {
      const hours = { startsAt: startsAt ?? 0, endsAt: endsAt ?? 0 }
      return answer(await addSlot(db, actor, { ...value, ...hours, postingId }, today))
    },
  })
}

export default function TimetableRoute() {
  return <TimetablePage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
