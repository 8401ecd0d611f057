/** Posts as the acts write them: the organisations named in them, and the main appointment of a day. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { Appointment } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import type { PostInput } from './forms.ts'
import { plainRow, refuse } from './staff-change.server.ts'

type Units = Pick<Appointment, 'workOrgId' | 'establishmentOrgId' | 'payOrgId'>

/** The columns of an appointment that a post fills. Where nobody else is named, the place of work pays. */
export function postColumns(post: PostInput) {
  const { workOrgId, establishmentOrgId, staffCategory, postCategory, postLevel } = post
  const { schoolPost, stage, subject, employmentForm } = post
  const payOrgId = post.payOrgId ?? workOrgId
  return {
    ...{ workOrgId, establishmentOrgId, payOrgId, staffCategory, postCategory, postLevel },
    ...{ schoolPost, stage, subject, employmentForm },
  }
}

/**
 * Refuses units that the actor may not bring in. A new place of work and a new holder of the establishment post must be
 * ones whose staff the actor writes; a new payer, one whose staff they read, or the place of work. Closed ones take nobody.
 */
export async function checkUnits(
  tx: Db,
  actor: Actor,
  next: Units,
  day: string,
  before?: Units,
): Promise<void> {
  const isNew = (name: keyof Units) => next[name] !== null && next[name] !== before?.[name]
  if (isNew('workOrgId')) await checkUnit(tx, actor, 'staff:write', next.workOrgId, day)
  if (isNew('establishmentOrgId')) await checkUnit(tx, actor, 'staff:write', next.establishmentOrgId, day)
  if (isNew('payOrgId') && next.payOrgId !== next.workOrgId) {
    await checkUnit(tx, actor, 'staff:read', next.payOrgId, day)
  }
}

async function checkUnit(
  tx: Db,
  actor: Actor,
  action: 'staff:write' | 'staff:read',
  id: string | null,
  day: string,
): Promise<void> {
  if (id === null) return
  const unit = await tx.organisation.findUnique({ where: { id }, select: { lineage: true, closedOn: true } })
  if (!unit || !can(actor, action, unit)) refuse('organisation_unknown')
  if (unit.closedOn && unit.closedOn <= toDbDate(day)) refuse('organisation_closed')
}

/** The main appointment that holds on the day. */
export function mainPostOn(tx: Db, personId: string, day: string): Promise<Appointment | null> {
  const on = toDbDate(day)
  return tx.appointment.findFirst({
    where: {
      personId,
      isMain: true,
      validFrom: { lte: on },
      OR: [{ validTo: null }, { validTo: { gt: on } }],
    },
  })
}

/** Refuses when an appointment or status begins on or after the day: it was written for a career that is now another. */
export async function refuseLater(tx: Db, personId: string, day: string): Promise<void> {
  const later = { where: { personId, validFrom: { gte: toDbDate(day) } }, select: { id: true } }
  if (await tx.appointment.findFirst(later)) refuse('later_change')
  if (await tx.statusPeriod.findFirst(later)) refuse('later_change')
}

export type NewPost = {
  personId: string
  post: PostInput
  validFrom: string
  documentNo: string | null
  startReason: 'hired' | 'transferred' | 'post_changed'
}

/** Opens a main appointment until further notice. */
export async function openPost(
  tx: Db,
  { personId, post, validFrom, documentNo, startReason }: NewPost,
): Promise<AuditEvent> {
  const row = await tx.appointment.create({
    data: {
      ...postColumns(post),
      id: newId(),
      personId,
      validFrom: toDbDate(validFrom),
      startReason,
      documentNo,
    },
  })
  return {
    action: 'appointment.started',
    organisationId: row.workOrgId,
    personId,
    subject: `appointment:${row.id}`,
    after: plainRow(row),
  }
}

/** Closes an appointment on the day: the day before is its last. */
export async function closePost(
  tx: Db,
  post: Appointment,
  day: string,
  endReason: string,
): Promise<AuditEvent> {
  const validTo = toDbDate(day)
  await tx.appointment.update({ where: { id: post.id }, data: { validTo, endReason } })
  return {
    action: 'appointment.ended',
    organisationId: post.workOrgId,
    personId: post.personId,
    subject: `appointment:${post.id}`,
    before: plainRow(post),
    after: { validTo: day, endReason },
  }
}
