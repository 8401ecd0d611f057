/** Reads the dated facts of one person, as plain values. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { AuditFact, DatedFact, Facts, ImportFact } from './staff-record.ts'

const MOST_AUDIT_ENTRIES = 200

type DatedRow = {
  id: string
  validFrom: Date
  validTo: Date | null
  documentNo: string | null
  batchId: string | null
}

/** All dated facts; with `until`, only what began by that day. */
export async function readFacts(db: Db, personId: string, until: PlainDate | null): Promise<Facts> {
  const begun = { personId, ...(until && { validFrom: { lte: toDbDate(until) } }) }
  const orderBy = { validFrom: 'asc' as const }
  const appointments = await db.appointment.findMany({ where: begun, orderBy })
  const titles = await db.titlePeriod.findMany({ where: begun, orderBy })
  const honours = await db.honourPeriod.findMany({ where: begun, orderBy })
  const statuses = await db.statusPeriod.findMany({ where: begun, orderBy })
  const qualifications = await db.qualification.findMany({ where: { personId } })
  const education = await db.education.findMany({ where: { personId } })
  return {
    appointments: appointments.map((row) => ({ ...row, ...datesOf(row) })),
    titles: titles.map((row) => ({ ...row, ...datesOf(row) })),
    honours: honours.map((row) => ({ ...row, ...datesOf(row) })),
    statuses: statuses.map((row) => ({ ...row, ...datesOf(row) })),
    qualifications: qualifications.map((row) => ({
      ...row,
      issuedOn: fromDbDateOrNull(row.issuedOn),
      registeredOn: fromDbDateOrNull(row.registeredOn),
      registeredTill: fromDbDateOrNull(row.registeredTill),
    })),
    education: education.map((row) => ({
      ...row,
      startedOn: fromDbDateOrNull(row.startedOn),
      finishedOn: fromDbDateOrNull(row.finishedOn),
    })),
  }
}

function datesOf(row: DatedRow): DatedFact {
  const { id, documentNo, batchId } = row
  return {
    id,
    documentNo,
    batchId,
    validFrom: fromDbDate(row.validFrom),
    validTo: fromDbDateOrNull(row.validTo),
  }
}

/** The committed imports that brought the person or changed them. */
export async function readImports(
  db: Db,
  actor: Actor,
  personId: string,
  ownBatchId: string | null,
  facts: Facts,
): Promise<ImportFact[]> {
  const dated = [...facts.appointments, ...facts.titles, ...facts.honours, ...facts.statuses]
  const touched = await db.importTouch.findMany({ where: { targetId: personId }, select: { batchId: true } })
  const ids = [ownBatchId, ...dated.map((one) => one.batchId), ...touched.map((one) => one.batchId)]
  const batches = await db.importBatch.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] }, state: 'committed' },
    include: { file: { select: { name: true } }, organisation: { select: { lineage: true } } },
  })
  return batches.flatMap(({ id, asOf, committedAt, committedByName, file, organisation }) =>
    committedAt
      ? [
          {
            id,
            fileName: file.name,
            asOf: fromDbDate(asOf),
            committedAt: committedAt.toISOString(),
            by: committedByName,
            isOpen: can(actor, 'staff:import', organisation),
          },
        ]
      : [],
  )
}

/** The latest entries of the audit trail about the person. */
export async function readAudit(db: Db, personId: string): Promise<AuditFact[]> {
  const entries = await db.auditEntry.findMany({
    where: { personId },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: MOST_AUDIT_ENTRIES,
  })
  return entries.map(({ chainId, seq, at, actorName, action, reason, before, after }) => {
    const what = { actorName, action, reason, before, after }
    return { id: `${chainId}:${seq}`, at: at.toISOString(), ...what }
  })
}
