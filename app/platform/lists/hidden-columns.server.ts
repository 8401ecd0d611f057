/** Which columns of a list a person does not see; remembered by person, whatever device they use. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'

export async function hiddenColumns(db: Db, { accountId }: Actor, list: string): Promise<string[]> {
  const found = await db.hiddenColumns.findUnique({ where: { accountId_list: { accountId, list } } })
  return found?.columns ?? []
}

/** Hides these columns of the list, and shows all others. */
export function hideColumns(
  db: PrismaClient,
  actor: Actor,
  wish: { list: string; columns: string[] } & Keyed,
): Promise<Outcome<object, never>> {
  const { accountId, organisationId, personId } = actor
  const { list, columns } = wish
  return perform(db, actor, {
    name: 'hideColumns',
    input: wish,
    lock: (tx) => tx.$queryRaw`select id from account where id = ${accountId}::uuid for no key update`,
    async write(tx) {
      const where = { accountId_list: { accountId, list } }
      await tx.hiddenColumns.upsert({ where, create: { accountId, list, columns }, update: { columns } })
      const about = { organisationId, personId, subject: `columns:${list}` }
      return { done: {}, events: [{ action: 'columns.hidden', ...about, after: { list, hidden: columns } }] }
    },
  })
}
