// Rows of a CSV file: decodes and parses it piece by piece and marks cells whose text was lost on the way.
import { setImmediate } from 'node:timers/promises'
import { sniffDelimiter } from './csv-delimiter.ts'
import { csvRecords } from './csv-records.server.ts'
import type { CellIssue, RawRow, RowSource, TextEncoding } from './sheet.ts'

/** Small, so that the records cut from one piece die young. */
const PIECE_BYTES = 64 * 1024
const HEAD_BYTES = 256 * 1024
const LOST_TEXT = /[\0\uFFFD]/

/** The rows of `bytes`, numbered as a spreadsheet would show them: one a record, blank ones counted. */
export function csvRows(bytes: Buffer, encoding: TextEncoding): RowSource {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_BYTES), { stream: true })
  const delimiter = sniffDelimiter(head)
  const newline = head.includes('\r') && !head.includes('\n') ? '\r' : '\n'

  async function* rows(): AsyncGenerator<RawRow[]> {
    let wasLost = false
    async function* pieces(): AsyncGenerator<string> {
      const decoder = new TextDecoder(encoding)
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const isLast = at + PIECE_BYTES >= bytes.length
        const text = decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: !isLast })
        // A record may have begun in an earlier piece: once text was lost, every later row is looked at.
        wasLost ||= LOST_TEXT.test(text)
        yield text
        // Parsing never waits for anything, so other requests get their turn here.
        await setImmediate()
      }
    }
    let rowNumber = 0
    for await (const records of csvRecords(pieces(), { delimiter, newline })) {
      yield records.map((cells) => {
        rowNumber += 1
        return wasLost ? withLostText(rowNumber, cells) : { rowNumber, cells }
      })
    }
  }

  return { rows, warnings: () => [] }
}

/** NULs are taken out (no database text can hold them), U+FFFD stays to be seen; both are reported. */
function withLostText(rowNumber: number, cells: string[]): RawRow {
  const issues: CellIssue[] = []
  cells.forEach((cell, column) => {
    if (cell.includes('\uFFFD')) issues.push({ column, code: 'undecodable_bytes' })
    if (!cell.includes('\0')) return
    issues.push({ column, code: 'nul_character' })
    cells[column] = cell.replaceAll('\0', '')
  })
  return issues.length > 0 ? { rowNumber, cells, issues } : { rowNumber, cells }
}
