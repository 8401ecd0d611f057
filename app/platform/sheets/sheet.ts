// The words of this room: what a sheet is, what may be wrong with a file, a row or a cell, and the limits.
// Codes only; the sentences belong to whoever shows them.

/** Why a file as a whole is refused. Nothing of it may be used. */
export type SheetProblemCode =
  | 'file_too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'empty_sheet'
  | 'pdf_not_sheet'
  | 'html_not_sheet'
  | 'old_xls'
  | 'not_a_sheet'
  | 'password_protected'
  | 'unreadable_workbook'
  | 'zip_bomb'
  | 'quote_never_closed'
  | 'row_too_long'

/** `limit` is the bound that was passed (bytes, rows or columns); `rowNumber` is the place, where one is known. */
export interface SheetProblem {
  code: SheetProblemCode
  limit?: number
  rowNumber?: number
}

/** Why one cell cannot be trusted as it stands. */
export type CellIssueCode =
  | 'number_lost_digits'
  | 'error_value'
  | 'formula_without_result'
  | 'no_such_day'
  | 'nul_character'
  | 'undecodable_bytes'
  | 'cell_too_long'
  | 'extra_cells'

/** `column` counts from 0, as in `cells`. `extra_cells` points at the first cell beyond the headings. */
export interface CellIssue {
  column: number
  code: CellIssueCode
}

/** What the sender should know although the file was read. Columns are named as a spreadsheet does: A, B, … AA. */
export type SheetWarning =
  | { code: 'heading_not_first'; rowNumber: number }
  | { code: 'duplicate_headings'; headings: string[] }
  | { code: 'empty_headings'; columns: string[] }
  | { code: 'other_sheets_ignored'; sheets: string[] }
  | { code: 'merged_cells' | 'formulas'; count: number }
  | { code: 'rows_left_out'; rows: LeftOutRow[]; count: number }
  | { code: 'sheets_joined'; sheets: SheetStart[] }
  | { code: CellIssueCode; count: number; firstRow: number }

export interface SheetRow {
  /** The row as the sender sees it in the sheet: from 1, the heading counted. */
  rowNumber: number
  /** At least as many as there are headings; as published, not trimmed. */
  cells: string[]
  issues?: CellIssue[]
}

/** One batch of rows, or the reason why reading stopped: then the rows given before must be dropped too. */
export type SheetStep = { ok: true; rows: SheetRow[] } | { ok: false; problem: SheetProblem }

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Why a row of a form is no data: it stands above the headings, tells how to fill in, repeats them, sums up, or is signed. */
export type LeftOutKind = 'above' | 'note' | 'heading_again' | 'total' | 'signature'

/** A row that is not read, and what stands in it. */
export type LeftOutRow = { rowNumber: number; kind: LeftOutKind; text: string }

/** Rows of a further sheet are numbered on from those before it: `offset` is taken off to find them in it. */
export type SheetStart = { name: string; offset: number }

export interface Sheet {
  format: 'xlsx' | 'csv'
  /** Only for csv. */
  encoding?: TextEncoding
  /** Only for xlsx. */
  sheetName?: string
  /** The lowest row of the headings, and how many rows they have. */
  headingRow: number
  headingRows: number
  /** Every visible sheet of a workbook, and whether it is read: several that have the same headings are read as one. */
  sheets: { name: string; isRead: boolean }[]
  /** What stands above the headings, row by row: a title, a unit line. */
  titles: string[]
  /** Trimmed and made distinct: a second 姓名 becomes `姓名 (2)`, an empty one its column letter, `(C)`. */
  headings: string[]
  /** As the sender wrote them. */
  publishedHeadings: string[]
  /** Complete once `batches()` has been read to its end. */
  warnings(): SheetWarning[]
  /** Rows below the heading, blank ones left out. Each call reads the file anew. */
  batches(size?: number): AsyncIterable<SheetStep>
}

export interface SheetLimits {
  fileBytes: number
  rows: number
  columns: number
  /** UTF-16 code units; Excel's own bound. */
  cellLength: number
  /** Sum of all parts of a workbook once inflated. */
  inflatedBytes: number
  /** Inflated to deflated, for parts above 16 MiB. Deflate itself cannot pass 1032. */
  inflateRatio: number
  zipEntries: number
}

export const DEFAULT_LIMITS: SheetLimits = {
  fileBytes: 40 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  cellLength: 32_767,
  inflatedBytes: 512 * 1024 * 1024,
  inflateRatio: 250,
  zipEntries: 2_000,
}

/** A row as a format's reader finds it, before headings, blanks and lengths are looked at. */
export interface RawRow {
  rowNumber: number
  cells: string[]
  issues?: CellIssue[]
  /** There was content beyond the last column that is kept. */
  overflow?: boolean
}

/** What a format's reader gives to `openSheet`. Both may throw `SheetFailure`; each call starts from the top. */
export interface RowSource {
  /** Formulas and merged cells up to `headingRow` are not counted: a title may be merged. */
  rows(headingRow: number): AsyncIterable<RawRow[]>
  /** What the latest reading has met. */
  warnings(): SheetWarning[]
}

/** Carries a problem through the readers; `openSheet` turns it into a value, so it never leaves this room. */
export class SheetFailure extends Error {
  readonly problem: SheetProblem

  constructor(code: SheetProblemCode, where: { limit?: number; rowNumber?: number } = {}) {
    super(code)
    this.problem = { code, ...where }
  }
}

/** Spreadsheet letters of a column that counts from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
