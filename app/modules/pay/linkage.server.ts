/** Whom the linkage clock concerns: told when it starts and when it is overdue, and reminded on the home page. */
import { canSomewhere } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import { type Db, database } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { notify, type Telling } from '#app/platform/notifications/notify.server.ts'
import { oncePerDay } from '#app/platform/notifications/rounds.server.ts'
import { type CountyClock, clocksOf, overdueClocks } from './linkage.queries.server.ts'
import { countiesFor, everyCounty } from './parity.queries.server.ts'
import { paySetters } from './setters.sql.server.ts'

export async function sweepLinkage(): Promise<void> {
  const { db } = await database()
  const day = today()
  await oncePerDay(db, 'pay', day, (tx) => tellOfClocks(tx, day))
}

/** A clock that started is told once, one that is overdue once a month; to those who set pay at the county or above it. */
export async function tellOfClocks(tx: Db, day: PlainDate): Promise<void> {
  const counties = await everyCounty(tx)
  const clocks = await clocksOf(tx, counties, day)
  const tellings = clocks.flatMap((one) => {
    const what = whatToTell(one, day)
    return what ? [{ one, what }] : []
  })
  if (tellings.length === 0) return
  const setters = await paySetters(tx)
  await notify(
    tx,
    tellings.flatMap(({ one, what }) => {
      const concerned = setters.filter(({ orgId }) => one.county.lineage.includes(orgId))
      return [...new Set(concerned.map(({ accountId }) => accountId))].map((accountId) => ({
        ...{ accountId, href: '/pay/linkage' },
        ...what,
      }))
    }),
  )
}

/** A clock is told of as started for a week: who comes later sees it on the page. */
const DAYS_NEW = 7

function whatToTell(
  { county, clock }: CountyClock,
  day: PlainDate,
): Omit<Telling, 'accountId' | 'href'> | null {
  const values = { county: county.name, year: clock.year, until: clock.until }
  const matter = `${county.id}:${clock.year}`
  if (clock.state === 'running' && day <= addDays(clock.since, DAYS_NEW))
    return { key: `pay.linkage_started:${matter}`, topic: 'pay.told_linkage_started', values }
  if (clock.state === 'overdue')
    return {
      key: `pay.linkage_overdue:${matter}:${day.slice(0, 7)}`,
      ...{ topic: 'pay.told_linkage_overdue', values },
    }
  return null
}

/** Counties within reach that have not followed in time. */
export async function linkageTasks({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  if (!canSomewhere(actor, 'pay:set')) return []
  const overdue = await overdueClocks(db, await countiesFor(db, actor), day)
  if (overdue.length === 0) return []
  const names = overdue.slice(0, 3).map(({ county }) => county.name)
  return [
    {
      ...{ href: '/pay/linkage', figure: formatNumber(overdue.length, locale) },
      title: t('home.linkage_overdue', { count: overdue.length }),
      note: names.join(locale === 'en' ? ', ' : '、'),
    },
  ]
}
