/** Titles, honours, and what a person is other than in post: each dated, each beside the appointments. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import type { EndPeriodInput, HonourInput, StatusInput, TitleInput } from './forms.ts'
import { mainPostOn } from './posts.server.ts'
import { changePerson, type PersonChange, plainRow, refuse } from './staff-change.server.ts'
import type { StaffOutcome } from './staff-outcome.ts'

const orNull = (day: string | null) => (day ? toDbDate(day) : null)

/** 登记职称: from its day on; the one before ends there. */
export function awardTitle(db: PrismaClient, actor: Actor, input: TitleInput & Keyed): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'awardTitle', needs: 'staff:write' }, input, async (change) => {
    const { personId, titleLevel, awardedAs, documentNo } = input
    const { tx } = change
    const validFrom = toDbDate(input.validFrom)
    const later = await tx.titlePeriod.findFirst({ where: { personId, validFrom: { gt: validFrom } } })
    if (later) refuse('later_change')
    const current = await tx.titlePeriod.findFirst({
      where: {
        personId,
        validFrom: { lte: validFrom },
        OR: [{ validTo: null }, { validTo: { gt: validFrom } }],
      },
    })
    if (current && current.validFrom >= validFrom) refuse('same_day')
    if (current?.titleLevel === titleLevel && current.awardedAs === awardedAs) refuse('nothing_changed')
    if (current) await tx.titlePeriod.update({ where: { id: current.id }, data: { validTo: validFrom } })
    const row = await tx.titlePeriod.create({
      data: { id: newId(), personId, titleLevel, awardedAs, validFrom, documentNo },
    })
    return [told(change, 'title.awarded', row, current ?? undefined)]
  })
}

/** 登记荣誉. Several may be held at a time, one of a kind once. */
export function awardHonour(
  db: PrismaClient,
  actor: Actor,
  input: HonourInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'awardHonour', needs: 'staff:write' }, input, async (change) => {
    const { personId, honour, awardedBy, validFrom, validTo, documentNo } = input
    const dates = { validFrom: toDbDate(validFrom), validTo: orNull(validTo) }
    const row = await change.tx.honourPeriod.create({
      data: { id: newId(), personId, honour, awardedBy, documentNo, ...dates },
    })
    return [told(change, 'honour.awarded', row)]
  })
}

/** 荣誉到期或撤销: from the day on it no longer holds. */
export function endHonour(
  db: PrismaClient,
  actor: Actor,
  input: EndPeriodInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'endHonour', needs: 'staff:write' }, input, async (change) => {
    const before = await change.tx.honourPeriod.findFirst({
      where: { id: input.periodId, personId: input.personId },
    })
    const data = endOf(before, input.day)
    const row = await change.tx.honourPeriod.update({ where: { id: input.periodId }, data })
    return [told(change, 'honour.ended', row, before ?? undefined)]
  })
}

/** 请假, 借调, 待岗: from a day on, perhaps until a day. A status that runs then ends where the new one begins. */
export function setStatus(db: PrismaClient, actor: Actor, input: StatusInput & Keyed): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'setStatus', needs: 'staff:write' }, input, async (change) => {
    const { personId, status, documentNo } = input
    const { tx } = change
    const validFrom = toDbDate(input.validFrom)
    if (!(await mainPostOn(tx, personId, input.validFrom))) refuse('not_in_service')
    const current = await tx.statusPeriod.findFirst({
      where: { personId, validFrom: { lt: validFrom }, validTo: null },
    })
    if (current?.status === status) refuse('nothing_changed')
    if (current) await tx.statusPeriod.update({ where: { id: current.id }, data: { validTo: validFrom } })
    const row = await tx.statusPeriod.create({
      data: { id: newId(), personId, status, documentNo, validFrom, validTo: orNull(input.validTo) },
    })
    return [told(change, 'status.set', row, current ?? undefined)]
  })
}

/** 返岗: from the day on the person is in post again. */
export function endStatus(
  db: PrismaClient,
  actor: Actor,
  input: EndPeriodInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'endStatus', needs: 'staff:write' }, input, async (change) => {
    const before = await change.tx.statusPeriod.findFirst({
      where: { id: input.periodId, personId: input.personId },
    })
    if (!(await mainPostOn(change.tx, input.personId, input.day))) refuse('not_in_service')
    const data = endOf(before, input.day)
    const row = await change.tx.statusPeriod.update({ where: { id: input.periodId }, data })
    return [told(change, 'status.ended', row, before ?? undefined)]
  })
}

/** A period ends later than it begins, and earlier than it would have. */
function endOf(period: { validFrom: Date; validTo: Date | null } | null, day: string): { validTo: Date } {
  const validTo = toDbDate(day)
  if (!period) refuse('period_unknown')
  if (period.validFrom >= validTo) refuse('same_day')
  if (period.validTo && period.validTo <= validTo) refuse('nothing_changed')
  return { validTo }
}

function told(
  { person, place }: PersonChange,
  action: string,
  row: { id: string },
  before?: object,
): AuditEvent {
  return {
    action,
    organisationId: place.orgId,
    personId: person.id,
    subject: `${action.split('.', 1)[0]}:${row.id}`,
    before: before && plainRow(before),
    after: plainRow(row),
  }
}
