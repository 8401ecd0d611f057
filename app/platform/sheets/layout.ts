// Finds where a sheet's headings are: in one row or several joined by merged cells, under titles and above the data.
import { normaliseText } from './cell-text.ts'
import type { RawRow } from './sheet.ts'

/** A merged range of cells: rows count from 1, columns from 0, both ends inside. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

/** The rows that together are the heading, both inside; `known` says how many of its columns are known headings. */
export interface HeadingBlock {
  top: number
  bottom: number
  known: number
}

/** How many rows with content are looked at in search of the headings. */
export const HEAD_ROWS = 50
/** No form has more rows of headings. */
const MOST_HEADING_ROWS = 3
/** A merged cell over so much of the sheet's width is its title. */
const TITLE_SHARE = 0.8
/** Between the heading of a group and the one below it: 学历·最高学历. */
export const JOINT = '·'
/** 姓名（必填） is 姓名. */
const IN_BRACKETS = /[（(【[][^）)】\]]*[）)】\]]/g

/** Letters and digits alone: headings are written with blanks, line ends, brackets and stars of every kind. */
export function comparable(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '')
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '')
}

/** Whether this row can be a heading: at least two different cells with content, which a merged title has not. */
export function looksLikeHeading(row: RawRow): boolean {
  const seen = new Set<string>()
  for (const cell of row.cells) {
    const text = cell.trim()
    if (text !== '') seen.add(text)
    if (seen.size > 1) return true
  }
  return false
}

export interface Wanted {
  /** The last row of the heading as a person chose it. */
  row?: number | undefined
  /** How many rows it has, as a person chose it. */
  rows?: number | undefined
}

/**
 * The heading among the first rows with content: the row with most known headings, and the rows that merged cells tie to it; where none
 * is known, the first that looks like a heading, or, in a sheet of a single column, simply the first. `wanted` goes before all else.
 */
export function findHeading(
  head: readonly RawRow[],
  merges: readonly Merge[],
  known: ReadonlySet<string>,
  wanted: Wanted = {},
): HeadingBlock | undefined {
  const { row: at, rows } = wanted
  if (at !== undefined) {
    if (!head.some(({ rowNumber }) => rowNumber === at)) return undefined
    const block =
      rows === undefined ? grown(at, head, merges, at) : { top: Math.max(1, at - rows + 1), bottom: at }
    return { ...block, known: knownIn(block, head, merges, known) }
  }
  const blocks = head.filter(looksLikeHeading).map(({ rowNumber }) => {
    const block = grown(rowNumber, head, merges)
    return { ...block, known: knownIn(block, head, merges, known) }
  })
  // Among equals the first: the headings are repeated on every printed page.
  const best = blocks.reduce<HeadingBlock | undefined>(
    (most, one) => (one.known > (most?.known ?? 1) ? one : most),
    undefined,
  )
  const first = head[0]
  return best ?? blocks[0] ?? (first && { top: first.rowNumber, bottom: first.rowNumber, known: 0 })
}

/** How many columns of the block carry a known heading, alone or as its last part. */
function knownIn(
  block: Pick<HeadingBlock, 'top' | 'bottom'>,
  head: readonly RawRow[],
  merges: readonly Merge[],
  known: ReadonlySet<string>,
): number {
  if (known.size === 0) return 0
  const headings = joinedHeadings(block, head, merges)
  return headings.filter((heading) =>
    [heading, heading.split(JOINT).at(-1) ?? '']
      .flatMap((name) => [name, name.replace(IN_BRACKETS, '')])
      .some((name) => known.has(comparable(name))),
  ).length
}

/** The row with those above and below that merged cells tie to it; never beyond `last`. */
function grown(
  row: number,
  head: readonly RawRow[],
  merges: readonly Merge[],
  last = Number.POSITIVE_INFINITY,
): Pick<HeadingBlock, 'top' | 'bottom'> {
  const near = merges.filter(
    (one) => one.bottom >= row - MOST_HEADING_ROWS && one.top <= row + MOST_HEADING_ROWS,
  )
  const width = Math.max(0, ...head.map(({ cells }) => cells.length))
  const rowAt = (number: number) => head.find(({ rowNumber }) => rowNumber === number)
  const isGroup = ({ top, bottom, left, right }: Merge) =>
    top === bottom && right > left && right - left + 1 < width * TITLE_SHARE
  let [top, bottom] = [row, row]
  for (let grew = true; grew; ) {
    grew = false
    for (const one of near) {
      const isTall = one.bottom > one.top && one.top <= bottom && one.bottom >= top
      // A group's heading just above, or one in the lowest row whose parts stand below.
      const isAbove = isGroup(one) && one.bottom === top - 1
      const isParted = isGroup(one) && one.top === bottom && hasPartsBelow(one, rowAt(bottom + 1))
      const next = isTall
        ? { top: Math.min(top, one.top), bottom: Math.max(bottom, one.bottom) }
        : isAbove
          ? { top: one.top, bottom }
          : isParted
            ? { top, bottom: bottom + 1 }
            : { top, bottom }
      if (next.top === top && next.bottom === bottom) continue
      if (next.bottom - next.top >= MOST_HEADING_ROWS || next.bottom > last) continue
      ;({ top, bottom } = next)
      grew = true
    }
  }
  return { top, bottom }
}

/** At least two different texts under it, none of which is a number: parts of a heading, not the first row of data. */
function hasPartsBelow({ left, right }: Merge, below: RawRow | undefined): boolean {
  const parts = (below?.cells.slice(left, right + 1) ?? []).map((cell) => cell.trim())
  const filled = parts.filter((part) => part !== '')
  return new Set(filled).size > 1 && filled.every((part) => !/\d/.test(part))
}

/**
 * A heading a column, without trailing empty ones: what stands in its rows from above, joined; a merged cell's text holds for all of
 * it. Line ends inside a heading are blanks.
 */
export function joinedHeadings(
  { top, bottom }: Pick<HeadingBlock, 'top' | 'bottom'>,
  head: readonly RawRow[],
  merges: readonly Merge[],
): string[] {
  const rows = head.filter(({ rowNumber }) => rowNumber >= top && rowNumber <= bottom)
  if (top === bottom) return trimmed(rows[0]?.cells ?? [])
  const width = Math.max(
    0,
    ...rows.map(({ cells }) => cells.length),
    ...merges.map(({ top: at, right }) => (at >= top && at <= bottom ? right + 1 : 0)),
  )
  const inside = merges.filter((one) => one.top <= bottom && one.bottom >= top)
  const textAt = (row: number, column: number) => {
    const merge = inside.find(
      (one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right,
    )
    const [fromRow, fromColumn] = merge ? [merge.top, merge.left] : [row, column]
    return head.find(({ rowNumber }) => rowNumber === fromRow)?.cells[fromColumn]?.trim() ?? ''
  }
  const headings = Array.from({ length: width }, (_, column) => {
    const parts: string[] = []
    for (let row = top; row <= bottom; row += 1) {
      const part = textAt(row, column)
      if (part !== '' && parts.at(-1) !== part) parts.push(part)
    }
    return parts.join(JOINT)
  })
  return trimmed(headings)
}

function trimmed(cells: readonly string[]): string[] {
  const kept = [...cells]
  while (kept.length > 0 && kept.at(-1)?.trim() === '') kept.pop()
  return kept
}
