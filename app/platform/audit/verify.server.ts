/** Proves the audit trail: recomputes every hash of every chain, in pages, from the first entry on. */
import type { Db } from '#app/platform/database/client.server.ts'
import { auditHash } from './append.server.ts'

export type AuditProof =
  | { ok: true; chains: number; entries: number }
  | { ok: false; chainId: string; seq: bigint; problem: 'gap' | 'hash' | 'head' | 'link' }

const pageSize = 1_000

/**
 * Walks the chains (all of them, or those named); answers the first entry that does not fit. Others may append
 * meanwhile: each chain is walked up to the head it had at first, and what came later only has to have a head.
 */
export async function verifyAudit(db: Db, chainIds?: readonly string[]): Promise<AuditProof> {
  const named = chainIds && { in: [...chainIds] }
  const heads = await db.auditChain.findMany({ where: { id: named }, orderBy: { id: 'asc' } })
  let entries = 0
  for (const head of heads) {
    const proof = await verifyChain(db, head.id, head.lastSeq, head.lastHash)
    if (!proof.ok) return proof
    entries += proof.entries
  }
  const beyond = await beyondHeads(db)
  const own = beyond.find(({ chainId }) => !chainIds || chainIds.includes(chainId))
  if (own) return { ok: false, ...own, problem: 'head' }
  return { ok: true, chains: heads.length, entries }
}

/** Entries whose chain has no head, or that stand past it; read in one statement, so that appending is no alarm. */
function beyondHeads(db: Db): Promise<{ chainId: string; seq: bigint }[]> {
  return db.$queryRaw`
    select e.chain_id as "chainId", min(e.seq) as seq
    from audit_entry e left join audit_chain c on c.id = e.chain_id
    where c.id is null or e.seq > c.last_seq
    group by e.chain_id order by e.chain_id`
}

async function verifyChain(db: Db, chainId: string, lastSeq: bigint, lastHash: string): Promise<AuditProof> {
  let seq = 0n
  let hash = ''
  for (;;) {
    const page = await db.auditEntry.findMany({
      where: { chainId, seq: { gt: seq, lte: lastSeq } },
      orderBy: { seq: 'asc' },
      take: pageSize,
    })
    for (const { hash: stored, ...row } of page) {
      if (row.seq !== seq + 1n) return { ok: false, chainId, seq: row.seq, problem: 'gap' }
      if (row.prevHash !== hash) return { ok: false, chainId, seq: row.seq, problem: 'link' }
      if (auditHash(row) !== stored) return { ok: false, chainId, seq: row.seq, problem: 'hash' }
      seq = row.seq
      hash = stored
    }
    if (page.length < pageSize) break
  }
  if (seq !== lastSeq || hash !== lastHash) return { ok: false, chainId, seq, problem: 'head' }
  return { ok: true, chains: 1, entries: Number(seq) }
}
