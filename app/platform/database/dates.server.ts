/** Between plain dates and what Prisma reads and writes for `date` columns (UTC midnight). */
import type { PlainDate } from '#app/platform/dates.ts'

export function toDbDate(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`)
}

export function fromDbDate(date: Date): PlainDate {
  return date.toISOString().slice(0, 10)
}

export function fromDbDateOrNull(date: Date | null): PlainDate | null {
  return date ? fromDbDate(date) : null
}
