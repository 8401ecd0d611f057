/** Proving the trail from its page: the chains of the reader's scope, and the result with the place it speaks of. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { chainsToProve } from './trail.queries.server.ts'
import type { ProofView } from './ui/proof-panel.tsx'
import { verifyAudit } from './verify.server.ts'

/** The proof, or null for a reader in whose scope no whole chain lies. */
export async function proveTrail(db: Db, actor: Actor): Promise<ProofView | null> {
  const chains = await chainsToProve(db, actor)
  if (chains.length === 0) return null
  const proof = await verifyAudit(db, chains)
  if (proof.ok) return { ...proof, at: new Date().toISOString() }
  const { chainId, seq, problem } = proof
  const place = await db.organisation.findUnique({ where: { id: chainId }, select: { name: true } })
  return { ok: false, problem, place: place?.name ?? chainId, seq: String(seq) }
}
