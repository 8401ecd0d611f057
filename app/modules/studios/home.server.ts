/** What waits in studios: for a teacher an open call, for an expert applications to judge, for the bureau a call to move on. */
import { canSomewhere, scopeOf } from '#app/platform/access/actor.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { callsFor } from './calls/calls.queries.server.ts'
import { ownApplication } from './calls/own.queries.server.ts'
import { reviewsOf } from './calls/reviews.queries.server.ts'

export async function studioTasks(reading: Reading): Promise<HomeTask[]> {
  return [...(await reviewTask(reading)), ...(await callTask(reading)), ...(await ownTask(reading))]
}

async function reviewTask({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  const reviews = await reviewsOf(db, actor, day)
  const waiting = reviews.filter(
    ({ isScoring, points, conflict }) => isScoring && points === null && conflict === null,
  )
  if (waiting.length === 0) return []
  const figure = formatNumber(waiting.length, locale)
  return [{ href: '/me/reviews', figure, title: t('home.studio_reviews'), note: waiting[0]?.callTitle ?? '' }]
}

type Waiting = { id: string; title: string; count: number }

async function callTask({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'studios:call')) return []
  const [first] = await db.$queryRaw<Waiting[]>`
    select c.id, c.title, count(*) over ()::int as count from studio_call c join organisation o on o.id = c.org_id
    where c.state = 'open' and c.closes_on < ${day}::date and o.lineage && ${scopeOf(actor, 'studios:call')}::uuid[]
    order by c.closes_on limit 1`
  if (!first) return []
  const figure = formatNumber(first.count, locale)
  return [{ href: `/studios/calls/${first.id}`, figure, title: t('home.studio_calls'), note: first.title }]
}

async function ownTask({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  const { personId } = actor
  if (!personId) return []
  const [call] = (await callsFor(db, personId, day)).filter(
    ({ state, closesOn }) => state === 'open' && closesOn >= day,
  )
  if (!call || (await ownApplication(db, personId, call.id))?.state === 'sent') return []
  const note = t('home.studio_call_note', { day: formatDay(call.closesOn, locale) })
  return [{ href: `/me/studios/calls/${call.id}`, figure: '1', title: t('home.studio_call'), note }]
}
