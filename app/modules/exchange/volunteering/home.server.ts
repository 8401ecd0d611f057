/** What waits in volunteering: for a teacher the open window, for a school grounds to check, for the county contests to answer. */
import { type Actor, canSomewhere, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { isVolunteering } from './application.ts'
import { applicationOf, ownRound } from './applications.queries.server.ts'

export async function volunteeringTasks(reading: Reading): Promise<HomeTask[]> {
  return [...(await ownTask(reading)), ...(await checkTask(reading)), ...(await answerTask(reading))]
}

async function ownTask({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  const own = actor.personId && (await ownRound(db, actor.personId, day))
  if (!own || !isVolunteering(own.round, day) || own.posts.length === 0) return []
  if ((await applicationOf(db, own.round, actor.personId ?? ''))?.state === 'submitted') return []
  const note = t('home.volunteer_open_note', { day: formatDay(own.round.volunteersUntil, locale) })
  return [{ href: '/me/round', figure: '1', title: t('home.volunteer_open'), note }]
}

async function checkTask({ db, actor, t, locale }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'exchange:exempt')) return []
  const waiting = await uncheckedIn(db, actor)
  if (!waiting) return []
  const href = `/exchange/rounds/${waiting.roundId}/volunteers/${waiting.personId}`
  const figure = formatNumber(waiting.count, locale)
  return [{ href, figure, title: t('home.claims_open'), note: t('home.claims_open_note') }]
}

type Waiting = { roundId: string; personId: string; count: number }

async function uncheckedIn(db: Db, actor: Actor): Promise<Waiting | undefined> {
  const scope = scopeOf(actor, 'exchange:exempt')
  const [first] = await db.$queryRaw<Waiting[]>`
    select r.id as "roundId", a.person_id as "personId", count(*) over ()::int as count
    from exchange_round r
    join exchange_application a on a.round_id = r.id and a.state = 'submitted'
    join roster_entry e on e.person_id = a.person_id and e.valid_from <= make_date(r.school_year, 9, 1)
      and make_date(r.school_year, 9, 1) < e.valid_to
    join organisation o on o.id = e.org_id
    where r.state in ('volunteering', 'contest') and o.lineage && ${scope}::uuid[]
      and a.claims @> '[{"isConfirmed": null}]' and a.person_id is distinct from ${actor.personId}::uuid
    order by a.submitted_at limit 1`
  return first
}

async function answerTask({ db, actor, t, locale }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'exchange:round')) return []
  const scope = scopeOf(actor, 'exchange:round')
  const [first] = await db.$queryRaw<Waiting[]>`
    select r.id as "roundId", a.person_id as "personId", count(*) over ()::int as count
    from exchange_contest c
    join exchange_application a on a.id = c.application_id
    join exchange_round r on r.id = a.round_id
    join organisation place on place.id = r.org_id
    where c.answered_at is null and r.state = 'contest' and place.lineage && ${scope}::uuid[]
    order by c.raised_at limit 1`
  if (!first) return []
  const href = `/exchange/rounds/${first.roundId}/volunteers/${first.personId}`
  const figure = formatNumber(first.count, locale)
  return [{ href, figure, title: t('home.contests_open'), note: t('home.contests_open_note') }]
}
