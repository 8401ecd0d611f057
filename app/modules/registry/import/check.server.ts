/** The check of a batch: reads its sheet, checks every row, stages it by COPY, and compares it with the registry. */
import { createHash } from 'node:crypto'
import { type Database, database } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { readFile } from '#app/platform/files/stored-file.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Sheet, SheetProblem } from '#app/platform/sheets/sheet.ts'
import { type Counts, noCounts, type Phase, type ProblemCode, type Profile } from './batch.ts'
import { rowChecker } from './check-row.ts'
import { transactionTimes } from './hold.server.ts'
import { idSeries } from './id-series.ts'
import {
  forgetMatches,
  type MatchPlan,
  matchRows,
  outcomeFingerprint,
  settleMatches,
  writesSoFar,
} from './match.sql.server.ts'
import { organisationFinder } from './organisation-finder.ts'
import { filledFields } from './plan.ts'
import { type Tracker, track } from './progress.server.ts'
import { openRoster } from './reading.server.ts'
import { foreignCodes, loadScope, rowStager, stageOrganisations } from './stage.server.ts'
import { stagedShape } from './staged-row.ts'

/**
 * Rows of a COPY's piece. On a server few, so that their text dies young, before it is copied about in memory; on the
 * embedded database each piece is a COPY of its own.
 */
const PIECE_ROWS = { server: 250, embedded: 1_000 } as const

/** Rows between two looks at whether the batch was given up. */
const ROWS_A_LOOK = 2_000

/** Rows a statement handles. On the embedded database pages wait while one runs; on a server each costs a look at all. */
export function rangeRows(opened: Database): number {
  return opened.kind === 'embedded' ? 5_000 : 50_000
}

/** Comparing joins the whole registry, so on a server it is done in one go. */
function comparedRows(opened: Database): number {
  return opened.kind === 'embedded' ? 10_000 : 250_000
}

const weights: readonly (readonly [Phase, number])[] = [
  ['reading', 7],
  ['comparing', 3],
]

/** Checks a batch that is in state `checking`. Ends in `ready`, `refused` or, when something failed, `mapped`. */
export async function runCheck(batchId: string): Promise<void> {
  const opened = await database()
  const { db } = opened
  const batch = await db.importBatch.findUnique({ where: { id: batchId } })
  if (batch?.state !== 'checking') return
  const tracker = await track(opened, batchId, 'checking', weights)
  try {
    const plan = planOf(batch)
    const outcome = await checkRows(opened, plan, batch.fileId, tracker)
    if (!outcome.ok) {
      await clearStaging(opened, batchId)
      await finish(opened, batchId, { state: 'refused', ...problemFields(outcome.problem) })
    } else {
      const comparedAt = await compareAll(opened, plan, tracker)
      const counts = await countOutcomes(opened, batchId)
      await finish(opened, batchId, {
        state: 'ready',
        counts,
        comparedAt,
        digest: outcome.digest,
        warnings: outcome.warnings,
        problem: null,
      })
    }
  } catch (error) {
    log.error({ error, batchId }, 'the check of an import failed')
    await clearStaging(opened, batchId).catch(() => {})
    await finish(opened, batchId, { state: 'mapped', problem: 'failed' })
    throw error
  } finally {
    await tracker.end()
    if (await isCancelled(opened, batchId)) await clearStaging(opened, batchId)
  }
}

/** What the comparison needs to know of a batch. */
export function planOf(batch: {
  id: string
  organisationId: string
  asOf: Date
  complete: boolean
  profile: unknown
}): MatchPlan {
  const { id, organisationId, complete } = batch
  return {
    batchId: id,
    organisationId,
    complete,
    asOf: fromDbDate(batch.asOf),
    profile: batch.profile as Profile,
  }
}

async function finish(
  { db }: Database,
  batchId: string,
  data: Omit<Prisma.ImportBatchUpdateManyMutationInput, 'counts'> & { counts?: Counts },
): Promise<void> {
  await db.importBatch.updateMany({ where: { id: batchId, state: 'checking' }, data })
}

/** Whether somebody gave the batch up while it was being checked. */
async function isCancelled({ db }: Database, batchId: string): Promise<boolean> {
  return (await db.importBatch.count({ where: { id: batchId, state: 'cancelled' } })) > 0
}

/** The problem of a file as a batch keeps it. */
export function problemFields(problem: Omit<SheetProblem, 'code'> & { code: ProblemCode }) {
  const { code, ...where } = problem
  return { problem: code, problemValues: where }
}

/** Takes away what an earlier check staged. */
export async function clearStaging({ db }: Database, batchId: string): Promise<void> {
  await db.importRow.deleteMany({ where: { batchId } })
  await db.importIssue.deleteMany({ where: { batchId } })
  await db.importOrganisation.deleteMany({ where: { batchId } })
  await db.importLeft.deleteMany({ where: { batchId } })
}

type Checked =
  | { ok: true; digest: string; warnings: ReturnType<Sheet['warnings']> }
  | { ok: false; problem: Omit<SheetProblem, 'code'> & { code: ProblemCode } }

