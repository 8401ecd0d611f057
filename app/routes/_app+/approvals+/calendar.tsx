/** The calendar: which days are worked or free otherwise than is known, when schools teach, and by which document. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { dropDay, tellDays } from '#app/platform/approvals/calendar.commands.server.ts'
import {
  calendarFormView,
  calendarRefusal,
  calendarView,
} from '#app/platform/approvals/calendar.view.server.ts'
import { calendarForm, termForm } from '#app/platform/approvals/forms.ts'
import { dropTerm, tellTerm } from '#app/platform/approvals/terms.commands.server.ts'
import {
  termFormView,
  termOfCode,
  termRefusal,
  termsView,
} from '#app/platform/approvals/terms.view.server.ts'
import { Calendar } from '#app/platform/approvals/ui/calendar.tsx'
import { database } from '#app/platform/database/client.server.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireCan, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

const HERE = '/approvals/calendar'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'calendar.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, day, ...words } = await readingOf(request)
  requireCan(canSomewhere(actor, 'policy:read'))
  const view = await calendarView(db, actor, day, words)
  return { ...view, terms: await termsView(db, view.form !== null, day, words) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, day, ...words } = await readingOf(request)
  requireCan(canSomewhere(actor, 'policy:manage'))
  const { db } = await database()
  const form = await request.clone().formData()
  const dropped = String(form.get('drop') ?? '')
  if (isPlainDate(dropped)) {
    const done = await dropDay(db, actor, { day: dropped, formKey: formKeyOf(form) })
    return redirectWithToast(HERE, done.ok ? 'calendar.dropped' : `calendar.error_${done.reason}`)
  }
  const term = termOfCode(String(form.get('dropTerm') ?? ''))
  if (term) {
    const done = await dropTerm(db, actor, { ...term, formKey: formKeyOf(form) })
    return redirectWithToast(HERE, done.ok ? 'calendar.dropped' : `school_term.error_${done.reason}`)
  }
  if (form.get('which') === 'term')
    return runForm(request, actor, {
      ...{ spec: termForm, view: termFormView(day, words), words },
      commit: async ({ term: code, termFirst: firstDay, termLast: lastDay, termSource: source, formKey }) => {
        const told = requireFound(termOfCode(code))
        const done = await tellTerm(db, actor, { ...told, firstDay, lastDay, source, formKey })
        if (!done.ok) return termRefusal(done)
        return { ok: true, answer: await redirectWithToast(HERE, 'school_term.told') }
      },
    })
  return runForm(request, actor, {
    ...{ spec: calendarForm, view: calendarFormView(day, words), words },
    commit: async ({ kind, lastDay, ...told }) => {
      const days = { ...told, lastDay: lastDay ?? null, isWorking: kind === 'working' }
      const done = await tellDays(db, actor, days)
      if (!done.ok) return calendarRefusal(done)
      return { ok: true, answer: await redirectWithToast(HERE, 'calendar.told') }
    },
  })
}

export default function WorkingDays() {
  return <Calendar view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
