// Finds the heading row of a sheet and makes its headings usable: senders put titles above it and repeat names in it.
import { columnLetters, type RawRow, type SheetWarning } from './sheet.ts'

/** How many rows with content are looked at in search of the heading row. */
export const HEAD_ROWS = 50

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

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '')
}

/**
 * The heading row among the first rows with content: the first that looks like one, or, in a sheet of a single
 * column, simply the first. `wanted` is a row number chosen by a person and goes before all else.
 */
export function findHeadingRow(head: readonly RawRow[], wanted?: number): RawRow | undefined {
  if (wanted !== undefined) return head.find((row) => row.rowNumber === wanted)
  return head.find(looksLikeHeading) ?? head[0]
}

/** Headings without trailing empty ones, as published and made distinct, and what is to be said about them. */
export function readHeadings(row: RawRow): {
  published: string[]
  headings: string[]
  warnings: SheetWarning[]
} {
  const published = [...row.cells]
  while (published.length > 0 && published.at(-1)?.trim() === '') published.pop()
  const taken = new Set(published.map((heading) => heading.trim()))
  const seen = new Set<string>()
  const repeated = new Set<string>()
  const empty: string[] = []
  const headings = published.map((heading, column) => {
    const name = heading.trim()
    if (name === '') empty.push(columnLetters(column))
    if (name !== '' && seen.has(name)) repeated.add(name)
    const base = name === '' ? `(${columnLetters(column)})` : name
    const distinct = seen.has(base) || (name === '' && taken.has(base)) ? numbered(base, taken) : base
    seen.add(distinct)
    taken.add(distinct)
    return distinct
  })
  const warnings: SheetWarning[] = []
  if (row.rowNumber > 1) warnings.push({ code: 'heading_not_first', rowNumber: row.rowNumber })
  if (repeated.size > 0) warnings.push({ code: 'duplicate_headings', headings: [...repeated] })
  if (empty.length > 0) warnings.push({ code: 'empty_headings', columns: empty })
  return { published, headings, warnings }
}

function numbered(base: string, taken: ReadonlySet<string>): string {
  let number = 2
  while (taken.has(`${base} (${number})`)) number += 1
  return `${base} (${number})`
}
