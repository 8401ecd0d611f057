/** Working days 工作日 of the Chinese calendar: with its holidays and the weekend days that are worked for them 调休. */
import chineseDays from 'chinese-days'
import { addDays, type PlainDate } from '#app/platform/dates.ts'

/** Days that are told otherwise than the known calendar has them: of years that it does not know yet, above all. */
export type CalendarOverrides = ReadonlyMap<PlainDate, boolean>

/** Whether the State Council's calendar of that year is known; where it is not, weekends alone are free. */
export function isYearKnown(year: number): boolean {
  const newYear = `${year}-01-01`
  return chineseDays.getDayDetail(newYear).name.includes(',')
}

export function isWorkingDay(day: PlainDate, overrides: CalendarOverrides): boolean {
  return overrides.get(day) ?? chineseDays.isWorkday(day)
}

/** The day on which so many working days are over, counted from the day after `from`; `from` itself for none. */
export function addWorkingDays(from: PlainDate, count: number, overrides: CalendarOverrides): PlainDate {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, overrides)) left -= 1
  }
  return day
}
