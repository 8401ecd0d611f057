/** The rows of a preview, page by page, with the remarks on each. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { IssueLevel, LeftRow, Page, RowIssue, RowOutcome, SubjectRow } from './batch.ts'
import { reachBatch } from './reach.server.ts'
import { subjectOf, type Told } from './subject.ts'

const PAGE = 20

export type PreviewRow = SubjectRow & { issues: RowIssue[] }

/** Rows of one outcome in the order of the file; `after` is the last row number of the page before. */
export async function previewRows(
  db: Db,
  actor: Actor,
  batchId: string,
  { outcome, after, limit = PAGE }: { outcome: RowOutcome; after?: string; limit?: number },
  told: Told,
): Promise<Page<PreviewRow>> {
  const batch = await reachBatch(db, actor, batchId)
  if (!batch) return { items: [], next: null }
  const from = Number.isSafeInteger(Number(after)) ? Math.min(Number(after ?? 0), 2 ** 31 - 1) : 0
  const subject = await subjectOf(batch.subject)
  const rows = await subject.previewRows(db, batchId, { outcome, after: from, limit: limit + 1 }, told)
  const shown = rows.slice(0, limit)
  const issues = await issuesOf(db, batchId, shown)
  const items = shown.map((row) => ({ ...row, issues: issues.get(row.rowNumber) ?? [] }))
  return { items, next: rows.length > limit ? String(items.at(-1)?.rowNumber ?? '') || null : null }
}

async function issuesOf(
  db: Db,
  batchId: string,
  rows: readonly SubjectRow[],
): Promise<Map<number, RowIssue[]>> {
  const found = await db.importIssue.findMany({
    where: { batchId, rowNumber: { in: rows.map((row) => row.rowNumber) } },
    orderBy: [{ rowNumber: 'asc' }, { no: 'asc' }],
  })
  const byRow = new Map<number, RowIssue[]>()
  for (const { rowNumber, code, level, field, value, other } of found) {
    const issue: RowIssue = {
      ...{ code, level: level as IssueLevel, field },
      ...{ value: value ?? undefined, other: other ?? undefined },
    }
    byRow.set(rowNumber, [...(byRow.get(rowNumber) ?? []), issue])
  }
  return byRow
}

/** What a complete file lacks, page by page; `after` is the last id of the page before. */
export async function previewLeft(
  db: Db,
  actor: Actor,
  batchId: string,
  { after, limit = PAGE }: { after?: string; limit?: number } = {},
): Promise<Page<LeftRow>> {
  const batch = await reachBatch(db, actor, batchId)
  const subject = batch && (await subjectOf(batch.subject))
  return (await subject?.previewLeft?.(db, batchId, { after, limit })) ?? { items: [], next: null }
}
