/** Calendars (RFC 5545): deadlines as whole days, events at their time; each with the same UID whenever it is read. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { addDays } from '#app/platform/dates.ts'
import { settings } from '#app/platform/env.server.ts'
import type { DatedEvent, Deadline } from '#app/platform/manifest/manifest.ts'

const ZONE = 'Asia/Shanghai'
/** China has had one offset, and no summer time, since 1991. */
const VTIMEZONE = [
  ...['BEGIN:VTIMEZONE', `TZID:${ZONE}`, 'BEGIN:STANDARD', 'DTSTART:19910915T000000', 'TZOFFSETFROM:+0800'],
  ...['TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'],
].join('\r\n')

const statuses: Record<DatedEvent['state'], ICalEventStatus> = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
}

/** `deadlines` are days of the calendar in Asia/Shanghai, not moments: they stand on their day wherever the reader is. */
export function calendarOf(
  name: string,
  deadlines: readonly Deadline[],
  events: readonly DatedEvent[] = [],
): string {
  const calendar = ical({
    ...{
      name,
      method: ICalCalendarMethod.PUBLISH,
      ttl: 12 * 3600,
      x: [{ key: 'X-WR-TIMEZONE', value: ZONE }],
    },
    prodId: { company: 'Shizi', product: 'Shizi', language: 'ZH' },
  })
  for (const { uid, day, title, note, href } of deadlines) {
    calendar.createEvent({
      ...{ id: `${uid}@shizi`, allDay: true, summary: title, description: note },
      start: noon(day),
      end: noon(addDays(day, 1)),
      url: addressOf(href),
    })
  }
  for (const { uid, from, to, title, note, place, href, sequence, state } of events) {
    calendar.createEvent({
      ...{ id: `${uid}@shizi`, sequence, status: statuses[state] },
      ...{ timezone: ZONE, start: inChina(from), end: inChina(to) },
      ...{ summary: title, description: note, location: place, url: href && addressOf(href) },
    })
  }
  return withZone(calendar.toString())
}

const addressOf = (href: string) => (settings().PUBLIC_URL ? `${settings().PUBLIC_URL}${href}` : null)

/** With its zone, which the library then writes beside the clock. */
const inChina = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE)

/** A zone of the whole calendar would take the Z from when events were stamped, so that it is told beside them. */
const withZone = (text: string) => text.replace('\r\nBEGIN:VEVENT', () => `\r\n${VTIMEZONE}\r\nBEGIN:VEVENT`)

/** In the middle of the day of which the library writes the date. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)
