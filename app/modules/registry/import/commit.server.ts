/** The commit of a batch: one transaction, all or nothing, that holds the batch's row from its first statement on. */

import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Json } from '#app/platform/audit/canonical.ts'
import { type Database, type Db, database } from '#app/platform/database/client.server.ts'
import { log } from '#app/platform/log.server.ts'
import { refreshRoster } from '../roster.sql.server.ts'
import { type Counts, noCounts, type Phase, type ProblemCode } from './batch.ts'
import { planOf, rangeRows, stillHolds } from './check.server.ts'
import {
  changeAppointments,
  changePeople,
  changePeriods,
  endLeft,
  insertAppointments,
  insertDetails,
  insertOrganisations,
  insertPeople,
  markTouched,
} from './commit.sql.server.ts'
import {
  changedBy,
  type HeldBatch,
  holdBatch,
  holdPeople,
  raiseVersions,
  transactionTimes,
} from './hold.server.ts'
import type { MatchPlan } from './match.sql.server.ts'
import { filledFields } from './plan.ts'
import { type Tracker, track } from './progress.server.ts'
import { insertRosterOfNew, othersOf } from './roster-of-new.sql.server.ts'
import { touchedOf } from './undo.sql.server.ts'

const weights: readonly (readonly [Phase, number])[] = [
  ['comparing', 2],
  ['people', 20],
  ['appointments', 40],
  ['details', 10],
  ['roster', 30],
  ['sealing', 1],
]

/** Thrown to roll back: the batch must be checked again. */
class Stale extends Error {}

/** Unique, exclusion and foreign key violations: somebody wrote the same thing meanwhile. */
const overtaken = /23505|23P01|23503|40P01|40001/

/** Commits a batch that is in state `committing`. Ends in `committed`, or back in `mapped` with the reason. */
export async function runCommit(batchId: string): Promise<void> {
  const opened = await database()
  const tracker = await track(opened, batchId, 'committing', weights)
  try {
    await opened.db.$transaction((tx) => commitIn(opened, tx, batchId, tracker), transactionTimes)
    await opened.db.$executeRaw`analyze person, appointment, roster_entry, organisation`
  } catch (error) {
    const isStale =
      error instanceof Stale || overtaken.test(String(error instanceof Error ? error.message : error))
    if (!isStale) log.error({ error, batchId }, 'the commit of an import failed')
    const problem: ProblemCode = isStale ? 'stale' : 'failed'
    await opened.db.importBatch.updateMany({
      where: { id: batchId, state: 'committing' },
      data: { state: 'mapped', problem },
    })
    if (!isStale) throw error
  } finally {
    await tracker.end()
  }
}

async function commitIn(opened: Database, tx: Db, batchId: string, tracker: Tracker): Promise<void> {
  const batch = await holdBatch(tx, batchId, 'committing')
  if (!batch) return
  const plan = planOf(batch)
  await tracker.phase('comparing', null)
  await holdPeople(tx, changedBy(batchId))
  if (!(await stillHolds(tx, plan, batch.comparedAt))) throw new Stale()
  const counts: Counts = { ...noCounts, ...(batch.counts as Partial<Counts>) }
  await writeRows(opened, tx, plan, counts, tracker)
  await tracker.phase('sealing', null)
  await tx.importBatch.update({
    where: { id: batchId },
    data: {
      state: 'committed',
      problem: null,
      committedAt: new Date(),
      committedByName: batch.startedByName,
    },
  })
  await sealBatch(tx, batch, plan, counts)
}

async function writeRows(
  opened: Database,
  tx: Db,
  plan: MatchPlan,
  counts: Counts,
  tracker: Tracker,
): Promise<void> {
  const filled = filledFields(plan.profile)
  const { _max } = await tx.importRow.aggregate({
    where: { batchId: plan.batchId },
    _max: { rowNumber: true },
  })
  const last = _max.rowNumber ?? 0
  const over = async (phase: Phase, act: (from: number, to: number) => Promise<void>) => {
    await tracker.phase(phase, counts.rows)
    const step = rangeRows(opened)
    for (let from = 1; from <= last; from += step) {
      await act(from, from + step - 1)
      await tracker.done(Math.min(counts.rows, from + step))
    }
  }
  const hasChanges = counts.changed > 0
  await insertOrganisations(tx, plan.batchId)
  await markTouched(tx, plan.batchId)
  await raiseVersions(tx, touchedOf(plan.batchId))
  await over('people', async (from, to) => {
    if (counts.new > 0) await insertPeople(tx, plan, from, to)
    if (hasChanges) await changePeople(tx, plan, filled, from, to)
  })
  await over('appointments', async (from, to) => {
    if (counts.new > 0) await insertAppointments(tx, plan, from, to)
    if (hasChanges) await changeAppointments(tx, plan, from, to)
  })
  if (counts.left > 0) await endLeft(tx, plan)
  await over('details', async (from, to) => {
    if (counts.new > 0) await insertDetails(tx, plan, filled, from, to)
    if (hasChanges && filled.has('titleLevel')) await changePeriods(tx, plan, 'titleLevel', from, to)
    if (hasChanges && filled.has('status')) await changePeriods(tx, plan, 'status', from, to)
  })
  await over('roster', (from, to) => insertRosterOfNew(tx, plan, from, to))
  await refreshRoster(tx, othersOf(plan))
}

/** One audit entry for the whole batch; the digest proves which rows it was. */
async function sealBatch(tx: Db, batch: HeldBatch, plan: MatchPlan, counts: Counts): Promise<void> {
  const file = await tx.storedFile.findUniqueOrThrow({ where: { id: batch.fileId } })
  const after: Json = {
    file: file.name,
    fileSha256: file.sha256,
    rowsSha256: batch.digest,
    profile: plan.profile.key,
    asOf: plan.asOf,
    counts,
  }
  await appendAudit(tx, { accountId: batch.startedById, displayName: batch.startedByName ?? '' }, [
    {
      action: 'import.committed',
      organisationId: batch.organisationId,
      subject: `import:${batch.id}`,
      after,
    },
  ])
}
