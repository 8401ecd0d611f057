// What a caller says to have a sheet written, the same for .xlsx and .csv.

export interface SheetColumn {
  heading: string
  /** In characters; 16 if not given. Only for xlsx. */
  width?: number
  /** `date` takes `YYYY-MM-DD`; what is no such date is written as text. Default `text`. */
  kind?: 'text' | 'number' | 'date'
}

export type SheetValue = string | number | null

export interface SheetSpec {
  /** Cut to what Excel allows: 31 characters, none of `[ ] : * ? / \`. */
  sheetName: string
  columns: readonly SheetColumn[]
  rows: AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>
}
