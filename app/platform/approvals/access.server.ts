/** Who may see a case of approval. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { CaseWithMover } from './case-facts.server.ts'

/**
 * Whom it waits for, whoever opened it, its parties, who had their word on it, and who reads such cases of their scope; wherever
 * their grants reach.
 */
export async function canReadCase(db: Db, actor: Actor, one: CaseWithMover): Promise<boolean> {
  if (one.mover.isAwaited || one.mover.isOwner || can(actor, one.process.readers, one.place)) return true
  const caseId = one.id
  if (await db.approvalEntry.findFirst({ where: { caseId, accountId: actor.accountId } })) return true
  const { personId } = actor
  return personId !== null && (await db.approvalParty.findFirst({ where: { caseId, personId } })) !== null
}
