/** What later work stands on a committed batch, counted and with examples. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import type { StandsOn } from './batch.ts'

const EXAMPLES = 10

/** A kind of it, what selects `id` and `label` of each, and where one of them is looked at. */
export type Standing = [kind: string, query: Prisma.Sql, href: (id: string) => string]

export async function standing(db: Db, all: readonly Standing[]): Promise<StandsOn[]> {
  const found: StandsOn[] = []
  for (const [kind, query, href] of all) {
    const rows = await db.$queryRaw<{ id: string; label: string; count: number }[]>`
      select id, label, (count(*) over ())::int as count from (${query}) x order by label limit ${EXAMPLES}`
    const [first] = rows
    if (!first) continue
    const examples = rows.map(({ id, label }) => ({ label, href: href(id) }))
    found.push({ kind, count: first.count, examples })
  }
  return found
}
