/** Main appointments in set-based SQL. */
import { Prisma } from '#app/platform/database/generated/client.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'

const { sql } = Prisma

/**
 * "It is a main appointment", in words by which the exclusion constraint's index is not used: to the planner it looks the
 * cheapest way to a person's appointment, and each look-up takes six times as long as by person and day.
 */
export function isMain(alias: string): Prisma.Sql {
  return sql`${sqlName(alias)}.is_main is not false`
}
