/** Proves the audit trail: recomputes every hash of every chain, in pages, from the first entry on. */
import type { Db } from '#app/platform/database/client.server.ts'
import { auditHash } from './append.server.ts'

export type AuditProof =
  | { ok: true; chains: number; entries: number }
  | { ok: false; chainId: string; seq: bigint; problem: 'gap' | 'hash' | 'head' | 'link' }

const pageSize = 1_000

/** Walks all chains; answers the first entry that does not fit. */
export async function verifyAudit(db: Db): Promise<AuditProof> {
  const heads = await db.auditChain.findMany({ orderBy: { id: 'asc' } })
  let entries = 0
  for (const head of heads) {
    const proof = await verifyChain(db, head.id, head.lastSeq, head.lastHash)
    if (!proof.ok) return proof
    entries += proof.entries
  }
  const orphans = await db.auditEntry.findFirst({
    where: { chainId: { notIn: heads.map((head) => head.id) } },
  })
  if (orphans) return { ok: false, chainId: orphans.chainId, seq: orphans.seq, problem: 'head' }
  return { ok: true, chains: heads.length, entries }
}

async function verifyChain(db: Db, chainId: string, lastSeq: bigint, lastHash: string): Promise<AuditProof> {
  let seq = 0n
  let hash = ''
  for (;;) {
    const page = await db.auditEntry.findMany({
      where: { chainId, seq: { gt: seq } },
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
