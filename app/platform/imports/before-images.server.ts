/** Rows as they were before a commit changed them, for its undo. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'

const { sql } = Prisma

/** Remembers rows of a table with a column `id`. `ids` selects them. */
export async function keepBefore(tx: Db, batchId: string, table: string, ids: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    insert into import_change (batch_id, table_name, row_id, before)
    select ${batchId}::uuid, ${table}, x.id, to_jsonb(x) from ${sqlName(table)} x where x.id in (${ids})`
}

/** Selects the before-images of a table: `row_id` and `before`. */
export function keptBefore(batchId: string, table: string): Prisma.Sql {
  return sql`from import_change c where c.batch_id = ${batchId}::uuid and c.table_name = ${table}`
}

export async function forgetBefore(tx: Db, batchId: string): Promise<void> {
  await tx.$executeRaw`delete from import_change where batch_id = ${batchId}::uuid`
}
