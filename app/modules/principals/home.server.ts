/** What waits in the principal pipeline: for a head an open call or a place to say yes to, for a judge candidates, for bureaus the next step. */
import { HEAD_POSTS } from '#app/modules/registry/index.ts'
import { canSomewhere, scopeOf } from '#app/platform/access/actor.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { waitingFor } from './cohorts/judging.queries.server.ts'

export async function principalTasks(reading: Reading): Promise<HomeTask[]> {
  return [...(await ownTasks(reading)), ...(await judgingTask(reading)), ...(await countyTask(reading))]
}

type OwnRow = { id: string; title: string; closesOn: PlainDate; state: 'listed' | 'returned' | null }

/** Of a head: a place to say yes or no to, an application sent back, a cohort that calls. */
async function ownTasks({ db, actor, day, t, locale }: Reading): Promise<HomeTask[]> {
  const { personId } = actor
  if (!personId) return []
  const rows = await db.$queryRaw<OwnRow[]>`
    select h.id, h.title, h.closes_on::text as "closesOn", c.state
    from roster_entry e join organisation s on s.id = e.org_id join principal_cohort h on h.org_id = any(s.lineage)
    left join principal_candidate c on c.cohort_id = h.id and c.person_id = e.person_id
    where e.person_id = ${personId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to
      and (c.state in ('listed', 'returned') or c.id is null and h.state = 'open' and ${day}::date between h.opens_on and h.closes_on
        and e.school_post = any(${[...HEAD_POSTS]}::text[]))
    order by h.cycle_from desc, h.id`
  return rows.map(({ id, title, closesOn, state }) => {
    const href = `/me/principals/${id}`
    if (state === 'listed') return { href, figure: '1', title: t('home.principal_place'), note: title }
    if (state === 'returned') return { href, figure: '1', title: t('home.principal_returned'), note: title }
    const note = t('home.principal_call_note', { day: formatDay(closesOn, locale) })
    return { href, figure: '1', title: t('home.principal_call'), note }
  })
}

async function judgingTask({ db, actor, day, t, locale }: Reading): Promise<HomeTask[]> {
  const waiting = await waitingFor(db, actor, day)
  if (!waiting) return []
  const figure = formatNumber(waiting.count, locale)
  return [{ href: '/me/judging', figure, title: t('home.principal_judging'), note: waiting.title }]
}

async function countyTask({ db, actor, t, locale }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'principals:recommend')) return []
  const [first] = await db.$queryRaw<{ id: string; title: string; count: number }[]>`
    select h.id, h.title, count(*)::int as count from principal_candidate c join principal_cohort h on h.id = c.cohort_id
    where c.state = 'sent' and h.state = 'open' and c.county_id = any(${scopeOf(actor, 'principals:recommend')}::uuid[])
    group by h.id, h.title order by h.id limit 1`
  if (!first) return []
  const figure = formatNumber(first.count, locale)
  return [
    { href: `/principals/cohorts/${first.id}`, figure, title: t('home.principal_county'), note: first.title },
  ]
}
