/** Whether an exchange posting takes somebody away. */
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'

const { sql } = Prisma

/** The last day after which a full-time posting of the person is over that runs within the time, half open; null without one. */
export const postedWithin = (personId: Prisma.Sql, { from, to }: { from: PlainDate; to: PlainDate }) => sql`(
  select max(x.valid_to) from exchange_posting x where x.person_id = ${personId} and x.is_full_time and x.cancelled_at is null
    and daterange(x.valid_from, x.valid_to) && daterange(${from}::date, ${to}::date))`
