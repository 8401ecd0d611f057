// The parts of an .xlsx that come before its rows: which sheets there are, shared strings, number styles, date system.
import { posix } from 'node:path'
import { decodeEscapes, type NumberStyle, numberStyle } from './cell-value.ts'
import { SheetFailure } from './sheet.ts'
import { attributeOf, parseWholeXml, type XmlHandler } from './xml-part.server.ts'
import type { Archive } from './zip-archive.server.ts'

/** Shared strings are the one part that must stay in memory; these are bounds on it, in bytes and in entries. */
const SHARED_STRING_BYTES = 192 * 1024 * 1024
const SHARED_STRING_COUNT = 5_000_000

export interface WorkbookSheet {
  name: string
  part: string
}

export interface Workbook {
  date1904: boolean
  /** Visible worksheets, in the order of their tabs. */
  sheets: WorkbookSheet[]
  sharedStrings: string[]
  /** By cell style index. */
  styles: NumberStyle[]
}

interface Relationship {
  type: string
  target: string
}

/** Throws `SheetFailure`: not_a_sheet for a zip that is no workbook, unreadable_workbook for a broken one. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has('_rels/.rels')) throw new SheetFailure('not_a_sheet')
  const root = [...(await relationships(archive, '')).values()].find((rel) => rel.type === 'officeDocument')
  if (!root || !archive.has(root.target)) throw new SheetFailure('not_a_sheet')
  const { date1904, listed } = await readSheetList(archive, root.target)
  const related = await relationships(archive, root.target)
  const sheets: WorkbookSheet[] = []
  for (const { name, relation, visible } of listed) {
    const target = related.get(relation)
    if (visible && target?.type === 'worksheet') sheets.push({ name, part: target.target })
  }
  const partOf = (type: string) => [...related.values()].find((rel) => rel.type === type)?.target
  return {
    date1904,
    sheets,
    sharedStrings: await readSharedStrings(archive, partOf('sharedStrings')),
    styles: await readStyles(archive, partOf('styles')),
  }
}

interface ListedSheet {
  name: string
  relation: string
  visible: boolean
}

async function readSheetList(archive: Archive, part: string) {
  const listed: ListedSheet[] = []
  let date1904 = false
  let isWorkbook = false
  await parseWholeXml(archive.read(part), {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const state = attributes.state ?? 'visible'
      const relation = attributeOf(attributes, 'id') ?? ''
      listed.push({ name: attributes.name ?? '', relation, visible: state === 'visible' })
    },
  })
  if (!isWorkbook) throw new SheetFailure('not_a_sheet')
  return { date1904, listed }
}

/** Relationships of a part by id; types are cut to their last word, which transitional and strict files share. */
async function relationships(archive: Archive, part: string): Promise<Map<string, Relationship>> {
  const folder = posix.dirname(part)
  const found = new Map<string, Relationship>()
  const file = part === '' ? '_rels/.rels' : posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!archive.has(file)) throw new SheetFailure('unreadable_workbook')
  await parseWholeXml(archive.read(file), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
  })
  return found
}

async function readSharedStrings(archive: Archive, part: string | undefined): Promise<string[]> {
  if (!part || !archive.has(part)) return []
  if (archive.size(part) > SHARED_STRING_BYTES)
    throw new SheetFailure('zip_bomb', { limit: SHARED_STRING_BYTES })
  const strings: string[] = []
  const rich = new RichText()
  await parseWholeXml(archive.read(part), {
    open(name) {
      if (name === 'si') rich.start()
      else rich.open(name)
    },
    text: (text) => rich.text(text),
    close(name) {
      rich.close(name)
      if (name !== 'si') return
      if (strings.length >= SHARED_STRING_COUNT)
        throw new SheetFailure('zip_bomb', { limit: SHARED_STRING_COUNT })
      strings.push(rich.end())
    },
  })
  return strings
}

async function readStyles(archive: Archive, part: string | undefined): Promise<NumberStyle[]> {
  if (!part || !archive.has(part)) return []
  const codes = new Map<number, string>()
  const styles: NumberStyle[] = []
  let inCellFormats = false
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name !== 'xf' || !inCellFormats) return
      const id = Number(attributes.numFmtId ?? 0)
      styles.push(numberStyle(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  }
  await parseWholeXml(archive.read(part), handler)
  return styles
}

/** Gathers the text of a string item, in one run or many, without the phonetic guide written above it. */
export class RichText {
  private gathered = ''
  private inText = false
  private inGuide = false

  start(): void {
    this.gathered = ''
    this.inText = false
    this.inGuide = false
  }

  open(name: string): void {
    if (name === 't') this.inText = !this.inGuide
    else if (name === 'rPh') this.inGuide = true
  }

  text(text: string): void {
    if (this.inText) this.gathered += text
  }

  close(name: string): void {
    if (name === 't') this.inText = false
    else if (name === 'rPh') this.inGuide = false
  }

  end(): string {
    return decodeEscapes(this.gathered)
  }
}
