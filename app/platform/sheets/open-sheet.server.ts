// The one way to read an .xlsx or .csv: finds out what the file is, where its headings are, and streams its rows.
// Bad content never throws: it is a problem (of the file), a warning (for the sender) or an issue (of one cell).
import { open } from 'node:fs/promises'
import { csvRows } from './csv-rows.server.ts'
import { detectEncoding, detectFormat } from './detect-format.server.ts'
import { readHeadings } from './heading-row.ts'
import {
  comparable,
  findHeading,
  HEAD_ROWS,
  type HeadingBlock,
  isBlank,
  joinedHeadings,
  looksLikeHeading,
  type Merge,
} from './layout.ts'
import { leftOutTeller, rowText } from './left-out.ts'
import { mergesOf } from './merges.server.ts'
import {
  type CellIssueCode,
  DEFAULT_LIMITS,
  type LeftOutRow,
  type RawRow,
  type RowSource,
  type Sheet,
  SheetFailure,
  type SheetLimits,
  type SheetProblem,
  type SheetRow,
  type SheetStart,
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
  /** The lowest heading row as a person chose it, counted from 1, where the guess was wrong; and how many there are. */
  headingRow?: number | undefined
  headingRows?: number | undefined
  /** It is a form that people filled in: its sheet and headings are found by what it can say, and what is no data is left out. */
  form?: FormReading | undefined
}

export interface FormReading {
  /** Headings that the reader knows, in any spelling. */
  known: readonly string[]
  /** The sheets to be read, by name, as a person chose them. */
  sheets?: readonly string[] | undefined
  /** Numbers of rows to be read although they look like notes or totals. */
  takeIn?: readonly number[] | undefined
}

export type OpenedSheet = { ok: true; sheet: Sheet } | { ok: false; problem: SheetProblem }

/** One sheet of the file, its headings found. */
interface Candidate {
  name: string | undefined
  source: RowSource
  head: RawRow[]
  merges: readonly Merge[]
  block: HeadingBlock
  headings: string[]
}

const BATCH_ROWS = 1_000
/** Sheets beyond are not looked at: each is read as far as its headings. */
const MOST_SHEETS = 200
/** Of a form with a sheet a school: the column that says which sheet a row is from. */
export const SHEET_COLUMN = '工作表名称'

/** Opens a sheet and reads its headings. Throws only if `path` cannot be read. */
export async function openSheet(input: SheetInput, options: OpenOptions = {}): Promise<OpenedSheet> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  try {
    const bytes = await readInput(input, limits.fileBytes)
    const known = new Set(options.form?.known.map(comparable).filter((name) => name !== ''))
    const look = (name: string | undefined, source: RowSource, merges: readonly Merge[]) =>
      candidateOf({ name, source, merges }, known, options)
    if (detectFormat(bytes) === 'csv') {
      const encoding = detectEncoding(bytes)
      const one = await look(undefined, csvRows(bytes, encoding), [])
      if (!one) throw new SheetFailure('empty_sheet')
      return { ok: true, sheet: makeSheet([one], [], { format: 'csv', encoding }, limits, options) }
    }
    const archive = await openArchive(bytes, limits)
    const workbook = await readWorkbook(archive)
    const found: Candidate[] = []
    for (const { name, part } of workbook.sheets.slice(0, MOST_SHEETS)) {
      const merges = options.form ? await mergesOf(archive, part) : []
      const one = await look(name, xlsxRows(archive, workbook, { name, part }, limits.columns), merges)
      if (one) found.push(one)
      if (one && !options.form) break
    }
    const chosen = chosenOf(found, options.form)
    const names = workbook.sheets.map(({ name }) => name)
    return { ok: true, sheet: makeSheet(chosen, names, { format: 'xlsx' }, limits, options) }
  } catch (failure) {
    return { ok: false, problem: problemOf(failure) }
  }
}

