/** The bounded count of what a list's conditions find. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { type BoundedCount, bounded, COUNT_BOUND } from './bounded-count.ts'

/** Counts the rows of `from … where …`. */
export async function boundedCount(db: Db, from: Prisma.Sql): Promise<BoundedCount> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select ${from} limit ${COUNT_BOUND + 1}) found`
  return bounded(row?.count ?? 0)
}
