/** The commit of a batch: one transaction, all or nothing, that holds the batch's row from its first statement on. */
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Json } from '#app/platform/audit/canonical.ts'
import { type Database, type Db, database } from '#app/platform/database/client.server.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { log } from '#app/platform/log.server.ts'
import { type Counts, noCounts, type Phase, type ProblemCode } from './batch.ts'
import { planOf, stillHolds } from './comparison.sql.server.ts'
import { type HeldBatch, holdBatch, subjectIn, transactionTimes } from './hold.server.ts'
import { type Tracker, track } from './progress.server.ts'
import type { BatchPlan, Subject } from './subject.ts'

const weights: readonly (readonly [Phase, number])[] = [
  ['comparing', 2],
  ['writing', 100],
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
    const subject = await subjectIn(opened.db, batchId, 'committing')
    if (!subject) return
    await opened.db.$transaction((tx) => commitIn(opened, tx, subject, batchId, tracker), transactionTimes)
    for (const table of subject.analyze ?? []) await opened.db.$executeRaw`analyze ${sqlName(table)}`
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

async function commitIn(
  opened: Database,
  tx: Db,
  subject: Subject,
  batchId: string,
  tracker: Tracker,
): Promise<void> {
  const batch = await holdBatch(tx, batchId, 'committing')
  if (!batch) return
  const plan = planOf(batch)
  await tracker.phase('comparing', null)
  await subject.hold?.(tx, batchId, 'to-write')
  if (!(await stillHolds(tx, subject, plan, batch.comparedAt))) throw new Stale()
  const counts: Counts = { ...noCounts, ...(batch.counts as Partial<Counts>) }
  await tracker.phase('writing', counts.rows)
  await subject.write(opened, tx, plan, counts, (share) => tracker.done(Math.round(share * counts.rows)))
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

/** One audit entry for the whole batch; the digest proves which rows it was. */
async function sealBatch(tx: Db, batch: HeldBatch, plan: BatchPlan, counts: Counts): Promise<void> {
  const file = await tx.storedFile.findUniqueOrThrow({ where: { id: batch.fileId } })
  const after: Json = {
    subject: batch.subject,
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
