/** The days that a calendar draws. Pure; weeks begin on Monday, days are plain. */
import { addDays, type PlainDate } from '#app/platform/dates.ts'

export const CALENDAR_VIEWS = ['month', 'week', 'list'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

const WEEK = 7

/** Monday of the day's week. */
export function weekOf(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + WEEK - 1) % WEEK))
}

export const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01`

export function addMonths(month: PlainDate, count: number): PlainDate {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

/** Half open: what of the calendar is read, and where the one before and after begin. */
export type Span = { first: PlainDate; end: PlainDate; before: PlainDate; after: PlainDate }

/** Whole weeks around the month; a week; or the list of three months from the month on. */
export function spanOf(view: CalendarView, day: PlainDate): Span {
  if (view === 'week') {
    const first = weekOf(day)
    return { first, end: addDays(first, WEEK), before: addDays(first, -WEEK), after: addDays(first, WEEK) }
  }
  const month = monthOf(day)
  if (view === 'list') {
    const end = addMonths(month, 3)
    return { first: month, end, before: addMonths(month, -3), after: end }
  }
  const next = addMonths(month, 1)
  return {
    first: weekOf(month),
    end: addDays(weekOf(addDays(next, -1)), WEEK),
    before: addMonths(month, -1),
    after: next,
  }
}

/** The days of a span, week by week. */
export function weeksOf({ first, end }: Pick<Span, 'first' | 'end'>): PlainDate[][] {
  const weeks: PlainDate[][] = []
  for (let monday = first; monday < end; monday = addDays(monday, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, at) => addDays(monday, at)))
  return weeks
}
