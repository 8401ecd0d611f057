/** Records an exemption with its proof, and ends one early. Each in one transaction with its audit entry. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION, violationOf } from '#app/platform/database/violation.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { storeBytes } from '#app/platform/files/stored-file.server.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { canExempt, canReadExchangeOf } from './access.ts'
import type { ExchangePolicies } from './eligibility-policy.ts'
import { type ExemptionKind, type ExemptionRefusal, exemptionEntry, latestEnd } from './exemption.ts'
import { PROOF_MAX_BYTES, proofKindOf } from './proof-file.ts'

export type ExemptionWish = {
  staffNumber: string
  kind: ExemptionKind
  validFrom: PlainDate
  /** The last day on which it holds. */
  lastDay: PlainDate
  documentNo: string | null
  proof: { name: string; bytes: Uint8Array } | null
}

export type ExemptionOutcome =
  | { ok: true; id: string }
  /** `latest`: the last day that the set limit allows, where the period is too long. */
  | { ok: false; reason: ExemptionRefusal; latest?: PlainDate }

/** An expected refusal on its way out of a transaction, which it rolls back. */
class Refused extends Error {
  readonly reason: ExemptionRefusal
  readonly latest: PlainDate | undefined
  constructor(reason: ExemptionRefusal, latest?: PlainDate) {
    super(reason)
    this.reason = reason
    this.latest = latest
  }
}

/** Records an exemption. Nobody records their own; the proof is a PDF, JPEG or PNG of at most 10 MB. */
export async function recordExemption(
  db: PrismaClient,
  actor: Actor,
  wish: ExemptionWish,
  today: PlainDate,
): Promise<ExemptionOutcome> {
  const proof = checkedProof(wish.proof)
  if (!proof.ok) return proof
  return inTransaction(db, async (tx) => {
    const { personId, orgId } = await findSubject(tx, actor, wish.staffNumber, today)
    await checkPeriod(tx, orgId, wish)
    const stored = await storeBytes(tx, proof.name, proof.bytes, PROOF_MAX_BYTES)
    if (!stored.ok) throw new Refused('proof_too_large')
    const { kind, validFrom, documentNo } = wish
    const id = newId()
    const validTo = addDays(wish.lastDay, 1)
    await tx.exchangeExemption.create({
      data: {
        id,
        personId,
        orgId,
        kind,
        validFrom: toDbDate(validFrom),
        validTo: toDbDate(validTo),
        documentNo,
        proofFileId: stored.file.id,
        recordedById: actor.accountId,
      },
    })
    const after = { kind, validFrom, validTo, documentNo, file: proof.name, fileSha256: stored.file.sha256 }
    await appendAudit(tx, actor, [
      { action: 'exemption.recorded', organisationId: orgId, personId, subject: `exemption:${id}`, after },
    ])
    return id
  })
}

/** Ends an exemption earlier than recorded: `lastDay` is the last on which it holds. */
export async function endExemption(
  db: PrismaClient,
  actor: Actor,
  { id, version, lastDay }: { id: string; version: number; lastDay: PlainDate },
  today: PlainDate,
): Promise<ExemptionOutcome> {
  return inTransaction(db, async (tx) => {
    const one = await tx.exchangeExemption.findUnique({ where: { id } })
    const place = one && (await placeOf(tx, one.personId, today))
    if (!one || !place || !canReadExchangeOf(actor, { ...place, personId: one.personId })) {
      throw new Refused('not_found')
    }
    if (!canExempt(actor, { ...place, personId: one.personId })) throw new Refused('not_allowed')
    const before = { validTo: fromDbDate(one.validTo) }
    const after = { validTo: addDays(lastDay, 1) }
    if (lastDay < fromDbDate(one.validFrom) || after.validTo >= before.validTo)
      throw new Refused('end_out_of_range')
    const { count } = await tx.exchangeExemption.updateMany({
      where: { id, version },
      data: { validTo: toDbDate(after.validTo), version: version + 1 },
    })
    if (count === 0) throw new Refused('changed_meanwhile')
    const { personId, orgId } = one
    await appendAudit(tx, actor, [
      {
        action: 'exemption.ended',
        organisationId: orgId,
        personId,
        subject: `exemption:${id}`,
        before,
        after,
      },
    ])
    return id
  })
}

async function findSubject(tx: Db, actor: Actor, staffNumber: string, today: PlainDate) {
  const person = await tx.person.findUnique({ where: { staffNumber }, select: { id: true } })
  const place = person && (await placeOf(tx, person.id, today))
  if (!place || !canReadExchangeOf(actor, { ...place, personId: person.id }))
    throw new Refused('person_unknown')
  if (actor.personId === person.id) throw new Refused('own_record')
  if (!canExempt(actor, { ...place, personId: person.id })) throw new Refused('not_allowed')
  return { personId: person.id, orgId: place.orgId }
}

async function checkPeriod(
  tx: Db,
  orgId: string,
  { kind, validFrom, lastDay }: ExemptionWish,
): Promise<void> {
  if (lastDay < validFrom) throw new Refused('ends_before_start')
  const policies: ExchangePolicies = await policiesAt(tx, orgId, validFrom)
  const latest = latestEnd(kind, validFrom, policies.use(exemptionEntry(kind).limit.policy).value)
  if (addDays(lastDay, 1) > latest) throw new Refused('too_long', addDays(latest, -1))
}

function checkedProof(
  proof: ExemptionWish['proof'],
): { ok: true; name: string; bytes: Uint8Array } | { ok: false; reason: ExemptionRefusal } {
  if (!proof || proof.bytes.length === 0) return { ok: false, reason: 'proof_missing' }
  if (proof.bytes.length > PROOF_MAX_BYTES) return { ok: false, reason: 'proof_too_large' }
  return proofKindOf(proof.bytes) ? { ok: true, ...proof } : { ok: false, reason: 'proof_kind' }
}

async function inTransaction(db: PrismaClient, work: (tx: Db) => Promise<string>): Promise<ExemptionOutcome> {
  try {
    return { ok: true, id: await db.$transaction(work) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason, latest: error.latest }
    if (violationOf(error)?.code === EXCLUSION_VIOLATION) return { ok: false, reason: 'overlaps' }
    throw error
  }
}
