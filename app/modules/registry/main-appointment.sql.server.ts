/** Main appointments in set-based SQL. */
import { Prisma } from '#app/platform/database/generated/client.ts'

const { raw, sql } = Prisma

/**
 * "It is a main appointment", in words by which the exclusion constraint's index is not used: to the planner it looks the
 * cheapest way to a person's appointment, and each look-up takes six times as long as by person and day.
 */
export function isMain(alias: string): Prisma.Sql {
  return sql`${raw(alias)}.is_main is not false`
}
