/** Days whose being worked is told otherwise than by the known calendar, from a day on. */
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { CalendarOverrides } from './working-days.ts'

export async function overridesFrom(db: Db, day: PlainDate): Promise<CalendarOverrides> {
  const days = await db.calendarDay.findMany({ where: { day: { gte: toDbDate(day) } } })
  return new Map(days.map((one) => [fromDbDate(one.day), one.isWorking]))
}
