/** Which batches an actor may see and act on: those of organisations at which they may bring in such files. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { isId } from '#app/platform/ids.ts'
import { subjectEntry } from './subject.ts'

export type ReachedBatch = NonNullable<Awaited<ReturnType<typeof findBatch>>>

function findBatch(db: Db, id: string) {
  return db.importBatch.findUnique({ where: { id }, include: { organisation: true, file: true } })
}

/** The batch, or null where there is none or it is not the actor's: both look the same. */
export async function reachBatch(db: Db, actor: Actor, id: string): Promise<ReachedBatch | null> {
  if (!isId(id)) return null
  const batch = await findBatch(db, id)
  return batch && can(actor, subjectEntry(batch.subject).action, batch.organisation) ? batch : null
}
