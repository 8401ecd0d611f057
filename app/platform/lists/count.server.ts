/** The bounded count of what a list's conditions find. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type BoundedCount, bounded, COUNT_BOUND } from './bounded-count.ts'

/** The same number inside another query: a scalar, to be read by `bounded`. */
export function boundedTotal(from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select count(*)::int as count from (select ${from} limit ${COUNT_BOUND + 1}) found`
}

/** Counts the rows of `from … where …`. */
export async function boundedCount(db: Db, from: Prisma.Sql): Promise<BoundedCount> {
  const [row] = await db.$queryRaw<{ count: number }[]>(boundedTotal(from))
  return bounded(row?.count ?? 0)
}
