// Writes a CSV that Excel opens well: UTF-8 with a byte order mark, CRLF, and no text that could run as a formula.
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SheetSpec, SheetValue } from './sheet-spec.ts'

const PIECE_CHARACTERS = 64 * 1024

/** What spreadsheets take for the start of a formula (OWASP, CSV Injection), full-width forms included. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * Streams the rows into `out` and ends it; resolves with the number of rows, the heading not counted. Text that would
 * start a formula gets a single quote in front; numbers given as numbers do not.
 */
export async function writeCsv(spec: SheetSpec, out: Writable): Promise<{ rows: number }> {
  let rows = 0
  async function* pieces(): AsyncGenerator<string> {
    let piece = `\uFEFF${record(spec.columns.map((column) => column.heading))}`
    for await (const row of spec.rows) {
      rows += 1
      piece += record(row)
      if (piece.length < PIECE_CHARACTERS) continue
      yield piece
      piece = ''
    }
    yield piece
  }
  await pipeline(Readable.from(pieces(), { objectMode: true, highWaterMark: 1 }), out)
  return { rows }
}

function record(values: readonly SheetValue[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: SheetValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = STARTS_FORMULA.test(value) ? `'${value}` : value
  return /[",;\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
