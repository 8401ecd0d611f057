/** The check of a batch: reads its sheet, checks every row, stages it by COPY, and compares it with what stands. */
import { createHash, type Hash } from 'node:crypto'
import { type Database, database } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { readFile } from '#app/platform/files/stored-file.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Sheet, SheetProblem } from '#app/platform/sheets/sheet.ts'
import type { Counts, Phase, ProblemCode, RowIssue } from './batch.ts'
import { rowChecker } from './check-row.ts'
import {
  clearStaging,
  compareRange,
  countOutcomes,
  lastRow,
  planOf,
  writesSoFar,
} from './comparison.sql.server.ts'
import { copyText } from './copy-text.ts'
import { idSeries } from './id-series.ts'
import { type Tracker, track } from './progress.server.ts'
import { openBatchSheet } from './reading.server.ts'
import { plainStage } from './staging.server.ts'
import { type BatchPlan, type RowStage, type Subject, subjectOf } from './subject.ts'

/**
 * Rows of a COPY's piece. On a server few, so that their text dies young, before it is copied about in memory; on the
 * embedded database each piece is a COPY of its own.
 */
const PIECE_ROWS = { server: 250, embedded: 1_000 } as const

/** Rows between two looks at whether the batch was given up. */
const ROWS_A_LOOK = 2_000
const LINES_A_COPY = 5_000

/** Comparing joins all that stands, so on a server it is done in one go. */
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
  const subject = await subjectOf(batch.subject)
  const tracker = await track(opened, batchId, 'checking', weights)
  try {
    const plan = planOf(batch)
    const outcome = await checkRows(opened, subject, plan, batch.fileId, tracker)
    if (!outcome.ok) {
      await clearStaging(db, subject, batchId)
      await finish(opened, batchId, { state: 'refused', ...problemFields(outcome.problem) })
    } else {
      const comparedAt = await compareAll(opened, subject, plan, tracker)
      const counts = await countOutcomes(db, subject, batchId)
      const { digest, warnings } = outcome
      await finish(opened, batchId, { state: 'ready', counts, comparedAt, digest, warnings, problem: null })
    }
  } catch (error) {
    log.error({ error, batchId }, 'the check of an import failed')
    await clearStaging(db, subject, batchId).catch(() => {})
    await finish(opened, batchId, { state: 'mapped', problem: 'failed' })
    throw error
  } finally {
    await tracker.end()
    if (await isCancelled(opened, batchId)) await clearStaging(db, subject, batchId)
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
function problemFields(problem: Omit<SheetProblem, 'code'> & { code: ProblemCode }) {
  const { code, ...where } = problem
  return { problem: code, problemValues: where }
}

type Checked =
  | { ok: true; digest: string; warnings: ReturnType<Sheet['warnings']> }
  | { ok: false; problem: Omit<SheetProblem, 'code'> & { code: ProblemCode } }

async function checkRows(
  opened: Database,
  subject: Subject,
  plan: BatchPlan,
  fileId: string,
  tracker: Tracker,
): Promise<Checked> {
  const { db } = opened
  await clearStaging(db, subject, plan.batchId)
  await tracker.phase('reading', null)
  const read = await openBatchSheet(subject, await readFile(db, fileId), plan.profile.options)
  if (!read.ok) return read
  const { sheet } = read
  const stage = (await subject.rows?.(opened, plan)) ?? plainStage(plan, subject, idSeries())
  const hash = createHash('sha256')
  const remarks = remarkLines(plan.batchId)
  const chunk = rowsChunk(rowChecker(sheet.headings, subject, plan), stage, hash, remarks.add)
  let problem: SheetProblem | null = null
  let rows = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const step of sheet.batches(PIECE_ROWS[opened.kind])) {
      if (!step.ok) {
        problem = step.problem
        return
      }
      yield chunk(step.rows)
      rows += step.rows.length
      if (rows % ROWS_A_LOOK > 0) continue
      if (await isCancelled(opened, plan.batchId)) return
      await tracker.done(rows)
    }
  }
  await opened.copyIn(subject.table, stage.columns, lines())
  if (problem) return { ok: false, problem }
  if (rows === 0) return { ok: false, problem: { code: 'no_rows' } }
  await remarks.write(opened)
  await stage.end?.(opened)
  await db.$executeRaw`analyze ${sqlName(subject.table)}`
  return { ok: true, digest: hash.digest('hex'), warnings: sheet.warnings() }
}

/** COPY lines of some rows; `hash` takes in what each says, the same for the same file and tree. */
function rowsChunk(
  check: ReturnType<typeof rowChecker>,
  stage: RowStage,
  hash: Hash,
  remark: (rowNumber: number, issues: readonly RowIssue[]) => void,
) {
  return (rows: Parameters<typeof check>[0][]): string => {
    let text = ''
    for (const row of rows) {
      const draft = check(row)
      const { line, print } = stage.stage(draft)
      hash.update(print)
      remark(row.rowNumber, draft.issues)
      text += line
    }
    return text
  }
}

/** The remarks on all rows, kept until the rows themselves are in. */
function remarkLines(batchId: string) {
  const lines: string[] = []
  async function* inPieces(): AsyncGenerator<string> {
    for (let at = 0; at < lines.length; at += LINES_A_COPY) yield lines.slice(at, at + LINES_A_COPY).join('')
  }
  return {
    add(rowNumber: number, issues: readonly RowIssue[]) {
      for (const [no, { code, level, field, value, other }] of issues.entries()) {
        const said = [field, value, other].map(copyText).join('\t')
        lines.push(`${batchId}\t${rowNumber}\t${no}\t${code}\t${level}\t${said}\n`)
      }
    },
    async write(opened: Database) {
      const columns = ['batch_id', 'row_number', 'no', 'code', 'level', 'field', 'value', 'other']
      await opened.copyIn('import_issue', columns, inPieces())
    },
  }
}

/** Compares all rows range by range; answers the sum of writes that the comparison saw. */
async function compareAll(
  opened: Database,
  subject: Subject,
  plan: BatchPlan,
  tracker: Tracker,
): Promise<bigint> {
  const { db } = opened
  const seen = await writesSoFar(db)
  const last = await lastRow(db, subject, plan.batchId)
  const step = comparedRows(opened)
  await tracker.phase('comparing', last)
  for (let from = 1; from <= last; from += step) {
    if (await isCancelled(opened, plan.batchId)) break
    await compareRange(opened, subject, plan, from, from + step - 1)
    await tracker.done(Math.min(last, from + step))
  }
  await subject.settleAll?.(db, plan)
  return seen
}