async function checkRows(
  opened: Database,
  plan: MatchPlan,
  fileId: string,
  tracker: Tracker,
): Promise<Checked> {
  const { db } = opened
  await clearStaging(opened, plan.batchId)
  await tracker.phase('reading', null)
  const { options } = plan.profile
  const bytes = await readFile(db, fileId)
  const read = await openRoster(bytes, options)
  if (!read.ok) return read
  const { sheet } = read
  const nextId = idSeries()
  const known = await loadScope(db, plan.organisationId, plan.asOf)
  const foreign = await foreignCodes(db, plan.organisationId)
  const finder = organisationFinder(
    known,
    foreign,
    plan.organisationId,
    options.createOrganisations ? nextId : null,
  )
  const hash = createHash('sha256')
  const filled = filledFields(plan.profile)
  const shape = stagedShape((key) => filled.has(key))
  const stage = rowStager(
    plan.batchId,
    rowChecker(sheet.headings, plan.profile, plan.asOf),
    finder,
    nextId,
    hash,
    shape,
    options.recipe !== 'plain',
  )
  let problem: SheetProblem | null = null
  let rows = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const step of sheet.batches(PIECE_ROWS[opened.kind])) {
      if (!step.ok) {
        problem = step.problem
        return
      }
      yield stage.chunk(step.rows)
      rows += step.rows.length
      if (rows % ROWS_A_LOOK > 0) continue
      if (await isCancelled(opened, plan.batchId)) return
      await tracker.done(rows)
    }
  }
  await opened.copyIn('import_row', shape.columns, lines())
  if (problem) return { ok: false, problem }
  if (rows === 0) return { ok: false, problem: { code: 'no_rows' } }
  await stage.writeIssues(opened)
  await stageOrganisations(opened, plan.batchId, finder.planned)
  await db.$executeRaw`analyze import_row`
  return { ok: true, digest: hash.digest('hex'), warnings: sheet.warnings() }
}

/** Compares all rows range by range; answers the sum of writes that the comparison saw. */
async function compareAll(opened: Database, plan: MatchPlan, tracker: Tracker | null): Promise<bigint> {
  const { db } = opened
  const seen = await writesSoFar(db)
  const last = await lastRow(opened, plan.batchId)
  const step = comparedRows(opened)
  await tracker?.phase('comparing', last)
  for (let from = 1; from <= last; from += step) {
    if (await isCancelled(opened, plan.batchId)) break
    await compareRange(opened, plan, from, from + step - 1)
    await tracker?.done(Math.min(last, from + step))
  }
  await settleMatches(db, plan)
  return seen
}

/**
 * A range on the embedded database looks its few thousand people up one by one: the planner would rather read the whole
 * registry for each range, and pages wait that long.
 */
async function compareRange(
  { db, kind }: Database,
  plan: MatchPlan,
  from: number,
  to: number,
): Promise<void> {
  if (kind === 'server') return matchRows(db, plan, from, to)
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`
    await matchRows(tx, plan, from, to)
  }, transactionTimes)
}

async function lastRow({ db }: Database, batchId: string): Promise<number> {
  const { _max } = await db.importRow.aggregate({ where: { batchId }, _max: { rowNumber: true } })
  return _max.rowNumber ?? 0
}

/**
 * In the committing transaction: whether the comparison still holds. Where anything at all was written since, it is made
 * again, and holds if every outcome is the same.
 */
export async function stillHolds(
  tx: Prisma.TransactionClient,
  plan: MatchPlan,
  comparedAt: bigint | null,
): Promise<boolean> {
  if (comparedAt !== null && (await writesSoFar(tx)) === comparedAt) return true
  const before = await outcomeFingerprint(tx, plan.batchId)
  await forgetMatches(tx, plan.batchId)
  const { _max } = await tx.importRow.aggregate({
    where: { batchId: plan.batchId },
    _max: { rowNumber: true },
  })
  await matchRows(tx, plan, 1, _max.rowNumber ?? 0)
  await settleMatches(tx, plan)
  return (await outcomeFingerprint(tx, plan.batchId)) === before && (await plannedAreFree(tx, plan.batchId))
}

async function plannedAreFree(tx: Prisma.TransactionClient, batchId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    select exists (select from import_organisation i join organisation o
      on o.code = i.code or (o.parent_id = i.parent_id and o.name = i.name) where i.batch_id = ${batchId}::uuid) as taken`
  return !row?.taken
}

async function countOutcomes({ db }: Database, batchId: string): Promise<Counts> {
  const rows = await db.$queryRaw<{ outcome: keyof Counts; count: number; moved: number; warned: number }[]>`
    select outcome, count(*)::int as count, (count(*) filter (where moved))::int as moved,
      (count(*) filter (where warned))::int as warned
    from import_row where batch_id = ${batchId}::uuid group by outcome`
  const counts = { ...noCounts }
  for (const { outcome, count, moved, warned } of rows) {
    counts[outcome] = count
    counts.rows += count
    counts.moved += moved
    if (outcome !== 'rejected') counts.warned += warned
  }
  counts.left = await db.importLeft.count({ where: { batchId } })
  counts.organisations = await db.importOrganisation.count({ where: { batchId } })
  return counts
}
