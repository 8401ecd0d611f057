// Gives the sender's own sheet back: only the rows that were rejected, with a last column that says why.
import type { Writable } from 'node:stream'
import { type OpenOptions, openSheet, type SheetInput } from './open-sheet.server.ts'
import { type Sheet, SheetFailure, type SheetProblem } from './sheet.ts'
import { writeXlsx } from './write-xlsx.server.ts'

export interface RejectedRows {
  source: SheetInput
  /** As the sheet was opened the first time, else the row numbers mean other rows. */
  options?: OpenOptions
  /** Row number, as in `SheetRow`, to the sentence that goes beside it. */
  errors: Iterable<readonly [rowNumber: number, message: string]>
  errorHeading: string
  sheetName: string
}

const ERROR_WIDTH = 48

/** Streams the .xlsx into `out` and ends it. Nothing is written when the source cannot be opened. */
export async function appendErrorColumn(
  rejected: RejectedRows,
  out: Writable,
): Promise<{ ok: true; rows: number } | { ok: false; problem: SheetProblem }> {
  const opened = await openSheet(rejected.source, rejected.options)
  if (!opened.ok) return opened
  const { sheet } = opened
  const columns = [
    ...sheet.publishedHeadings.map((heading) => ({ heading })),
    { heading: rejected.errorHeading, width: ERROR_WIDTH },
  ]
  const rows = rejectedRows(sheet, new Map(rejected.errors))
  try {
    return { ok: true, ...(await writeXlsx({ sheetName: rejected.sheetName, columns, rows }, out)) }
  } catch (failure) {
    if (failure instanceof SheetFailure) return { ok: false, problem: failure.problem }
    throw failure
  }
}

async function* rejectedRows(sheet: Sheet, errors: ReadonlyMap<number, string>): AsyncGenerator<string[]> {
  for await (const step of sheet.batches()) {
    if (!step.ok) throw new SheetFailure(step.problem.code, step.problem)
    for (const { rowNumber, cells } of step.rows) {
      const message = errors.get(rowNumber)
      if (message !== undefined) yield [...cells.slice(0, sheet.publishedHeadings.length), message]
    }
  }
}
