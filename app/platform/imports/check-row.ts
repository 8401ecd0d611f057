/** Checks one row of a sheet: what its cells say by field, or what is wrong in which. */
import type { CellIssueCode, SheetRow } from '#app/platform/sheets/sheet.ts'
import type { CommonIssue } from './batch.ts'
import { addIssue } from './row-draft.ts'
import type { BatchPlan, Reader, RowDraft, Subject } from './subject.ts'

type Column = { key: string; column: number; read: Reader }

const cellIssues: Record<CellIssueCode, CommonIssue> = {
  number_lost_digits: 'cell_lost_digits',
  error_value: 'cell_error_value',
  formula_without_result: 'cell_formula_without_result',
  no_such_day: 'date_no_such_day',
  nul_character: 'cell_nul',
  undecodable_bytes: 'cell_undecodable',
  cell_too_long: 'cell_too_long',
  extra_cells: 'extra_cells',
}

/** Prepares the check of a sheet's rows, in the order of the file: a subject's rules may remember the rows above. */
export function rowChecker(
  headings: readonly string[],
  subject: Subject,
  plan: BatchPlan,
): (row: SheetRow) => RowDraft {
  const { fields } = subject
  const columns = mappedColumns(headings, subject, plan)
  const keyOf = new Map(columns.map(({ column, key }) => [column, key]))
  const fixed = fixedOf(subject, plan)
  const mapped = new Set(columns.map(({ key }) => key))
  const settle = subject.settle?.(plan, mapped)
  const isPrivate = (key: string) => fields[key]?.isPrivate === true
  return (row) => {
    const draft: RowDraft = { rowNumber: row.rowNumber, values: {}, issues: [] }
    if (row.issues) addCellIssues(row, keyOf, draft)
    for (const { key, column, read } of columns) {
      const cell = row.cells[column] ?? ''
      const reading = cell === '' ? null : read(cell)
      if (reading === null) continue
      if ('value' in reading) draft.values[key] = reading.value
      else addIssue(draft, reading.issue, 'error', key, isPrivate(key) ? undefined : cell.trim())
    }
    for (const [key, value] of fixed) draft.values[key] = value
    settle?.(draft)
    return draft
  }
}

function mappedColumns(
  headings: readonly string[],
  { fields }: Subject,
  { profile: { mapping, options } }: BatchPlan,
): Column[] {
  const columns: Column[] = []
  for (const [key, heading] of Object.entries(mapping)) {
    const column = heading === undefined ? -1 : headings.indexOf(heading)
    const read = fields[key]?.reader({ dateOrder: options.dateOrder })
    if (read && column >= 0) columns.push({ key, column, read })
  }
  return columns
}

/** What every row says, where no column says it. */
function fixedOf({ fields }: Subject, { profile: { mapping, options } }: BatchPlan): [string, string][] {
  return Object.entries(options.fixed ?? {}).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && fields[entry[0]] !== undefined && mapping[entry[0]] === undefined,
  )
}

/** A number that lost its end is worth a remark; whether it is worth more, the field's own rule knows. */
function addCellIssues(row: SheetRow, keyOf: ReadonlyMap<number, string>, draft: RowDraft): void {
  for (const { column, code } of row.issues ?? []) {
    const field = keyOf.get(column) ?? null
    if (field === null && code !== 'extra_cells') continue
    addIssue(draft, cellIssues[code], code === 'number_lost_digits' ? 'warning' : 'error', field)
  }
}
