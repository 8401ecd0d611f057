/** What waits in the principal pipeline: for a head an open call or a place to say yes to, for a judge candidates, for bureaus the next step. */
import { canSomewhere, scopeOf } from '#app/platform/access/actor.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { cohortsFor, ownCandidacy } from './cohorts/cohorts.queries.server.ts'
import { HEAD_POSTS } from './cohorts/facts.server.ts'
import { waitingFor } from './cohorts/judging.queries.server.ts'

export async function principalTasks(reading: Reading): Promise<HomeTask[]> {
  return [...(await ownTasks(reading)), ...(await judgingTask(reading)), ...(await countyTask(reading))]
}

/** Of a head. */
async function ownTasks({ db, actor, day, t, locale }: Reading): Promise<HomeTask[]> {
  const { personId } = actor
  if (!personId) return []
  const heads = await db.$queryRaw<{ id: string }[]>`
    select person_id as id from roster_entry where person_id = ${personId}::uuid and valid_from <= ${day}::date
      and ${day}::date < valid_to and school_post = any(${[...HEAD_POSTS]}::text[])`
  if (heads.length === 0) return []
  const tasks: HomeTask[] = []
  for (const cohort of await cohortsFor(db, personId, day)) {
    const own = await ownCandidacy(db, personId, cohort.id)
    const href = `/me/principals/${cohort.id}`
    const isCalling = cohort.state === 'open' && cohort.opensOn <= day && day <= cohort.closesOn
    if (own?.state === 'listed')
      tasks.push({ href, figure: '1', title: t('home.principal_place'), note: cohort.title })
    else if (own?.state === 'returned')
      tasks.push({ href, figure: '1', title: t('home.principal_returned'), note: cohort.title })
    else if (!own && isCalling) {
      const note = t('home.principal_call_note', { day: formatDay(cohort.closesOn, locale) })
      tasks.push({ href, figure: '1', title: t('home.principal_call'), note })
    }
  }
  return tasks
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
