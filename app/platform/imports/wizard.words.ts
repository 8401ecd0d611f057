/** What the engine and its subjects say in codes, in the reader's words. */
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { ServerKey, ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { SheetStart, SheetWarning } from '#app/platform/sheets/sheet.ts'
import type { BatchView, Preview, RowIssue } from './batch.ts'
import type { PreviewRow } from './preview-rows.server.ts'
import type { Subject, SubjectEntry, Told } from './subject.ts'
import type { LeftOutView, RemarkView, RowView, SubjectView } from './ui/views.ts'

/** Codes of remarks are words by their name, whichever subject they are of (a test holds every subject to it). */
const issueKey = (code: string) => `import.issue_${code}` as ServerKey
const kindKey = (code: string) => `imports.kind_${code}` as ServerKey

export function fieldLabel({ fields }: Subject, field: string | null, t: ServerTranslate): string {
  const label = field === null ? undefined : fields[field]?.label
  if (label === undefined) return field ?? ''
  return typeof label === 'string' ? t(label) : label.said
}

/** What the pages of one batch say of its subject. */
export function subjectView(
  entry: SubjectEntry,
  subject: Subject,
  { counts, asOf }: BatchView,
  { t, locale }: Told,
): SubjectView {
  const { tells, left, after } = subject
  const day = formatDay(asOf, locale)
  const line = (count: number, term: ServerKey, note?: ServerKey) => ({
    ...{ term: t(term), value: formatNumber(count, locale), note: note && t(note, { day }) },
  })
  const told = tells.filter(({ count }) => counts[count] > 0)
  return {
    title: t(entry.title),
    after: { href: after.href, label: t(after.label) },
    written: [
      line(counts.new, 'imports.will_new'),
      ...(counts.changed > 0 ? [line(counts.changed, 'imports.will_change')] : []),
      ...told.map(({ count, term, note }) => line(counts[count], term, note)),
      ...(left && counts.left > 0 ? [line(counts.left, left.term, left.note)] : []),
    ],
    hasLeft: left !== undefined,
  }
}

/** A row of the preview, ready to be shown. */
export function rowView(
  subject: Subject,
  row: PreviewRow,
  starts: readonly SheetStart[],
  t: ServerTranslate,
): RowView {
  const { rowNumber, name, place, note, href, changes, issues } = row
  return {
    key: String(rowNumber),
    rowNumber,
    at: placeText(rowNumber, starts, t),
    ...{ name, place, note, href, changes },
    messages: issues.map((issue) => issueText(subject, issue, t)),
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

/** One remark on one row as a sentence. */
export function issueText(
  subject: Subject,
  { code, field, value, other }: Omit<RowIssue, 'level'>,
  t: ServerTranslate,
): string {
  const values = { field: fieldLabel(subject, field, t), value: value ?? '', other: other ?? '' }
  return t(issueKey(code), values)
}

/** The remarks on the file as a whole: the sheet's own first, then those of rows, then values no list knows. */
export function remarksOf(
  subject: Subject,
  batch: BatchView,
  preview: Preview | null,
  t: ServerTranslate,
): RemarkView[] {
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
    const text = t('imports.unknown_code', { field: fieldLabel(subject, field, t), value })
    return { key: `unknown-${field}-${value}`, level: issue?.level ?? 'warning', text, count, firstRow: null }
  })
  // The values themselves say more than that there are some.
  const issues = found.filter(({ code }) => code !== 'code_unknown' || unknown.length === 0)
  return [
    ...sheet,
    ...issues.map(({ code, field, level, count, firstRow }) => {
      const text = t(kindKey(code), { field: fieldLabel(subject, field, t) })
      return { key: `${code}-${field}-${level}`, level, text, count, firstRow }
    }),
    ...unknown,
  ]
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
