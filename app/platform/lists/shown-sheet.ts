/** A list as a workbook of just what is shown: the columns that the reader has hidden are left out. */
import type { SheetColumn, SheetSpec, SheetValue } from '#app/platform/sheets/sheet-spec.ts'

/** `shows` is the list's column that the sheet's column tells, whole or in part; without one it is always there. */
export type ListSheetColumn = SheetColumn & { shows?: string }
export type ListSheet = Omit<SheetSpec, 'columns'> & { columns: readonly ListSheetColumn[] }

export function shownSheet(sheet: ListSheet, hidden: readonly string[]): SheetSpec {
  const isShown = sheet.columns.map(({ shows }) => shows === undefined || !hidden.includes(shows))
  if (!isShown.includes(false)) return sheet
  const shown = <Item>(items: readonly Item[]) => items.filter((_, at) => isShown[at])
  async function* rows(): AsyncGenerator<readonly SheetValue[]> {
    for await (const row of sheet.rows) yield shown(row)
  }
  return { sheetName: sheet.sheetName, columns: shown(sheet.columns), rows: rows() }
}
