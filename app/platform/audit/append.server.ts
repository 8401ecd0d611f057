/** Appends to the audit trail, in the transaction of the write it tells of. */
import { createHash } from 'node:crypto'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { canonicalJson, type Json } from './canonical.ts'

/** Chain of what belongs to no organisation at all (installation, command line). */
export const rootChain = '00000000-0000-7000-8000-000000000000'

/** What happened. Identity numbers, phones and passwords never go in: say that they changed, not to what. */
export type AuditEvent = {
  /** `<noun>.<verb in past tense>`, e.g. `appointment.ended`. */
  action: string
  organisationId: string | null
  personId?: string | null
  subject: string
  reason?: string | null
  before?: Json
  after?: Json
}

/** Who did it: an actor, or the system by name (command line, a job). */
export type AuditAuthor = { accountId: string | null; displayName: string }

export type AuditRow = {
  chainId: string
  seq: bigint
  at: Date
  actorId: string | null
  actorName: string
  action: string
  organisationId: string | null
  personId: string | null
  subject: string
  reason: string | null
  before: unknown
  after: unknown
  prevHash: string
}

/** SHA-256 over the previous hash and every field, in one canonical spelling. */
export function auditHash(row: AuditRow): string {
  const text = canonicalJson({
    ...row,
    seq: String(row.seq),
    at: row.at.toISOString(),
    before: row.before as Json,
    after: row.after as Json,
  })
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Appends events, all to their organisations' chains (a chain a county, so that counties never wait for each other).
 * Chain heads are locked in id order, so that two writers of several counties cannot block each other.
 */
export async function appendAudit(tx: Db, author: AuditAuthor, events: AuditEvent[]): Promise<void> {
  if (events.length === 0) return
  const chains = await chainsOf(tx, events)
  const at = new Date()
  for (const chainId of [...new Set(chains)].sort()) {
    const own = events.filter((_, i) => chains[i] === chainId)
    await appendToChain(tx, chainId, author, at, own)
  }
}

async function chainsOf(tx: Db, events: AuditEvent[]): Promise<string[]> {
  const ids = [...new Set(events.map((event) => event.organisationId).filter((id) => id !== null))]
  const found = await tx.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, countyId: true, prefectureId: true },
  })
  const chainOf = new Map(found.map((one) => [one.id, one.countyId ?? one.prefectureId ?? rootChain]))
  return events.map((event) => (event.organisationId && chainOf.get(event.organisationId)) || rootChain)
}

async function appendToChain(
  tx: Db,
  chainId: string,
  author: AuditAuthor,
  at: Date,
  events: AuditEvent[],
): Promise<void> {
  await tx.$executeRaw`insert into audit_chain (id, last_seq, last_hash) values (${chainId}::uuid, 0, '') on conflict do nothing`
  const [head] = await tx.$queryRaw<
    { last_seq: bigint; last_hash: string }[]
  >`select last_seq, last_hash from audit_chain where id = ${chainId}::uuid for update`
  if (!head) throw new Error(`audit chain ${chainId} has no head`)
  let seq = BigInt(head.last_seq)
  let prevHash = head.last_hash
  const rows = events.map((event) => {
    seq += 1n
    const row: AuditRow = {
      chainId,
      seq,
      at,
      actorId: author.accountId,
      actorName: author.displayName,
      action: event.action,
      organisationId: event.organisationId,
      personId: event.personId ?? null,
      subject: event.subject,
      reason: event.reason ?? null,
      before: event.before ?? null,
      after: event.after ?? null,
      prevHash,
    }
    prevHash = auditHash(row)
    return { ...row, hash: prevHash }
  })
  await tx.auditEntry.createMany({
    data: rows.map((row) => ({
      ...row,
      before: (row.before ?? Prisma.JsonNull) as Prisma.InputJsonValue,
      after: (row.after ?? Prisma.JsonNull) as Prisma.InputJsonValue,
    })),
  })
  await tx.auditChain.update({ where: { id: chainId }, data: { lastSeq: seq, lastHash: prevHash } })
}
