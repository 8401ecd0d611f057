// The one way to read an .xlsx or .csv: finds out what the file is, where its headings are, and streams its rows.
// Bad content never throws: it is a problem (of the file), a warning (for the sender) or an issue (of one cell).
import { open } from 'node:fs/promises'
import { csvRows } from './csv-rows.server.ts'
import { detectEncoding, detectFormat } from './detect-format.server.ts'
import { findHeadingRow, HEAD_ROWS, isBlank, looksLikeHeading, readHeadings } from './heading-row.ts'
import {
  type CellIssueCode,
  DEFAULT_LIMITS,
  type RawRow,
  type RowSource,
  type Sheet,
  SheetFailure,
  type SheetLimits,
  type SheetProblem,
  type SheetRow,
  type SheetStep,
  type SheetWarning,
} from './sheet.ts'
import { readWorkbook } from './workbook.server.ts'
import { xlsxRows } from './xlsx-rows.server.ts'
import { openArchive } from './zip-archive.server.ts'

/** The file's own bytes, or where they are. They are held in memory while the sheet is used: see `limits.fileBytes`. */
export type SheetInput = { bytes: Uint8Array } | { path: string }

export interface OpenOptions {
  limits?: Partial<SheetLimits>
  /** The heading row as a person chose it, counted from 1, where the guess was wrong. */
  headingRow?: number
}

export type OpenedSheet = { ok: true; sheet: Sheet } | { ok: false; problem: SheetProblem }

interface Found {
  source: RowSource
  head: RawRow[]
  about: Pick<Sheet, 'format' | 'encoding' | 'sheetName'>
  warnings: SheetWarning[]
}

const BATCH_ROWS = 1_000

/** Opens a sheet and reads its headings. Throws only if `path` cannot be read. */
export async function openSheet(input: SheetInput, options: OpenOptions = {}): Promise<OpenedSheet> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  try {
    const bytes = await readInput(input, limits.fileBytes)
    const wanted = options.headingRow
    const found =
      detectFormat(bytes) === 'xlsx'
        ? await findInXlsx(bytes, limits, wanted)
        : await findInCsv(bytes, wanted)
    const heading = findHeadingRow(found.head, wanted)
    if (!heading) throw new SheetFailure('empty_sheet')
    return { ok: true, sheet: makeSheet(found, heading, limits) }
  } catch (failure) {
    return { ok: false, problem: problemOf(failure) }
  }
}

async function readInput(input: SheetInput, limit: number): Promise<Buffer> {
  if ('bytes' in input) {
    if (input.bytes.length > limit) throw new SheetFailure('file_too_large', { limit })
    return Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength)
  }
  const file = await open(input.path, 'r')
  try {
    if ((await file.stat()).size > limit) throw new SheetFailure('file_too_large', { limit })
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function findInCsv(bytes: Buffer, wanted?: number): Promise<Found> {
  const encoding = detectEncoding(bytes)
  const source = csvRows(bytes, encoding)
  const head = await readHead(source, wanted)
  return { source, head, about: { format: 'csv', encoding }, warnings: [] }
}

/** The first visible sheet that has any content. */
async function findInXlsx(bytes: Buffer, limits: SheetLimits, wanted?: number): Promise<Found> {
  const archive = await openArchive(bytes, limits)
  const workbook = await readWorkbook(archive)
  for (const candidate of workbook.sheets) {
    const source = xlsxRows(archive, workbook, candidate, limits.columns)
    const head = await readHead(source, wanted)
    if (head.length === 0) continue
    const others = workbook.sheets.filter((sheet) => sheet !== candidate).map((sheet) => sheet.name)
    const warnings: SheetWarning[] =
      others.length > 0 ? [{ code: 'other_sheets_ignored', sheets: others }] : []
    return { source, head, about: { format: 'xlsx', sheetName: candidate.name }, warnings }
  }
  throw new SheetFailure('empty_sheet')
}

/** The first rows with content, up to the one that will be the heading. */
async function readHead(source: RowSource, wanted?: number): Promise<RawRow[]> {
  const head: RawRow[] = []
  for await (const rows of source.rows(0)) {
    for (const row of rows) {
      if (isBlank(row.cells) && !row.overflow) continue
      head.push(row)
      const enough = wanted === undefined ? looksLikeHeading(row) : row.rowNumber >= wanted
      if (enough || (wanted === undefined && head.length >= HEAD_ROWS)) return head
    }
  }
  return head
}

function makeSheet(found: Found, heading: RawRow, limits: SheetLimits): Sheet {
  const { published, headings, warnings } = readHeadings(heading)
  if (heading.overflow || headings.length > limits.columns) {
    throw new SheetFailure('too_many_columns', { limit: limits.columns, rowNumber: heading.rowNumber })
  }
  let tally = new IssueTally()

  async function* batches(size = BATCH_ROWS): AsyncGenerator<SheetStep> {
    tally = new IssueTally()
    try {
      let batch: SheetRow[] = []
      let count = 0
      for await (const rows of found.source.rows(heading.rowNumber)) {
        for (const raw of rows) {
          if (raw.rowNumber <= heading.rowNumber || (isBlank(raw.cells) && !raw.overflow && !raw.issues))
            continue
          count += 1
          if (count > limits.rows) throw new SheetFailure('too_many_rows', { limit: limits.rows })
          batch.push(shapeRow(raw, headings.length, limits.cellLength, tally))
          if (batch.length < size) continue
          yield { ok: true, rows: batch }
          batch = []
        }
      }
      if (batch.length > 0) yield { ok: true, rows: batch }
    } catch (failure) {
      yield { ok: false, problem: problemOf(failure) }
    }
  }

  return {
    ...found.about,
    headingRow: heading.rowNumber,
    headings,
    publishedHeadings: published,
    warnings: () => [...found.warnings, ...warnings, ...found.source.warnings(), ...tally.warnings()],
    batches,
  }
}

/** Pads a row to the width of the headings, cuts cells beyond Excel's length, and counts what is wrong with it. */
function shapeRow(raw: RawRow, width: number, cellLength: number, tally: IssueTally): SheetRow {
  const { cells, rowNumber } = raw
  const issues = raw.issues ?? []
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? ''
    if (cell.length <= cellLength) continue
    cells[column] = cell.slice(0, cellLength)
    issues.push({ column, code: 'cell_too_long' })
  }
  while (cells.length < width) cells.push('')
  if (raw.overflow || (cells.length > width && !isBlank(cells.slice(width)))) {
    issues.push({ column: width, code: 'extra_cells' })
  }
  if (issues.length === 0) return { rowNumber, cells }
  for (const issue of issues) tally.add(issue.code, rowNumber)
  return { rowNumber, cells, issues }
}

class IssueTally {
  private readonly counts = new Map<CellIssueCode, { count: number; firstRow: number }>()

  add(code: CellIssueCode, rowNumber: number): void {
    const known = this.counts.get(code)
    if (known) known.count += 1
    else this.counts.set(code, { count: 1, firstRow: rowNumber })
  }

  warnings(): SheetWarning[] {
    return [...this.counts].map(([code, tally]) => ({ code, ...tally }))
  }
}

/** Defects of ours are no problem of the sender's file: they go on as they are. */
function problemOf(failure: unknown): SheetProblem {
  if (failure instanceof SheetFailure) return failure.problem
  throw failure
}
