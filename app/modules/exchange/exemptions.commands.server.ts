/** Records an exemption with its proof, and ends one early. Both on `platform/acts`. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION, type Violation } from '#app/platform/database/violation.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { attach, checkFile, type ReceivedFile } from '#app/platform/files/attachment.server.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { canExempt, canReadExchangeOf } from './access.ts'
import type { ExchangePolicies } from './eligibility-policy.ts'
import { type ExemptionKind, type ExemptionRefusal, exemptionEntry, latestEnd } from './exemption.ts'
import { MEGABYTE, PROOF_KIND } from './proof.ts'

export type ExemptionWish = {
  staffNumber: string
  kind: ExemptionKind
  validFrom: PlainDate
  /** The last day on which it holds. */
  lastDay: PlainDate
  documentNo: string | null
  proof: ReceivedFile | null
}

/** Of a period that is too long, `latest` is the last day that the set limit allows. */
export type ExemptionOutcome = Outcome<{ id: string }, ExemptionRefusal>

const refuse: Refuse<ExemptionRefusal> = refuseAct

const broken = ({ code }: Violation) => (code === EXCLUSION_VIOLATION ? 'overlaps' : null)

/** Records an exemption. Nobody records their own; the proof is a PDF, JPEG or PNG, as large as the set limit allows. */
export function recordExemption(
  db: PrismaClient,
  actor: Actor,
  wish: ExemptionWish & Keyed,
  today: PlainDate,
): Promise<ExemptionOutcome> {
  return perform(db, actor, {
    name: 'recordExemption',
    input: wish,
    async lock(tx) {
      const subject = await findSubject(tx, actor, wish.staffNumber, today)
      const policies: ExchangePolicies = await policiesAt(tx, subject.orgId, wish.validFrom)
      checkPeriod(policies, wish)
      return { ...subject, proof: checkedProof(policies, wish.proof) }
    },
    async write(tx, { personId, orgId, proof }) {
      const facts = { kind: PROOF_KIND, organisationId: orgId, personId, addedById: actor.accountId }
      const attached = await attach(tx, proof, facts)
      const { kind, validFrom, documentNo } = wish
      const id = newId()
      const validTo = addDays(wish.lastDay, 1)
      const dates = { validFrom: toDbDate(validFrom), validTo: toDbDate(validTo) }
      const by = { proofId: attached.id, recordedById: actor.accountId }
      await tx.exchangeExemption.create({ data: { id, personId, orgId, kind, documentNo, ...dates, ...by } })
      const file = { file: attached.name, fileSha256: attached.sha256 }
      const after = { kind, validFrom, validTo, documentNo, ...file }
      const about = { organisationId: orgId, personId, subject: `exemption:${id}` }
      return { done: { id }, events: [{ action: 'exemption.recorded', ...about, after }] }
    },
    broken,
  })
}

export type ExemptionEnd = { id: string; version: number; lastDay: PlainDate }

/** Ends an exemption earlier than recorded: `lastDay` is the last on which it holds. */
export function endExemption(
  db: PrismaClient,
  actor: Actor,
  end: ExemptionEnd & Keyed,
  today: PlainDate,
): Promise<ExemptionOutcome> {
  const { id, version, lastDay } = end
  return perform(db, actor, {
    name: 'endExemption',
    input: end,
    async lock(tx) {
      await tx.$queryRaw`select id from exchange_exemption where id = ${id}::uuid for update`
      const one = await tx.exchangeExemption.findUnique({ where: { id } })
      const place = one && (await placeOf(tx, one.personId, today))
      if (!one || !place || !canReadExchangeOf(actor, { ...place, personId: one.personId }))
        refuse('not_found')
      if (!canExempt(actor, { ...place, personId: one.personId })) refuse('not_allowed')
      if (one.version !== version) refuse('changed_meanwhile')
      return one
    },
    async write(tx, one) {
      const before = { validTo: fromDbDate(one.validTo) }
      const after = { validTo: addDays(lastDay, 1) }
      if (lastDay < fromDbDate(one.validFrom) || after.validTo >= before.validTo) refuse('end_out_of_range')
      const data = { validTo: toDbDate(after.validTo), version: version + 1 }
      await tx.exchangeExemption.update({ where: { id }, data })
      const about = { organisationId: one.orgId, personId: one.personId, subject: `exemption:${id}` }
      return { done: { id }, events: [{ action: 'exemption.ended', ...about, before, after }] }
    },
    broken,
  })
}

async function findSubject(tx: Db, actor: Actor, staffNumber: string, today: PlainDate) {
  const person = await tx.person.findUnique({ where: { staffNumber }, select: { id: true } })
  const place = person && (await placeOf(tx, person.id, today))
  if (!place || !canReadExchangeOf(actor, { ...place, personId: person.id })) refuse('person_unknown')
  if (actor.personId === person.id) refuse('own_record')
  if (!canExempt(actor, { ...place, personId: person.id })) refuse('not_allowed')
  return { personId: person.id, orgId: place.orgId }
}

function checkPeriod(policies: ExchangePolicies, { kind, validFrom, lastDay }: ExemptionWish): void {
  if (lastDay < validFrom) refuse('ends_before_start')
  const latest = latestEnd(kind, validFrom, policies.use(exemptionEntry(kind).limit.policy).value)
  if (addDays(lastDay, 1) > latest) refuse('too_long', { latest: addDays(latest, -1) })
}

function checkedProof(policies: ExchangePolicies, proof: ExemptionWish['proof']) {
  const { value: megabytes } = policies.use('exchange.proof_megabytes')
  const checked = checkFile(proof, megabytes * MEGABYTE)
  if (!proof || !checked.ok) refuse(`proof_${checked.ok ? 'missing' : checked.problem}`, { megabytes })
  return { ...proof, type: checked.type }
}