/** The sheets to be read as one: those that a person chose, or the one with most known headings and all that have the same. */
function chosenOf(found: readonly Candidate[], form: FormReading | undefined): Candidate[] {
  const wanted = form?.sheets
  const some = wanted ? found.filter(({ name }) => wanted.includes(name ?? '')) : found
  const best = some.reduce<Candidate | undefined>(
    (most, one) => (most === undefined || one.block.known > most.block.known ? one : most),
    undefined,
  )
  if (!best) throw new SheetFailure('empty_sheet')
  if (!form || (!wanted && best.block.known < 2)) return [best]
  return some.filter((one) => one === best || isAlike(one.headings, best.headings))
}

function isAlike(some: readonly string[], others: readonly string[]): boolean {
  return (
    some.length === others.length && some.every((one, at) => comparable(one) === comparable(others[at] ?? ''))
  )
}

/** Undefined for a sheet without content, or without the row that was chosen. */
async function candidateOf(
  given: Pick<Candidate, 'name' | 'source' | 'merges'>,
  known: ReadonlySet<string>,
  { headingRow, headingRows, form }: OpenOptions,
): Promise<Candidate | undefined> {
  const head = await readHead(given.source, headingRow, form !== undefined)
  const block = findHeading(head, given.merges, known, { row: headingRow, rows: headingRows })
  return block && { ...given, head, block, headings: joinedHeadings(block, head, given.merges) }
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

/** The first rows with content, up to the one that will be the heading; of a form so many that it can be looked for. */
async function readHead(source: RowSource, wanted: number | undefined, isForm: boolean): Promise<RawRow[]> {
  const head: RawRow[] = []
  for await (const rows of source.rows(0)) {
    for (const row of rows) {
      if (isBlank(row.cells) && !row.overflow) continue
      head.push(row)
      if (head.length >= HEAD_ROWS && (wanted === undefined || row.rowNumber >= wanted)) return head
      if (!isForm && (wanted === undefined ? looksLikeHeading(row) : row.rowNumber >= wanted)) return head
    }
  }
  return head
}

/** What was found while the rows went by. */
class Findings {
  readonly tally = new IssueTally()
  readonly starts: SheetStart[] = []
  readonly leftOut: LeftOutRow[] = []
  leftOutCount = 0
  /** The last row of the sheet that goes by. */
  lastRow = 0

  leave(row: LeftOutRow): void {
    this.leftOutCount += 1
    if (this.leftOut.length < MOST_LEFT_OUT) this.leftOut.push(row)
  }
}

const MOST_LEFT_OUT = 500

function makeSheet(
  chosen: readonly Candidate[],
  names: readonly string[],
  about: Pick<Sheet, 'format' | 'encoding'>,
  limits: SheetLimits,
  { form }: OpenOptions,
): Sheet {
  const [first] = chosen
  if (!first) throw new SheetFailure('empty_sheet')
  const { block } = first
  const isOverflowing = first.head.some(
    ({ rowNumber, overflow }) => overflow && rowNumber >= block.top && rowNumber <= block.bottom,
  )
  if (isOverflowing || first.headings.length > limits.columns)
    throw new SheetFailure('too_many_columns', { limit: limits.columns, rowNumber: block.bottom })
  const { published, headings, warnings } = readHeadings(first.headings, block.bottom)
  const width = headings.length
  const isMany = chosen.length > 1
  let findings = new Findings()

  async function* batches(size = BATCH_ROWS): AsyncGenerator<SheetStep> {
    findings = new Findings()
    try {
      let batch: SheetRow[] = []
      let count = 0
      let offset = 0
      for (const one of chosen) {
        findings.starts.push({ name: one.name ?? '', offset })
        for await (const rows of dataRows(one, form, offset, findings)) {
          for (const raw of rows) {
            count += 1
            if (count > limits.rows) throw new SheetFailure('too_many_rows', { limit: limits.rows })
            const row = shapeRow(raw, width, limits.cellLength, findings.tally)
            if (isMany) row.cells[width] = one.name ?? ''
            if (offset > 0) row.rowNumber += offset
            batch.push(row)
            if (batch.length < size) continue
            yield { ok: true, rows: batch }
            batch = []
          }
        }
        // Of all its rows, whatever was made of them: a row keeps its number when another is taken in.
        offset += findings.lastRow
      }
      if (batch.length > 0) yield { ok: true, rows: batch }
    } catch (failure) {
      yield { ok: false, problem: problemOf(failure) }
    }
  }

  const read = chosen.flatMap(({ name }) => name ?? [])
  const others = names.filter((name) => !read.includes(name))
  return {
    ...about,
    ...(first.name !== undefined && { sheetName: first.name }),
    headingRow: block.bottom,
    headingRows: block.bottom - block.top + 1,
    headings: isMany ? [...headings, SHEET_COLUMN] : headings,
    publishedHeadings: isMany ? [...published, SHEET_COLUMN] : published,
    sheets: names.map((name) => ({ name, isRead: read.includes(name) })),
    titles: first.head.filter(({ rowNumber }) => rowNumber < block.top).map(({ cells }) => rowText(cells)),
    warnings: () => [
      ...(others.length > 0 ? [{ code: 'other_sheets_ignored' as const, sheets: others }] : []),
      ...warnings,
      ...chosen.flatMap(({ source }) => source.warnings()),
      ...(findings.leftOut.length > 0
        ? [{ code: 'rows_left_out' as const, rows: findings.leftOut, count: findings.leftOutCount }]
        : []),
      ...(isMany ? [{ code: 'sheets_joined' as const, sheets: findings.starts }] : []),
      ...findings.tally.warnings(),
    ],
    batches,
  }
}

/** The rows of one sheet that say something; of a form without what is no data, and with merged cells filled down. */
async function* dataRows(
  { source, head, merges, block }: Candidate,
  form: FormReading | undefined,
  offset: number,
  findings: Findings,
): AsyncGenerator<RawRow[]> {
  const headingRows = head.filter(({ rowNumber }) => rowNumber >= block.top && rowNumber <= block.bottom)
  const kindOf = form && leftOutTeller(headingRows.map(({ cells }) => cells))
  const takenIn = new Set(form?.takeIn)
  const fill = mergeFiller(merges, block.bottom)
  let after = 0
  findings.lastRow = 0
  for await (const rows of source.rows(block.bottom)) {
    findings.lastRow = rows.at(-1)?.rowNumber ?? findings.lastRow
    yield rows.filter((row) => {
      const says = !isBlank(row.cells)
      if (row.rowNumber < block.top && says && form)
        findings.leave({ rowNumber: row.rowNumber + offset, kind: 'above', text: rowText(row.cells) })
      if (row.rowNumber <= block.bottom) return false
      if (!says) {
        fill(row)
        return row.overflow || row.issues
      }
      const kind = kindOf?.(row.cells, after) ?? null
      after += 1
      if (kind !== null && !takenIn.has(row.rowNumber + offset)) {
        findings.leave({ rowNumber: row.rowNumber + offset, kind, text: rowText(row.cells) })
        fill(row)
        return false
      }
      fill(row)
      return true
    })
  }
}

/** Fills what stands in a merged cell into the rows below it that the cell covers, in its first column. */
function mergeFiller(merges: readonly Merge[], headingBottom: number): (row: RawRow) => void {
  const tall = merges
    .filter(({ top, bottom }) => bottom > top && top > headingBottom)
    .toSorted((a, b) => a.top - b.top)
  if (tall.length === 0) return () => {}
  let next = 0
  let open: { bottom: number; column: number; text: string }[] = []
  return ({ rowNumber, cells }) => {
    open = open.filter(({ bottom }) => bottom >= rowNumber)
    for (; next < tall.length; next += 1) {
      const merge = tall[next]
      if (!merge || merge.top > rowNumber) break
      if (merge.bottom < rowNumber) continue
      const text = merge.top === rowNumber ? (cells[merge.left] ?? '') : ''
      open.push({ bottom: merge.bottom, column: merge.left, text })
    }
    for (const { column, text } of open) {
      if (text === '' || (cells[column] ?? '') !== '') continue
      while (cells.length < column) cells.push('')
      cells[column] = text
    }
  }
}

/** As many cells as there are headings, none longer than allowed. */
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
