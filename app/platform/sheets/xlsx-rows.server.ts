// Rows of one worksheet, read as its XML is inflated. Written on a plain XML parser: the streaming reader of exceljs
// crashes on cells without a reference, and loses merged ranges, formula errors and parts of inline rich text.
import { decodeEscapes, type NumberStyle, numberText } from './cell-value.ts'
import { type CellIssue, type RawRow, type RowSource, SheetFailure, type SheetWarning } from './sheet.ts'
import { RichText, type Workbook, type WorkbookSheet } from './workbook.server.ts'
import { type Attributes, parseXml, type XmlHandler } from './xml-part.server.ts'
import type { Archive } from './zip-archive.server.ts'

/** The format's own bounds: XFD1048576. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_383

const PLAIN: NumberStyle = { kind: 'plain' }

/** The rows of one sheet. Cells from `columns` on are not kept, but a row says that it had some. */
export function xlsxRows(
  archive: Archive,
  workbook: Workbook,
  sheet: WorkbookSheet,
  columns: number,
): RowSource {
  let handler: SheetHandler | undefined

  async function* rows(headingRow: number): AsyncGenerator<RawRow[]> {
    const fresh = new SheetHandler(workbook, columns, headingRow)
    handler = fresh
    for await (const _ of parseXml(archive.read(sheet.part), fresh)) {
      if (fresh.rows.length > 0) yield fresh.rows.splice(0)
    }
  }

  return { rows, warnings: () => handler?.warnings() ?? [] }
}

class SheetHandler implements XmlHandler {
  readonly rows: RawRow[] = []
  private readonly workbook: Workbook
  private readonly columns: number
  private readonly headingRow: number
  private merged = 0
  private formulas = 0
  private row: RawRow | undefined
  private rowNumber = 0
  private column = -1
  private type = 'n'
  private style = PLAIN
  private hasFormula = false
  private inValue = false
  private value = ''
  private readonly inline = new RichText()

  constructor(workbook: Workbook, columns: number, headingRow: number) {
    this.workbook = workbook
    this.columns = columns
    this.headingRow = headingRow
  }

  warnings(): SheetWarning[] {
    const warnings: SheetWarning[] = []
    if (this.merged > 0) warnings.push({ code: 'merged_cells', count: this.merged })
    if (this.formulas > 0) warnings.push({ code: 'formulas', count: this.formulas })
    return warnings
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes)
    else if (name === 'v') this.inValue = true
    else if (name === 'row') this.openRow(attributes)
    else if (name === 'f') this.hasFormula = true
    else if (name === 'mergeCell') this.countMerge(attributes.ref ?? '')
    else this.inline.open(name)
  }

  text(text: string): void {
    if (this.inValue) this.value += text
    else this.inline.text(text)
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
    else this.inline.close(name)
  }

  private countMerge(range: string): void {
    const lastRow = Number(/(\d+)$/.exec(range)?.[1] ?? 0)
    if (lastRow > this.headingRow) this.merged += 1
  }

  /** A row or cell without a reference stands behind the one before it. */
  private openRow(attributes: Attributes): void {
    const wanted = attributes.r === undefined ? this.rowNumber + 1 : Number(attributes.r)
    if (!Number.isInteger(wanted) || wanted < 1) throw new SheetFailure('unreadable_workbook')
    if (wanted > LAST_ROW) throw new SheetFailure('too_many_rows', { limit: LAST_ROW })
    this.rowNumber = wanted
    this.row = { rowNumber: wanted, cells: [] }
    this.column = -1
  }

  private openCell(attributes: Attributes): void {
    this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r)
    this.type = attributes.t ?? 'n'
    this.style = attributes.s === undefined ? PLAIN : (this.workbook.styles[Number(attributes.s)] ?? PLAIN)
    this.value = ''
    this.hasFormula = false
    this.inline.start()
  }

  private closeCell(): void {
    const row = this.row
    if (!row) throw new SheetFailure('unreadable_workbook')
    if (this.hasFormula && row.rowNumber > this.headingRow) this.formulas += 1
    const { text, issue } = this.cellText()
    if (text === '' && !issue) return
    if (this.column >= this.columns) {
      // Blanks far out are what a stray key leaves behind.
      if (text.trim() !== '') row.overflow = true
      return
    }
    while (row.cells.length < this.column) row.cells.push('')
    row.cells[this.column] = text
    if (issue) note(row, { column: this.column, code: issue })
    if (text.includes('\0')) {
      row.cells[this.column] = text.replaceAll('\0', '')
      note(row, { column: this.column, code: 'nul_character' })
    }
  }

  private cellText(): ReturnType<typeof numberText> {
    if (this.hasFormula && this.value === '' && this.type !== 'str') {
      return { text: '', issue: 'formula_without_result' }
    }
    switch (this.type) {
      case 's':
        return { text: this.sharedString() }
      case 'inlineStr':
        return { text: this.inline.end() }
      case 'str':
        return { text: decodeEscapes(this.value) }
      case 'b':
        return { text: this.value.trim() === '1' ? 'TRUE' : this.value === '' ? '' : 'FALSE' }
      case 'e':
        return { text: '', issue: 'error_value' }
      case 'd':
        return { text: this.value.replace(/T00:00:00.*$/, '').replace('T', ' ') }
      default:
        return numberText(this.value, this.style, this.workbook.date1904)
    }
  }

  private sharedString(): string {
    if (this.value.trim() === '') return ''
    const text = this.workbook.sharedStrings[Number(this.value)]
    if (text === undefined) throw new SheetFailure('unreadable_workbook', { rowNumber: this.rowNumber })
    return text
  }

  private closeRow(): void {
    if (this.row) this.rows.push(this.row)
    this.row = undefined
  }
}

function note(row: RawRow, issue: CellIssue): void {
  row.issues = [...(row.issues ?? []), issue]
}

/** Column, from 0, of a reference such as `AB12`. */
function columnOf(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  if (at === 0 || column - 1 > LAST_COLUMN) throw new SheetFailure('unreadable_workbook')
  return column - 1
}
