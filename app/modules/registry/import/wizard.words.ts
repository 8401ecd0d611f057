/** What the engine says in codes, in the reader's words: remarks, changed values, warnings of a sheet. */
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { SheetStart, SheetWarning } from '#app/platform/sheets/sheet.ts'
import { CODE_LISTS, codeLabel } from '../codes/index.ts'
import type { BatchView, Preview, PreviewRow, RowIssue } from './batch.ts'
import { type FieldKey, fieldOf } from './fields.ts'
import { paths } from './ui/paths.ts'
import type { LeftOutView, RemarkView, RowView } from './ui/views.ts'

/** A row of the preview, ready to be shown. */
export function rowView(
  row: PreviewRow,
  starts: readonly SheetStart[],
  t: ServerTranslate,
  locale: Locale,
): RowView {
  return {
    key: String(row.rowNumber),
    rowNumber: row.rowNumber,
    place: placeText(row.rowNumber, starts, t),
    name: row.name,
    organisation: row.organisationName ?? '',
    note: row.staffNumber ?? row.idNumber ?? '',
    href: row.personId ? paths.person(row.personId) : undefined,
    changes: row.changes.map(({ field, before, after }) => ({
      field: t(`import.field_${field}`),
      before: valueLabel(field, before, locale),
      after: valueLabel(field, after, locale),
    })),
    messages: row.issues.map((issue) => issueText(issue, t)),
  }
}

/** Where the sheets begin that were read as one; empty for a single one. */
export function startsOf({ warnings }: BatchView): readonly SheetStart[] {
  return warnings.flatMap((one) => (one.code === 'sheets_joined' ? one.sheets : []))
}

/** The row as its sheet numbers it: "二小 3"; the number alone where there is one sheet. */
export function placeText(rowNumber: number, starts: readonly SheetStart[], t: ServerTranslate): string {
  const start = starts.findLast(({ offset }) => offset < rowNumber)
  return start ? t('imports.place', { sheet: start.name, row: rowNumber - start.offset }) : String(rowNumber)
}

/** Rows that were taken for no data, the first of them, and how many there are. */
export function leftOutOf(batch: BatchView, t: ServerTranslate): LeftOutView {
  const found = batch.warnings.find((one) => one.code === 'rows_left_out')
  const starts = startsOf(batch)
  const rows = found?.code === 'rows_left_out' ? found.rows : []
  return {
    count: found?.code === 'rows_left_out' ? found.count : 0,
    rows: rows.map(({ rowNumber, kind, text }) => ({
      ...{ rowNumber, text, kind: t(`imports.left_out_${kind}`), place: placeText(rowNumber, starts, t) },
      // What stands above the headings never has their columns.
      canTakeIn: kind !== 'above',
    })),
  }
}

/** A coded value in words; everything else as it stands. */
function valueLabel(field: FieldKey, value: string | null, locale: Locale): string | null {
  const { codes } = fieldOf(field)
  if (value === null || value === '') return null
  return codes ? codeLabel(CODE_LISTS[codes], value, locale) : value
}

/** One remark on one row as a sentence. */
export function issueText(
  { code, field, value, other }: Omit<RowIssue, 'level'>,
  t: ServerTranslate,
): string {
  const values = { field: field ? t(`import.field_${field}`) : '', value: value ?? '', other: other ?? '' }
  return t(`import.issue_${code}`, values)
}

/** The remarks on the file as a whole: the sheet's own first, then those of rows, then values no list knows. */
export function remarksOf(batch: BatchView, preview: Preview | null, t: ServerTranslate): RemarkView[] {
  const sheet = batch.warnings.map(
    (warning): RemarkView => ({
      key: `sheet-${warning.code}`,
      level: 'sheet',
      text: warningText(warning, t),
      count: null,
      firstRow: 'firstRow' in warning ? warning.firstRow : null,
    }),
  )
  const found = preview?.issues ?? []
  const unknown = (preview?.unknownCodes ?? []).map(({ field, value, count }): RemarkView => {
    const issue = found.find((one) => one.code === 'code_unknown' && one.field === field)
    const text = t('imports.unknown_code', { field: t(`import.field_${field}`), value })
    return { key: `unknown-${field}-${value}`, level: issue?.level ?? 'warning', text, count, firstRow: null }
  })
  // The values themselves say more than that there are some.
  const issues = found.filter(({ code }) => code !== 'code_unknown' || unknown.length === 0)
  return [...sheet, ...issues.map((issue) => issueRemark(issue, t)), ...unknown]
}

function issueRemark(
  { code, field, level, count, firstRow }: Preview['issues'][number],
  t: ServerTranslate,
): RemarkView {
  const text = t(`imports.kind_${code}`, { field: field ? t(`import.field_${field}`) : '' })
  return { key: `${code}-${field}-${level}`, level, text, count, firstRow }
}

function warningText(warning: SheetWarning, t: ServerTranslate): string {
  const key = `imports.sheet_${warning.code}` as const
  switch (warning.code) {
    case 'heading_not_first':
      return t(key, { row: warning.rowNumber })
    case 'duplicate_headings':
      return t(key, { names: warning.headings.join(' ') })
    case 'empty_headings':
      return t(key, { names: warning.columns.join(' ') })
    case 'other_sheets_ignored':
      return t(key, { names: warning.sheets.join(' ') })
    case 'sheets_joined':
      return t(key, { names: warning.sheets.map(({ name }) => name).join(' ') })
    default:
      return t(key, { count: warning.count })
  }
}
