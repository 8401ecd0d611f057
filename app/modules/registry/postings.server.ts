/**
 * The registry's door for exchange 交流: a posting stands beside the kept home post, or takes its place where the person is
 * transferred. Dated ahead: on its days it is simply there. Rules of who goes are the asking room's.
 */
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { Appointment } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { closePost } from './posts.server.ts'
import { refreshRosterOf } from './roster.sql.server.ts'
import { plainRow } from './staff-change.server.ts'

export type PostingWish = {
  personId: string
  hostOrgId: string
  validFrom: PlainDate
  /** The first day after it. Of no meaning where the person is transferred. */
  validTo: PlainDate
  stage: string | null
  subject: string | null
  /** The main appointment itself moves to the host. */
  transfers: boolean
}

/**
 * Opens the appointments of many postings. Each person must be in service on the first day; the main appointment of who is
 * transferred must be the last one known. Answers their ids, in the order of the wishes.
 */
export async function openPostings(
  tx: Db,
  wishes: readonly PostingWish[],
): Promise<{ ids: string[]; events: AuditEvent[] }> {
  const mains = await mainPostsOf(tx, wishes)
  const events: AuditEvent[] = []
  const rows: Appointment[] = []
  for (const wish of wishes) {
    const main = mains.get(wish.personId)
    if (!main) throw new Error(`person ${wish.personId} holds no post on ${wish.validFrom}`)
    if (wish.transfers) events.push(await closePost(tx, main, wish.validFrom, 'transferred'))
    rows.push(wish.transfers ? transferred(main, wish) : beside(main, wish))
  }
  await tx.appointment.createMany({ data: rows })
  await refreshRosterOf(
    tx,
    wishes.filter(({ transfers }) => transfers).map(({ personId }) => personId),
  )
  return { ids: rows.map(({ id }) => id), events: [...events, ...rows.map(startedEvent)] }
}

async function mainPostsOf(tx: Db, wishes: readonly PostingWish[]): Promise<Map<string, Appointment>> {
  const posts = await tx.appointment.findMany({
    where: { personId: { in: wishes.map(({ personId }) => personId) }, isMain: true },
  })
  const day = new Map(wishes.map(({ personId, validFrom }) => [personId, toDbDate(validFrom)]))
  const holds = posts.filter(({ personId, validFrom, validTo }) => {
    const on = day.get(personId)
    return on && validFrom <= on && (validTo === null || validTo > on)
  })
  return new Map(holds.map((post) => [post.personId, post]))
}

/** Beside the home post, which keeps the establishment and pays. */
function beside(main: Appointment, { hostOrgId, validFrom, validTo, stage, subject }: PostingWish) {
  return {
    ...main,
    ...{ id: newId(), isMain: false, workOrgId: hostOrgId, establishmentOrgId: null },
    ...{ validFrom: toDbDate(validFrom), validTo: toDbDate(validTo), stage, subject, schoolPost: null },
    ...{ startReason: 'posted', endReason: 'posting_over', documentNo: null, batchId: null },
  }
}

function transferred(main: Appointment, { hostOrgId, validFrom, stage, subject }: PostingWish) {
  const moved = main.establishmentOrgId === null ? null : hostOrgId
  return {
    ...main,
    ...{ id: newId(), workOrgId: hostOrgId, establishmentOrgId: moved, payOrgId: hostOrgId },
    ...{ validFrom: toDbDate(validFrom), validTo: null, stage, subject, schoolPost: null },
    ...{ startReason: 'transferred', endReason: null, documentNo: null, batchId: null },
  }
}

function startedEvent(row: Appointment): AuditEvent {
  const { id, personId, workOrgId: organisationId } = row
  const about = { organisationId, personId, subject: `appointment:${id}` }
  return { action: 'appointment.started', ...about, after: plainRow(row) }
}

/** Moves the end of a posting's appointment: earlier, when somebody returns, or later. */
export async function movePostingEnd(
  tx: Db,
  appointmentId: string,
  validTo: PlainDate,
  endReason: string,
): Promise<AuditEvent[]> {
  const post = await tx.appointment.findUnique({ where: { id: appointmentId } })
  return post ? [await closePost(tx, post, validTo, endReason)] : []
}

/** Takes out the appointment of a posting that never began. */
export async function takeOutPosting(tx: Db, appointmentId: string, reason: string): Promise<AuditEvent[]> {
  const post = await tx.appointment.findUnique({ where: { id: appointmentId } })
  if (!post) return []
  await tx.appointment.delete({ where: { id: appointmentId } })
  const { personId, workOrgId: organisationId } = post
  const about = { organisationId, personId, subject: `appointment:${appointmentId}` }
  return [{ action: 'appointment.taken_out', ...about, before: plainRow(post), reason }]
}
