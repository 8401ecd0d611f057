/**
 * 更正: what stands in the record was wrong from the start. Rows are changed in place, never closed and reopened; each
 * correction says why, and its audit entry is `<noun>.corrected`, apart from every change.
 */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type {
  CorrectAppointmentInput,
  CorrectHonourInput,
  CorrectIdentityInput,
  CorrectStatusInput,
  CorrectTitleInput,
  RemovePeriodInput,
} from './forms.ts'
import { nameKeys } from './name-keys.ts'
import { identityColumns } from './person-columns.server.ts'
import { checkUnits, postColumns } from './posts.server.ts'
import { changePerson, difference, type PersonChange, plainRow, refuse } from './staff-change.server.ts'
import type { StaffOutcome } from './staff-outcome.ts'

/** Name, document, sex, birth date. The number itself never enters the audit trail, only that it changed. */
export function correctIdentity(
  db: PrismaClient,
  actor: Actor,
  input: CorrectIdentityInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(
    db,
    actor,
    { act: 'correctIdentity', needs: 'staff:correct' },
    input,
    async (change) => {
      const { tx, person } = change
      const data = { name: input.name, ...nameKeys(input.name), ...identityColumns(input) }
      const row = await tx.person.update({ where: { id: person.id }, data })
      const shown = ({ name, sex, birthDate, idKind }: typeof row) =>
        plainRow({ name, sex, birthDate, idKind })
      const isNewNumber = !sameBytes(person.idNumberHash, row.idNumberHash)
      const changed = difference(shown(person), {
        ...shown(row),
        ...(isNewNumber && { idNumber: 'changed' }),
      })
      if (!changed) refuse('nothing_changed')
      return [corrected(change, 'person', person.id, input.reason, changed)]
    },
  )
}

export function correctAppointment(
  db: PrismaClient,
  actor: Actor,
  input: CorrectAppointmentInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(
    db,
    actor,
    { act: 'correctAppointment', needs: 'staff:correct' },
    input,
    async (change) => {
      const where = { id: input.periodId, personId: input.personId }
      const before = (await change.tx.appointment.findFirst({ where })) ?? refuse('period_unknown')
      await checkUnits(change.tx, actor, postColumns(input), input.validFrom, before)
      const columns = { ...postColumns(input), ...dates(input) }
      const data = before.isMain ? columns : { ...columns, establishmentOrgId: null }
      const row = await change.tx.appointment.update({ where: { id: before.id }, data })
      return [correctedRow(change, 'appointment', before, row, input.reason)]
    },
  )
}

export function correctTitle(
  db: PrismaClient,
  actor: Actor,
  input: CorrectTitleInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'correctTitle', needs: 'staff:correct' }, input, async (change) => {
    const where = { id: input.periodId, personId: input.personId }
    const before = (await change.tx.titlePeriod.findFirst({ where })) ?? refuse('period_unknown')
    const { titleLevel, awardedAs } = input
    const data = { titleLevel, awardedAs, ...dates(input) }
    const row = await change.tx.titlePeriod.update({ where: { id: before.id }, data })
    return [correctedRow(change, 'title', before, row, input.reason)]
  })
}

export function correctHonour(
  db: PrismaClient,
  actor: Actor,
  input: CorrectHonourInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'correctHonour', needs: 'staff:correct' }, input, async (change) => {
    const where = { id: input.periodId, personId: input.personId }
    const before = (await change.tx.honourPeriod.findFirst({ where })) ?? refuse('period_unknown')
    const { honour, awardedBy } = input
    const data = { honour, awardedBy, ...dates(input) }
    const row = await change.tx.honourPeriod.update({ where: { id: before.id }, data })
    return [correctedRow(change, 'honour', before, row, input.reason)]
  })
}

export function correctStatus(
  db: PrismaClient,
  actor: Actor,
  input: CorrectStatusInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'correctStatus', needs: 'staff:correct' }, input, async (change) => {
    const where = { id: input.periodId, personId: input.personId }
    const before = (await change.tx.statusPeriod.findFirst({ where })) ?? refuse('period_unknown')
    const data = { status: input.status, ...dates(input) }
    const row = await change.tx.statusPeriod.update({ where: { id: before.id }, data })
    return [correctedRow(change, 'status', before, row, input.reason)]
  })
}

/** Takes out a title, an honour or a status that never was. An appointment is corrected, not taken out. */
export function removePeriod(
  db: PrismaClient,
  actor: Actor,
  kind: 'title' | 'honour' | 'status',
  input: RemovePeriodInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'removePeriod', needs: 'staff:correct' }, input, async (change) => {
    const { tx } = change
    const where = { id: input.periodId, personId: input.personId }
    const [before] = await {
      title: () => tx.titlePeriod.findMany({ where }),
      honour: () => tx.honourPeriod.findMany({ where }),
      status: () => tx.statusPeriod.findMany({ where }),
    }[kind]()
    if (!before) refuse('period_unknown')
    await {
      title: () => tx.titlePeriod.delete({ where }),
      honour: () => tx.honourPeriod.delete({ where }),
      status: () => tx.statusPeriod.delete({ where }),
    }[kind]()
    return [corrected(change, kind, before.id, input.reason, { before: plainRow(before), after: null })]
  })
}

function dates({
  validFrom,
  validTo,
  documentNo,
}: {
  validFrom: string
  validTo: string | null
  documentNo: string | null
}) {
  return { validFrom: toDbDate(validFrom), validTo: validTo ? toDbDate(validTo) : null, documentNo }
}

function correctedRow(
  change: PersonChange,
  noun: string,
  before: { id: string },
  after: { id: string },
  reason: string,
): AuditEvent {
  const changed = difference(plainRow(before), plainRow(after)) ?? refuse('nothing_changed')
  return corrected(change, noun, before.id, reason, changed)
}

function corrected(
  { person, place }: PersonChange,
  noun: string,
  id: string,
  reason: string,
  changed: Pick<AuditEvent, 'before' | 'after'>,
): AuditEvent {
  return {
    action: `${noun}.corrected`,
    organisationId: place.orgId,
    personId: person.id,
    subject: `${noun}:${id}`,
    reason,
    ...changed,
  }
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return Buffer.from(a ?? []).equals(Buffer.from(b ?? []))
}
