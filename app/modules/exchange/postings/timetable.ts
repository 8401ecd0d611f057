/** The weekly timetable of township teaching rounds 走教: hours at several schools, no two of them at once. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Minutes of the day, half-open; `weekday` 1 is Monday. */
export type Hours = { weekday: number; startsAt: number; endsAt: number }

export type TimetableRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'not_rounds'
  | 'over'
  | 'hours_order'
  | 'school_elsewhere'
  | 'clash'

/** `08:30` as minutes of the day; null where it is none. */
export function minutesOf(text: string): number | null {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(text.trim()) ?? []
  return hour === undefined ? null : Number(hour) * 60 + Number(minute)
}

export function timeText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
