/** The calendar of working days as its page shows it: the years that are known, and the days told otherwise. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { isYearKnown } from '#app/platform/calendar/working-days.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatDay, formatList } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { type CalendarRefusal, calendarKeeper } from './calendar.commands.server.ts'
import { calendarForm } from './forms.ts'

/** Some ten years of holidays. */
const MOST = 400
const YEARS_AHEAD = 2

export async function calendarView(db: Db, actor: Actor, today: PlainDate, words: Words) {
  const { t, locale } = words
  const days = await db.calendarDay.findMany({ orderBy: { day: 'desc' }, take: MOST })
  const year = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, at) => year + at)
  const unknown = years.filter((one) => !isYearKnown(one) && !days.some(({ day }) => isIn(one, day)))
  return {
    days: days.map(({ day, isWorking, source }) => ({
      id: fromDbDate(day),
      day: formatDay(fromDbDate(day), locale),
      weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(day),
      kind: t(isWorking ? 'calendar.working' : 'calendar.free'),
      source,
    })),
    unknown: unknown.length > 0 ? t('calendar.unknown', { years: formatList(unknown, locale) }) : null,
    form: (await calendarKeeper(db, actor)) ? calendarFormView(today, words) : null,
  }
}

const isIn = (year: number, day: Date) => day.getUTCFullYear() === year

export function calendarFormView(today: PlainDate, words: Words) {
  return {
    title: words.t('calendar.new'),
    ...{ trail: [], intro: '' },
    sections: drawSections(calendarForm.sections, words, {
      values: { kind: 'free' },
      fields: { firstDay: { min: `${today.slice(0, 4)}-01-01` } },
    }),
    submitLabel: words.t('calendar.save'),
  }
}

const fieldOf: Record<CalendarRefusal, string> = {
  not_allowed: '',
  ends_before_start: 'lastDay',
  too_many: 'lastDay',
  not_found: '',
}

export function calendarRefusal({ reason }: Refused<CalendarRefusal>): ActRefusal {
  return { ok: false, key: `calendar.error_${reason}`, field: fieldOf[reason] }
}
