// The XML of the .xlsx files we write. Text is always an inline string, so nothing in it can become a formula.
import { encodeEscapes } from './cell-value.ts'
import { columnLetters } from './sheet.ts'
import type { SheetColumn, SheetValue } from './sheet-spec.ts'

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const STYLE = { heading: 1, date: 2, text: 3 } as const
const DEFAULT_WIDTH = 16
/** Excel refuses a file that holds a longer cell. */
const CELL_LENGTH = 32_767
const DAY_MS = 86_400_000
/** Earlier days have two serials, Excel's wrong one and everybody else's: they are written as text. */
const FIRST_SAFE_DAY = '1900-03-01'

export const ROOT_RELATIONSHIPS = `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** Style 1 is bold, 2 a date, 3 text ('@'): a number typed over an ID number in Excel keeps its digits. */
export const STYLES = `${PROLOGUE}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

export function contentTypes(sheets: number): string {
  const overrides = numbers(sheets).map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  )
  return `${PROLOGUE}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${overrides.join('')}</Types>`
}

/** The list of sheets, by the names that `sheetName` made. */
export function workbook(names: readonly string[]): string {
  const tabs = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${PROLOGUE}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tabs.join('')}</sheets></workbook>`
}

export function workbookRelationships(sheets: number): string {
  const links = numbers(sheets).map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )
  return `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
}

/** Everything of a sheet before its first row of values: frozen heading, widths, the heading row itself. */
export function sheetStart(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width = DEFAULT_WIDTH }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const headings = columns.map(({ heading }, column) =>
    textCell(`${columnLetters(column)}1`, heading, STYLE.heading),
  )
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const views = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
  const cols = widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''
  return `${PROLOGUE}<worksheet xmlns="${MAIN}">${views}${cols}<sheetData><row r="1">${headings.join('')}</row>`
}

export function sheetEnd(columns: number, lastRow: number): string {
  const filter = columns > 0 ? `<autoFilter ref="A1:${columnLetters(columns - 1)}${lastRow}"/>` : ''
  return `</sheetData>${filter}</worksheet>`
}

/** One row; values beyond the columns are written as text. `letters` are the columns' letters, made once. */
export function rowMarkup(
  values: readonly SheetValue[],
  rowNumber: number,
  columns: readonly SheetColumn[],
  letters: readonly string[],
): string {
  let markup = `<row r="${rowNumber}">`
  for (let column = 0; column < values.length; column += 1) {
    const value = values[column]
    if (value === null || value === undefined || value === '') continue
    markup += cellMarkup(
      value,
      `${letters[column] ?? columnLetters(column)}${rowNumber}`,
      columns[column]?.kind,
    )
  }
  return `${markup}</row>`
}

function cellMarkup(value: string | number, reference: string, kind: SheetColumn['kind']): string {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && kind !== 'text') return `<c r="${reference}"><v>${value}</v></c>`
    return textCell(reference, String(value), STYLE.text)
  }
  if (kind === 'number' && /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value))
    return `<c r="${reference}"><v>${value}</v></c>`
  if (kind === 'date') {
    const serial = serialOf(value)
    if (serial !== null) return `<c r="${reference}" s="${STYLE.date}"><v>${serial}</v></c>`
  }
  return textCell(reference, value, STYLE.text)
}

function textCell(reference: string, text: string, style: number): string {
  const content = escapeXml(encodeEscapes(text.length > CELL_LENGTH ? text.slice(0, CELL_LENGTH) : text))
  const space = /^\s|\s$|\s\s/.test(content) ? ' xml:space="preserve"' : ''
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${content}</t></is></c>`
}

/** Serial of the 1900 system, or null if the text is no day that Excel and the calendar agree on. */
function serialOf(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < FIRST_SAFE_DAY) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) return null
  return (at - Date.UTC(1899, 11, 30)) / DAY_MS
}

/** A name that Excel takes; the second and later sheets of one table carry their number. */
export function sheetName(name: string, number: number): string {
  const suffix = number === 1 ? '' : ` (${number})`
  const clean =
    encodeEscapes(name)
      .replace(/[[\]:*?/\\\n\t]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet'
  return clean.slice(0, 31 - suffix.length).replace(/\p{Surrogate}/gu, '') + suffix
}

function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}
