/** Rows of a subject without a table of its own on their way into import_row, and back out of it. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { RowIssue, RowOutcome } from './batch.ts'
import { copyText } from './copy-text.ts'
import { hasError } from './row-draft.ts'
import type { BatchPlan, RowStage, Subject } from './subject.ts'

const COLUMNS = ['batch_id', 'row_number', 'id', 'outcome', 'warned', 'name', 'values']
export function plainStage({ batchId }: BatchPlan, { nameOf }: Subject, nextId: () => string): RowStage {
  return {
    columns: COLUMNS,
    stage(draft) {
      const { rowNumber, values, issues } = draft
      const isRejected = hasError(draft)
      const lead = [batchId, rowNumber, nextId(), isRejected ? 'rejected' : 'new']
      const warned = issues.length > 0 && !isRejected ? 't' : 'f'
      const said = JSON.stringify(values)
      const line = `${[...lead, warned, copyText(nameOf?.(draft) ?? ''), copyText(said)].join('\t')}\n`
      return { line, print: `${rowNumber}\t${said}\n` }
    },
  }
}

export type StagedRow<Values> = {
  rowNumber: number
  id: string
  outcome: RowOutcome
  targetId: string | null
  values: Values
}

/** What a batch's rows say, in the order of the file. For subjects whose files are small. */
export async function stagedRows<Values>(db: Db, batchId: string): Promise<StagedRow<Values>[]> {
  const rows = await db.importRow.findMany({ where: { batchId }, orderBy: { rowNumber: 'asc' } })
  return rows.map(({ rowNumber, id, outcome, targetId, values }) => ({
    ...{ rowNumber, id, targetId },
    outcome: outcome as RowOutcome,
    values: values as Values,
  }))
}

export type Verdict = {
  rowNumber: number
  outcome: RowOutcome
  targetId: string | null
  changes: Record<string, [string | null, string | null]> | null
  issues: readonly RowIssue[]
}

/** Remarks of the comparison are numbered from here: made again, they are forgotten first. */
export const COMPARED = 1000

/** Notes what a comparison in memory has found of rows. */
export async function noteVerdicts(db: Db, batchId: string, verdicts: readonly Verdict[]): Promise<void> {
  if (verdicts.length === 0) return
  await db.$executeRaw`
    update import_row r set outcome = v.outcome, target_id = v.target_id, changes = v.changes::jsonb
    from unnest(${verdicts.map(({ rowNumber }) => rowNumber)}::int[], ${verdicts.map(({ outcome }) => outcome)}::text[],
      ${verdicts.map(({ targetId }) => targetId)}::uuid[],
      ${verdicts.map(({ changes }) => changes && JSON.stringify(changes))}::text[]) as v(row_number, outcome, target_id, changes)
    where r.batch_id = ${batchId}::uuid and r.row_number = v.row_number`
  await db.importIssue.createMany({
    data: verdicts.flatMap(({ rowNumber, issues }) =>
      issues.map(({ code, level, field, value, other }, at) => ({
        ...{ batchId, rowNumber, no: COMPARED + at, code, level, field },
        ...{ value: value ?? null, other: other ?? null },
      })),
    ),
  })
}

export type PagedRow = {
  rowNumber: number
  id: string
  targetId: string | null
  name: string
  changes: Record<string, [string | null, string | null]> | null
  values: Record<string, string | undefined>
}

/** Staged rows of one outcome, a page of them. */
export async function stagedPage(
  db: Db,
  batchId: string,
  { outcome, after, limit }: { outcome: RowOutcome; after: number; limit: number },
): Promise<PagedRow[]> {
  return db.$queryRaw<PagedRow[]>`
    select row_number as "rowNumber", id, target_id as "targetId", name, changes, values from import_row
    where batch_id = ${batchId}::uuid and outcome = ${outcome} and row_number > ${after}
    order by row_number limit ${limit}`
}
