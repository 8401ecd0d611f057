/** The comparison of a batch's staged rows with what stands: made, made again, and whether it still holds. */
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { type Counts, noCounts, type Profile } from './batch.ts'
import { transactionTimes } from './hold.server.ts'
import { COMPARED } from './staging.server.ts'
import type { BatchPlan, Subject } from './subject.ts'

/** What the comparison needs to know of a batch. */
export function planOf(batch: {
  id: string
  organisationId: string
  asOf: Date
  complete: boolean
  profile: unknown
}): BatchPlan {
  const { id, organisationId, complete } = batch
  const profile = batch.profile as Profile
  return { batchId: id, organisationId, complete, asOf: fromDbDate(batch.asOf), profile }
}

/**
 * A range on the embedded database looks its few thousand up one by one: the planner would rather read all there is
 * for each range, and pages wait that long.
 */
export async function compareRange(
  { db, kind }: Database,
  subject: Subject,
  plan: BatchPlan,
  from: number,
  to: number,
): Promise<void> {
  if (kind === 'server') return subject.compare?.(db, plan, from, to)
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`
    await subject.compare?.(tx, plan, from, to)
  }, transactionTimes)
}

/** The highest row number that is staged; 0 where there is none. */
export async function lastRow(db: Db, { table }: Pick<Subject, 'table'>, batchId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ last: number }[]>`
    select coalesce(max(row_number), 0)::int as last from ${sqlName(table)} where batch_id = ${batchId}::uuid`
  return row?.last ?? 0
}

/**
 * In the committing transaction: whether the comparison still holds. Where anything at all was written since, it is made
 * again, and holds if every outcome is the same.
 */
export async function stillHolds(
  tx: Prisma.TransactionClient,
  subject: Subject,
  plan: BatchPlan,
  comparedAt: bigint | null,
): Promise<boolean> {
  if (comparedAt !== null && (await writesSoFar(tx)) === comparedAt) return true
  const before = await outcomeFingerprint(tx, subject, plan.batchId)
  await forgetComparison(tx, subject, plan.batchId)
  await subject.compare?.(tx, plan, 1, await lastRow(tx, subject, plan.batchId))
  await subject.settleAll?.(tx, plan)
  if ((await outcomeFingerprint(tx, subject, plan.batchId)) !== before) return false
  return (await subject.holds?.(tx, plan)) ?? true
}

/** One number for all outcomes of a batch: equal before and after a second comparison, nothing has changed. */
async function outcomeFingerprint(db: Db, { table }: Subject, batchId: string): Promise<string> {
  const [row] = await db.$queryRaw<{ print: string }[]>`
    select count(*) || ':' || coalesce(sum(hashtextextended(
      row_number || outcome || coalesce(target_id::text, '') || coalesce(changes::text, ''), 0)), 0) || ':' ||
      (select coalesce(sum(hashtextextended(target_id::text, 0)), 0) from import_left where batch_id = ${batchId}::uuid) as print
    from ${sqlName(table)} where batch_id = ${batchId}::uuid`
  return row?.print ?? ''
}

/** Puts the rows back to where they were before the first comparison. */
async function forgetComparison(db: Db, { table }: Subject, batchId: string): Promise<void> {
  await db.$executeRaw`
    update ${sqlName(table)} set outcome = 'new', target_id = null, changes = null, moved = false
    where batch_id = ${batchId}::uuid and (outcome <> 'rejected' or row_number in (
      select row_number from import_issue where batch_id = ${batchId}::uuid and no >= ${COMPARED}))
      and (target_id is not null or outcome <> 'new')`
  await db.$executeRaw`delete from import_issue where batch_id = ${batchId}::uuid and no >= ${COMPARED}`
  await db.$executeRaw`delete from import_left where batch_id = ${batchId}::uuid`
}

/** The sum of all audit chains: every write adds to one of them, so an equal sum means nothing was written. */
export async function writesSoFar(db: Db): Promise<bigint> {
  const [row] = await db.$queryRaw<
    { sum: bigint }[]
  >`select coalesce(sum(last_seq), 0)::bigint as sum from audit_chain`
  return BigInt(row?.sum ?? 0)
}

export async function countOutcomes(db: Db, subject: Subject, batchId: string): Promise<Counts> {
  const rows = await db.$queryRaw<{ outcome: keyof Counts; count: number; moved: number; warned: number }[]>`
    select outcome, count(*)::int as count, (count(*) filter (where moved))::int as moved,
      (count(*) filter (where warned))::int as warned
    from ${sqlName(subject.table)} where batch_id = ${batchId}::uuid group by outcome`
  const counts = { ...noCounts }
  for (const { outcome, count, moved, warned } of rows) {
    counts[outcome] = count
    counts.rows += count
    counts.moved += moved
    if (outcome !== 'rejected') counts.warned += warned
  }
  counts.left = await db.importLeft.count({ where: { batchId } })
  return { ...counts, ...(await subject.count?.(db, batchId)) }
}

/** Takes away what an earlier check staged. */
export async function clearStaging(db: Db, { table, clear }: Subject, batchId: string): Promise<void> {
  await db.$executeRaw`delete from ${sqlName(table)} where batch_id = ${batchId}::uuid`
  await db.importIssue.deleteMany({ where: { batchId } })
  await db.importLeft.deleteMany({ where: { batchId } })
  await clear?.(db, batchId)
}
