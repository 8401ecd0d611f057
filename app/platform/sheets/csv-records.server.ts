// CSV after RFC 4180, tolerant where spreadsheets are: text in pieces to records of cells, by csv-parse.
import { CsvError, type Options, parse } from 'csv-parse'
import { SheetFailure } from './sheet.ts'

/** The longest record that is waited for, in characters: 200 cells of Excel's greatest length are 6.5 million. */
const LONGEST_RECORD = 8 * 1024 * 1024

export type CsvForm = { delimiter: string; newline?: '\n' | '\r' }

/**
 * Records end at LF or CRLF, or at CR alone if `newline` says so; an empty line is the record `['']`, and what stands in quotes may
 * hold anything. Throws `SheetFailure` for a quote that is never closed, and for a record beyond all bounds.
 */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
  { delimiter, newline = '\n' }: CsvForm,
): AsyncGenerator<string[][]> {
  const options: Options = {
    delimiter,
    record_delimiter: newline === '\n' ? ['\r\n', '\n'] : ['\r'],
    max_record_size: LONGEST_RECORD,
    relax_column_count: true,
    relax_quotes: true,
  }
  const parser = parse(options)
  let records: string[][] = []
  let failure: Error | undefined
  parser.on('data', (record: string[]) => records.push(record))
  parser.on('error', (error) => {
    failure = error
  })
  const taken = () => {
    if (failure) throw asSheetFailure(failure, parser.info.records)
    const ready = records
    records = []
    return ready
  }
  for await (const piece of pieces) {
    await new Promise<void>((resolve) => parser.write(piece, () => resolve()))
    yield taken()
  }
  const over = new Promise<void>((resolve) => parser.once('close', resolve))
  parser.end()
  await over
  yield taken()
}

function asSheetFailure(error: Error, before: number): Error {
  if (!(error instanceof CsvError)) return error
  const rowNumber = before + 1
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new SheetFailure('quote_never_closed', { rowNumber })
  return error.code === 'CSV_MAX_RECORD_SIZE' ? new SheetFailure('row_too_long', { rowNumber }) : error
}
