/** A studio's activities as a month, a week or a list. */

import { overridesFrom } from '#app/platform/calendar/overrides.server.ts'
import { schoolTerms } from '#app/platform/calendar/school-terms.server.ts'
import { holidayOf } from '#app/platform/calendar/school-terms.ts'
import { isWorkingDay } from '#app/platform/calendar/working-days.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import { groupedBy } from '#app/platform/grouped.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { activitiesBetween, type CalendarRow } from './activities.queries.server.ts'
import { ACTIVITY_STATES, type ActivityState, clockOf, isAhead, midnightOf } from './activity.ts'
import { CALENDAR_VIEWS, type CalendarView, monthOf, spanOf, weeksOf } from './calendar.ts'

export const stateTones: Record<ActivityState, Tone> = {
  asked: 'amber',
  planned: 'accent',
  held: 'amber',
  confirmed: 'green',
  not_held: 'neutral',
  declined: 'neutral',
  lapsed: 'neutral',
  cancelled: 'neutral',
}

export type AskedCalendar = {
  studioId: string
  /** Where the calendar is. */
  path: string
  /** The page of one of its activities. */
  hrefOf: (id: string) => string
  /** Whether the reader makes its dates. */
  leads: boolean
}

/** `params`: `view` and `day`; what is none of them is the month of today. */
export async function calendarView(
  db: Db,
  { studioId, path, hrefOf, leads }: AskedCalendar,
  params: URLSearchParams,
  today: PlainDate,
  words: Words,
) {
  const { t } = words
  const view = CALENDAR_VIEWS.find((one) => one === params.get('view')) ?? 'month'
  const asked = params.get('day') ?? ''
  const day = isPlainDate(asked) && asked > '2000' && asked < '2100' ? asked : today
  const span = spanOf(view, day)
  const rows = await activitiesBetween(db, studioId, midnightOf(span.first), midnightOf(span.end))
  const byDay = groupedBy(rows, ({ startsAt }) => clockOf(startsAt).day)
  const overrides = await overridesFrom(db, span.first)
  const terms = await schoolTerms(db)
  const stateOf = statesOf(words)
  const days = view === 'list' ? [...byDay.keys()] : weeksOf(span).flat()
  const to = (change: { view?: CalendarView; day?: PlainDate }) => addressWith(path, params, change)
  return {
    view,
    title: titleOf(view, day, span, words),
    views: CALENDAR_VIEWS.map((one) => ({
      href: to({ view: one }),
      label: t(`activities.view_${one}`),
      current: one === view,
    })),
    links: {
      before: to({ day: span.before }),
      after: to({ day: span.after }),
      today: to({ day: today }),
    },
    weekdays:
      view === 'list'
        ? []
        : (weeksOf(span)[0]?.map((one) => t(`activities.weekday_${weekdayOf(one)}`)) ?? []),
    days: days.map((one) => ({
      day: one,
      number: String(Number(one.slice(8))),
      label: `${formatDay(one, words.locale)} ${t(`activities.weekday_${weekdayOf(one)}`)}`,
      isToday: one === today,
      isOutside: view === 'month' && monthOf(one) !== monthOf(day),
      mark: markOf(
        one,
        { isWorked: isWorkingDay(one, overrides), isHoliday: holidayOf(one, terms) !== null },
        words,
      ),
      newHref: leads && one >= today ? `${path}/activities/new?day=${one}` : null,
      items: (byDay.get(one) ?? []).map((row) => itemView(row, { hrefOf, leads, stateOf }, words)),
    })),
    isEmpty: rows.length === 0,
  }
}
export type CalendarPageView = Awaited<ReturnType<typeof calendarView>>
export type CalendarDay = CalendarPageView['days'][number]

const WEEKDAYS = [7, 1, 2, 3, 4, 5, 6] as const
const weekdayOf = (day: PlainDate) => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1

/** A day of the schools' holidays 假; a working day that is free 休, or a weekend's that is worked 班. */
function markOf(
  day: PlainDate,
  { isWorked, isHoliday }: { isWorked: boolean; isHoliday: boolean },
  { t }: Words,
): string | null {
  if (isHoliday) return t('activities.holidays')
  const isWeekend = weekdayOf(day) >= 6
  if (isWorked === !isWeekend) return null
  return t(isWorked ? 'activities.worked' : 'activities.free')
}

const OFF: readonly ActivityState[] = ['cancelled', 'declined', 'lapsed', 'not_held']

/** One object a state, however many activities are in it: it is sent once. */
function statesOf({ t }: Words) {
  const states = new Map(
    ACTIVITY_STATES.map((state) => [
      state,
      { label: t(`activity.state_${state}`), tone: stateTones[state], isOff: OFF.includes(state) },
    ]),
  )
  return (state: ActivityState) => states.get(state) ?? { label: '', tone: 'neutral' as const, isOff: false }
}

type Drawn = Pick<AskedCalendar, 'hrefOf' | 'leads'> & { stateOf: ReturnType<typeof statesOf> }

function itemView(row: CalendarRow, { hrefOf, leads, stateOf }: Drawn, { t }: Words) {
  const from = clockOf(row.startsAt).clock
  return {
    id: row.id,
    href: hrefOf(row.id),
    time: `${from}–${clockOf(row.endsAt).clock}`,
    from,
    title: row.title,
    kind: t(`activity.kind_${row.kind}`),
    host: row.hostName,
    state: stateOf(row.state),
    isMovable: leads && isAhead(row.state),
  }
}

function titleOf(
  view: CalendarView,
  day: PlainDate,
  { first, end }: { first: PlainDate; end: PlainDate },
  { t, locale }: Words,
): string {
  if (view === 'week') return t('activities.week_of', { day: formatDay(first, locale) })
  const month = (one: PlainDate) =>
    t('activities.month', { year: one.slice(0, 4), month: Number(one.slice(5, 7)) })
  if (view === 'month') return month(day)
  return t('activities.months', { from: month(first), until: month(spanOf('month', end).before) })
}
