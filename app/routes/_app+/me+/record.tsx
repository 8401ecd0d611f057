/** The reader's own record. Everybody on the staff reads theirs; nobody changes it here. */
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { eventsOf } from '#app/composition/timeline.server.ts'
import { findStaff } from '#app/modules/registry/index.server.ts'
import { readRecordDay } from '#app/modules/registry/ui/as-of.server.ts'
import { PersonRecord } from '#app/modules/registry/ui/person-record.tsx'
import { personView } from '#app/modules/registry/ui/person-view.server.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireCan, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'me.record')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(actor.personId !== null)
  const { db } = await database()
  const locale = localeOf(request)
  const words = { t: translator(locale), locale }
  const { day, now, problem } = readRecordDay(request, words.t)
  const record = requireFound(await findStaff(db, actor, actor.personId, day))
  const events = day !== now ? [] : await eventsOf(await readingOf(request), record.personId)
  const view = personView(record, now, words, events)
  const readOnly = { ...view, primary: null, identity: { ...view.identity, canReveal: false } }
  return data({ view: readOnly, day, problem }, { status: problem ? 400 : 200 })
}

export default function OwnRecord() {
  const { view, day, problem } = useLoaderData<typeof loader>()
  return <PersonRecord {...{ view, day, problem }} href="/me/record" hasList={false} />
}
