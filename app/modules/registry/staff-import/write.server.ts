/** Writing a compared roster into the registry, and taking it back, in the engine's transaction. */
import type { Database, Db } from '#app/platform/database/client.server.ts'
import type { Counts } from '#app/platform/imports/batch.ts'
import { lastRow } from '#app/platform/imports/comparison.sql.server.ts'
import type { BatchPlan, TellShare } from '#app/platform/imports/subject.ts'
import { refreshRoster } from '../roster.sql.server.ts'
import { raiseVersions } from './hold.sql.server.ts'
import { filledFields } from './plan.ts'
import { insertRosterOfNew, othersOf } from './roster-of-new.sql.server.ts'
import {
  deleteBrought,
  deleteOrganisations,
  deletePeople,
  restoreChanged,
  touchedOf,
} from './undo.sql.server.ts'
import {
  changeAppointments,
  changeHonours,
  changePeople,
  changePeriods,
  changeQualifications,
  endLeft,
  insertAppointments,
  insertBeside,
  insertDetails,
  insertOrganisations,
  insertPeople,
  markTouched,
} from './write.sql.server.ts'

export const STAGED = 'staff_import_row'

/** How much of the whole each pass over the rows takes. */
const shares = { people: 0.2, appointments: 0.4, details: 0.1, roster: 0.3 }

/** Rows a statement handles. On the embedded database pages wait while one runs; on a server each costs a look at all. */
function rangeRows(opened: Database): number {
  return opened.kind === 'embedded' ? 5_000 : 50_000
}

export async function writeRoster(
  opened: Database,
  tx: Db,
  plan: BatchPlan,
  counts: Counts,
  tell: TellShare,
): Promise<void> {
  const { batchId } = plan
  const filled = filledFields(plan.profile)
  const last = await lastRow(tx, { table: STAGED }, batchId)
  let done = 0
  const over = async (share: number, act: (from: number, to: number) => Promise<void>) => {
    const step = rangeRows(opened)
    for (let from = 1; from <= last; from += step) {
      await act(from, from + step - 1)
      await tell(done + share * Math.min(1, (from + step) / last))
    }
    done += share
  }
  const hasChanges = counts.changed > 0
  await insertOrganisations(tx, batchId)
  await markTouched(tx, batchId)
  await raiseVersions(tx, touchedOf(batchId))
  await over(shares.people, async (from, to) => {
    if (counts.new > 0) await insertPeople(tx, plan, from, to)
    if (hasChanges) await changePeople(tx, plan, filled, from, to)
  })
  await over(shares.appointments, async (from, to) => {
    if (counts.new > 0) await insertAppointments(tx, plan, from, to)
    if (hasChanges) await changeAppointments(tx, plan, from, to)
  })
  if (counts.left > 0) await endLeft(tx, plan)
  await over(shares.details, async (from, to) => {
    if (counts.new > 0) await insertDetails(tx, plan, filled, from, to)
    if (hasChanges && filled.has('titleLevel')) await changePeriods(tx, plan, 'titleLevel', from, to)
    if (hasChanges && filled.has('status')) await changePeriods(tx, plan, 'status', from, to)
    if (hasChanges && filled.has('honours')) await changeHonours(tx, plan, from, to)
    if (hasChanges && filled.has('qualificationKind')) await changeQualifications(tx, batchId, from, to)
  })
  if (hasChanges) await insertBeside(tx, plan)
  await over(shares.roster, (from, to) => insertRosterOfNew(tx, plan, from, to))
  await refreshRoster(tx, othersOf(plan))
}

export async function undoRoster(opened: Database, tx: Db, batchId: string, tell: TellShare): Promise<void> {
  const brought = await tx.person.count({ where: { batchId } })
  await deleteBrought(tx, batchId)
  await restoreChanged(tx, batchId)
  await raiseVersions(tx, touchedOf(batchId))
  await refreshRoster(tx, touchedOf(batchId))
  const step = opened.kind === 'embedded' ? 2_000 : 50_000
  await deletePeople(tx, batchId, step, (done) => tell(done / Math.max(1, brought)))
  await deleteOrganisations(tx, batchId)
}
