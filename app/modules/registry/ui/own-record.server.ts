/** The reader's own record on the home page: at a glance, and what changed in it lately. */
import { addMonths, fullYearsBetween } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { OwnPanel, Reading, RecentChange } from '#app/platform/manifest/manifest.ts'
import { findStaff } from '../staff.queries.server.ts'
import type { StaffRecord } from '../staff-record.ts'
import { codeText } from './code-text.ts'
import { lifeOf, postText } from './life.ts'
import { lanesView } from './person-view.server.ts'

/** Older than a year is no news, but the latest of a quiet life still are. */
const RECENT_MONTHS = 12
const ALWAYS_SHOWN = 3
const ownHref = '/me/record'

async function ownRecord({ db, actor }: Reading): Promise<StaffRecord | null> {
  return actor.personId === null ? null : findStaff(db, actor, actor.personId)
}

/** Post, title, the three units, years at this organisation, statutory retirement. */
export async function ownPanel(reading: Reading): Promise<OwnPanel | null> {
  const record = await ownRecord(reading)
  if (!record) return null
  const { t, locale, day } = reading
  const { current, retirement } = record
  const unitName = (id: string) => record.organisationNames[id] ?? ''
  const years = fullYearsBetween(current.orgSince, day)
  const { lanes } = lanesView(record, unitName, reading)
  return {
    title: t('home.own_record'),
    lead: t('staff.number_is', { number: record.staffNumber }),
    facts: [
      { term: t('home.own_post'), value: postText(current, reading) },
      { term: t('home.own_title'), value: codeText('titleLevel', current.titleLevel, reading) },
      ...lanes.map(({ title, unit, since }) => ({ term: title, value: unit, note: since })),
      {
        term: t('home.own_years'),
        value: years < 1 ? t('home.own_under_a_year') : t('home.own_years_value', { years, count: years }),
        note: t('staff.since', { day: formatDay(current.orgSince, locale) }),
      },
      {
        term: t('home.own_retires'),
        value: retirement ? formatDay(retirement.date, locale) : t('home.own_retires_unknown'),
      },
    ],
    href: ownHref,
    linkLabel: t('home.own_open'),
  }
}

/** What began, ended or was corrected in the own record within a year, or lies ahead; at least the latest. */
export async function recentInOwnLife(reading: Reading): Promise<RecentChange[]> {
  const record = await ownRecord(reading)
  if (!record) return []
  const { t, locale, day } = reading
  const unitName = (id: string) => record.organisationNames[id] ?? ''
  const since = addMonths(day, -RECENT_MONTHS)
  return lifeOf(record.timeline, { t, locale, today: day, unitName })
    .flatMap(({ entries }) => entries)
    .filter(({ date }, at) => at < ALWAYS_SHOWN || date >= since)
    .map(({ date, title, body }) => ({ at: date, date, title, note: body, href: ownHref }))
}
