// Makes files as senders and attackers do: workbooks from raw XML, zips whose headers lie, and a reader for tests.
import { deflateRawSync } from 'node:zlib'
import { type OpenOptions, openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import type { SheetProblem, SheetRow, SheetWarning } from '#app/platform/sheets/sheet.ts'

export interface RawPart {
  name: string
  content: string | Buffer
  /** What the headers say instead of the truth. */
  declaredSize?: number
  encrypted?: boolean
}

/** A zip made by hand, so that it can lie. Checksums are left at zero. */
export function rawZip(parts: readonly RawPart[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const content = Buffer.from(part.content)
    const data = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(part.encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(part.declaredSize ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

export interface RawSheet {
  name?: string
  state?: 'visible' | 'hidden' | 'veryHidden'
  /** What stands inside `sheetData`. */
  rows: string
  /** What follows it. */
  after?: string
}

export interface RawWorkbook {
  sheets: readonly RawSheet[]
  date1904?: boolean
  sharedStrings?: readonly string[]
  /** Number format ids of the cell styles 0, 1, … */
  formats?: readonly number[]
  /** Element prefix, as some writers put. */
  prefix?: string
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export function rawWorkbookParts(book: RawWorkbook): RawPart[] {
  const sheetLinks = book.sheets.map(
    (_, i) => `<Relationship Id="rId${i}" Type="${OFFICE}/worksheet" Target="worksheets/tab${i}.xml"/>`,
  )
  const tabs = book.sheets.map(
    ({ name = '表', state = 'visible' }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="rId${i}"/>`,
  )
  const strings = (book.sharedStrings ?? []).map((item) => `<si>${item}</si>`)
  const formats = (book.formats ?? []).map((id) => `<xf numFmtId="${id}"/>`)
  return [
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${book.date1904 ? 1 : 0}"/><sheets>${tabs.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheetLinks.join('')}<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings.join('')}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet><cellXfs>${formats.join('')}</cellXfs></styleSheet>` },
    ...book.sheets.map(({ rows, after = '' }, i) => ({
      name: `xl/worksheets/tab${i}.xml`,
      content: withPrefix(`<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`, book.prefix),
    })),
  ]
}

export const rawWorkbook = (book: RawWorkbook) => rawZip(rawWorkbookParts(book))

/** One sheet below the headings 姓名, 值. */
export function oneSheet(rows: string, more: Omit<RawWorkbook, 'sheets'> & { after?: string } = {}): Buffer {
  const heading = `<row r="1">${text('A1', '姓名')}${text('B1', '值')}</row>`
  return rawWorkbook({ ...more, sheets: [{ rows: heading + rows, after: more.after }] })
}

export const text = (reference: string, content: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${content}</t></is></c>`

function withPrefix(xml: string, prefix?: string): string {
  if (!prefix) return xml
  return xml
    .replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`)
    .replace('<x:worksheet', `<x:worksheet xmlns:x="${MAIN}"`)
}

export type ReadSheet =
  | { problem: SheetProblem }
  | { headings: string[]; rows: SheetRow[]; warnings: SheetWarning[]; problem?: undefined }

/** Opens and reads to the end; a problem met on the way counts as one of the file. */
export async function readSheet(bytes: Uint8Array, options?: OpenOptions): Promise<ReadSheet> {
  const opened = await openSheet({ bytes }, options)
  if (!opened.ok) return { problem: opened.problem }
  const rows: SheetRow[] = []
  for await (const step of opened.sheet.batches()) {
    if (!step.ok) return { problem: step.problem }
    rows.push(...step.rows)
  }
  return { headings: opened.sheet.headings, rows, warnings: opened.sheet.warnings() }
}

/** The cells alone. */
export async function readCells(bytes: Uint8Array, options?: OpenOptions): Promise<string[][]> {
  const read = await readSheet(bytes, options)
  if (read.problem) throw new Error(read.problem.code)
  return read.rows.map((row) => row.cells)
}
