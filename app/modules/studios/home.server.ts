/** What waits in studios: for a teacher an open call, for an expert applications to judge, for the bureau a call to move on. */
import { canSomewhere, scopeOf } from '#app/platform/access/actor.ts'
import { termOf } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { callsFor } from './calls/calls.queries.server.ts'
import { ownApplication } from './calls/own.queries.server.ts'
import { reviewsOf } from './calls/reviews.queries.server.ts'
import { researchTasks } from './researchers/home.server.ts'

export async function studioTasks(reading: Reading): Promise<HomeTask[]> {
  return [
    ...(await visitTasks(reading)),
    ...(await leaderTasks(reading)),
    ...(await reviewTask(reading)),
    ...(await callTask(reading)),
    ...(await ownTask(reading)),
    ...(await wishTasks(reading)),
    ...(await proposedTask(reading)),
    ...(await researchTasks(reading)),
  ]
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

type WaitingActivity = { what: string; href: string; title: string; count: number }

const taskOf = ({ t, locale }: Reading, one: WaitingActivity): HomeTask => ({
  ...{ href: one.href, note: one.title, figure: formatNumber(one.count, locale) },
  title: t(`home.studio_${one.what as 'asked' | 'held' | 'counter' | 'over'}`),
})

/** Of a host school: dates to answer, and what was held there to confirm. */
async function visitTasks(reading: Reading): Promise<HomeTask[]> {
  const { db, actor } = reading
  if (!canSomewhere(actor, 'studios:host')) return []
  const rows = await db.$queryRaw<WaitingActivity[]>`
    select distinct on (a.state) a.state as what, '/studios/visits/' || a.id as href, a.title, (count(*) over (partition by a.state))::int as count
    from studio_activity a join organisation h on h.id = a.host_id
    where a.state in ('asked', 'held') and h.id = any(${scopeOf(actor, 'studios:host')}::uuid[])
      and (a.state = 'held' or not exists (select from studio_answer w where w.activity_id = a.id and w.sequence = a.sequence))
    order by a.state, a.starts_at`
  return rows.map((one) => taskOf(reading, one))
}

/** Of a leader: dates that schools propose, and activities that are over. */
async function leaderTasks(reading: Reading): Promise<HomeTask[]> {
  const { db, actor } = reading
  if (!actor.personId) return []
  const rows = await db.$queryRaw<WaitingActivity[]>`
    with waiting as (
      select case a.state when 'asked' then 'counter' else 'over' end as what,
        '/me/studios/' || a.studio_id || '/activities/' || a.id as href, a.title, a.starts_at
      from studio_activity a join studio_member m on m.studio_id = a.studio_id and m.role = 'leader'
      where m.person_id = ${actor.personId}::uuid and m.valid_to > ${reading.day}::date and (
        a.state = 'planned' and a.ends_at < ${new Date()}
        or a.state = 'asked' and exists (select from studio_answer w where w.activity_id = a.id and w.sequence = a.sequence
          and w.answer = 'countered' and w.outcome is null)))
    select distinct on (what) what, href, title, (count(*) over (partition by what))::int as count
    from waiting order by what, starts_at`
  return rows.map((one) => taskOf(reading, one))
}

/** Invitations of a teacher, and of a leader who wants to join. */
async function wishTasks({ db, actor, day, t, locale }: Reading): Promise<HomeTask[]> {
  const { personId } = actor
  if (!personId) return []
  const rows = await db.$queryRaw<{ what: 'wishes' | 'joins'; href: string; name: string; count: number }[]>`
    with waiting as (
      select case w.kind when 'invited' then 'wishes' else 'joins' end as what, t.name, w.made_at,
        case w.kind when 'invited' then '/me/studios' else '/me/studios/' || t.id || '/members' end as href
      from studio_wish w join studio t on t.id = w.studio_id
      where w.state = 'open' and t.dissolved_on is null and t.valid_to > ${day}::date
        and (w.kind = 'invited' and w.person_id = ${personId}::uuid
          or w.kind = 'applied' and exists (select from studio_member m where m.studio_id = t.id and m.role = 'leader'
            and m.person_id = ${personId}::uuid and m.valid_to > ${day}::date)))
    select distinct on (what) what, href, name, (count(*) over (partition by what))::int as count from waiting order by what, made_at`
  return rows.map(({ what, href, name, count }) => ({
    ...{ href, note: name, figure: formatNumber(count, locale), title: t(`home.studio_${what}`) },
  }))
}

/** Of a leader: visits that the bureau proposes. */
async function proposedTask({ db, actor, day, t, locale }: Reading): Promise<HomeTask[]> {
  const { personId } = actor
  if (!personId) return []
  const { schoolYear, season } = termOf(day)
  const [first] = await db.$queryRaw<{ studioId: string; name: string; count: number }[]>`
    select t.id as "studioId", t.name, count(*)::int as count from studio_member m join studio t on t.id = m.studio_id
    join studio_proposed_visit v on v.studio_id = t.id and v.state = 'proposed'
    join studio_proposal p on p.id = v.proposal_id and p.state = 'sent'
    where m.person_id = ${personId}::uuid and m.role = 'leader' and m.valid_to > ${day}::date and t.dissolved_on is null
      and (p.school_year, p.season = 'spring') >= (${schoolYear}::int, ${season === 'spring'}::boolean)
    group by 1, 2 limit 1`
  if (!first) return []
  const figure = formatNumber(first.count, locale)
  const href = `/me/studios/${first.studioId}/proposed`
  return [{ href, figure, title: t('home.studio_proposed'), note: first.name }]
}
