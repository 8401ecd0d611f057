/** A person's record 档案, on today or on the day the address names. A post asks for the whole identity number. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { eventsOf } from '#app/composition/timeline.server.ts'
import { revealForm } from '#app/modules/registry/forms.ts'
import { revealIdentity } from '#app/modules/registry/person.commands.server.ts'
import { findStaff } from '#app/modules/registry/staff.queries.server.ts'
import { readRecordDay } from '#app/modules/registry/ui/as-of.server.ts'
import type { RevealReply } from '#app/modules/registry/ui/identity-number.tsx'
import { PersonRecord } from '#app/modules/registry/ui/person-record.tsx'
import { personView } from '#app/modules/registry/ui/person-view.server.ts'
import { readForm, refusal, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { requireCan, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStaff } from './staff-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'staff.list_title', data?.view.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, db, words } = await openStaff(request)
  const { day, now, problem } = readRecordDay(request, words.t)
  const record = requireFound(await findStaff(db, actor, requireId(params.personId), day))
  const events = day !== now ? [] : await eventsOf(await readingOf(request), record.personId)
  const view = personView(record, now, words, events)
  return data({ view, day, problem }, { status: problem ? 400 : 200 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, db } = await openStaff(request, 'identity:reveal')
  const { personId, abilities } = requireFound(await findStaff(db, actor, requireId(params.personId)))
  requireCan(abilities.canReveal)
  const form = await request.formData()
  const read = readForm(form, revealForm)
  if (!read.ok) return refuseForm(read.reply)
  const revealed = await revealIdentity(db, actor, { personId, ...read.value })
  if (!revealed.ok) return refuseForm(refusal(form, `registry.refused.${revealed.reason}`, 'reason'), 409)
  return data<RevealReply>({ errors: {}, values: {}, idNumber: revealed.idNumber })
}

export default function Person() {
  const { view, day, problem } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <PersonRecord {...{ view, day, problem, reply }} href={`/staff/${view.id}`} hasList />
}
