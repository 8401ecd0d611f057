// Writes an .xlsx of any length in constant memory. Hand-written because exceljs' streaming writer ignores
// back-pressure: a million rows of ten columns took it 28 s and 533 MB.
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { columnLetters } from './sheet.ts'
import type { SheetSpec, SheetValue } from './sheet-spec.ts'
import {
  contentTypes,
  ROOT_RELATIONSHIPS,
  rowMarkup,
  STYLES,
  sheetEnd,
  sheetName,
  sheetStart,
  workbook,
  workbookRelationships,
} from './xlsx-markup.ts'
import { type ZipPart, zipBytes } from './zip-writer.server.ts'

/** Rows of a sheet that Excel can open, the heading counted. */
const SHEET_ROWS = 1_048_576
/** A zip part ends at 4 GiB; three bytes a character at most, so the next sheet begins well before. */
const SHEET_CHARACTERS = 1024 * 1024 * 1024
const PIECE_CHARACTERS = 64 * 1024

/**
 * Streams the workbook into `out` and ends it; several specs become several sheets. Rows that do not fit one sheet go
 * on in the next, under the same headings. Resolves with the number of rows written, headings not counted; rejects if
 * `out` or `rows` fail.
 */
export async function writeXlsx(
  spec: SheetSpec | readonly SheetSpec[],
  out: Writable,
  { sheetRows = SHEET_ROWS }: { sheetRows?: number } = {},
): Promise<{ rows: number }> {
  const specs = 'sheetName' in spec ? [spec] : spec
  const sources = specs.map((one) => ({ spec: one, rows: cursor(one.rows) }))
  await pipeline(zipBytes(parts(sources, sheetRows)), out)
  return { rows: sources.reduce((sum, { rows }) => sum + rows.taken(), 0) }
}

type SheetSource = { spec: SheetSpec; rows: Cursor }

async function* parts(sources: readonly SheetSource[], sheetRows: number): AsyncGenerator<ZipPart> {
  yield { name: '_rels/.rels', content: [ROOT_RELATIONSHIPS] }
  yield { name: 'xl/styles.xml', content: [STYLES] }
  const names: string[] = []
  for (const { spec, rows } of sources) {
    let number = 0
    do {
      number += 1
      names.push(sheetName(spec.sheetName, number))
      yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetMarkup(spec, rows, sheetRows) }
    } while (await rows.peek())
  }
  yield { name: 'xl/workbook.xml', content: [workbook(names)] }
  yield { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelationships(names.length)] }
  yield { name: '[Content_Types].xml', content: [contentTypes(names.length)] }
}

async function* sheetMarkup({ columns }: SheetSpec, rows: Cursor, sheetRows: number): AsyncGenerator<string> {
  const letters = columns.map((_, column) => columnLetters(column))
  let rowNumber = 1
  let characters = 0
  let piece = sheetStart(columns)
  while (rowNumber < sheetRows && characters < SHEET_CHARACTERS) {
    const values = await rows.take()
    if (!values) break
    rowNumber += 1
    piece += rowMarkup(values, rowNumber, columns, letters)
    if (piece.length < PIECE_CHARACTERS) continue
    characters += piece.length
    yield piece
    piece = ''
  }
  yield piece + sheetEnd(columns.length, rowNumber)
}

interface Cursor {
  /** Whether another row is there. */
  peek(): Promise<boolean>
  take(): Promise<readonly SheetValue[] | undefined> | readonly SheetValue[] | undefined
  taken(): number
}

/** Walks the rows once over several sheets. Rows of a plain iterable are taken without waiting a turn for each. */
function cursor(rows: SheetSpec['rows']): Cursor {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  let ahead: readonly SheetValue[] | undefined
  let taken = 0
  const next = async () => {
    const step = await iterator.next()
    return step.done ? undefined : step.value
  }
  return {
    async peek() {
      ahead ??= await next()
      return ahead !== undefined
    },
    async take() {
      const row = ahead ?? (await next())
      ahead = undefined
      if (row) taken += 1
      return row
    },
    taken: () => taken,
  }
}
