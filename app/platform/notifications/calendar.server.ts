/** Somebody's own deadlines as a calendar (RFC 5545): whole days, each with the same UID whenever it is read. */
import ical, { ICalCalendarMethod } from 'ical-generator'
import { addDays } from '#app/platform/dates.ts'
import { settings } from '#app/platform/env.server.ts'
import type { Deadline } from '#app/platform/manifest/manifest.ts'

/** `deadlines` are days of the calendar in Asia/Shanghai, not moments: they stand on their day wherever the reader is. */
export function calendarOf(name: string, deadlines: readonly Deadline[]): string {
  const calendar = ical({
    ...{ name, timezone: 'Asia/Shanghai', method: ICalCalendarMethod.PUBLISH, ttl: 12 * 3600 },
    prodId: { company: 'Shizi', product: 'Shizi', language: 'ZH' },
  })
  for (const { uid, day, title, note, href } of deadlines) {
    calendar.createEvent({
      ...{ id: `${uid}@shizi`, allDay: true, summary: title, description: note },
      start: noon(day),
      end: noon(addDays(day, 1)),
      url: settings().PUBLIC_URL ? `${settings().PUBLIC_URL}${href}` : null,
    })
  }
  return calendar.toString()
}

/** In the middle of the day, on the machine's own clock, which the library reads: no zone moves it to another. */
const noon = (day: string) => new Date(`${day}T12:00:00`)
