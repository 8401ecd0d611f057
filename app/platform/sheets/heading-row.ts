// Makes the headings of a sheet usable: senders repeat names in them, and leave some empty.
import { columnLetters, type SheetWarning } from './sheet.ts'

/** Headings without trailing empty ones, as published and made distinct, and what is to be said about them. */
export function readHeadings(
  cells: readonly string[],
  rowNumber: number,
): {
  published: string[]
  headings: string[]
  warnings: SheetWarning[]
} {
  const published = [...cells]
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
  if (rowNumber > 1) warnings.push({ code: 'heading_not_first', rowNumber })
  if (repeated.size > 0) warnings.push({ code: 'duplicate_headings', headings: [...repeated] })
  if (empty.length > 0) warnings.push({ code: 'empty_headings', columns: empty })
  return { published, headings, warnings }
}

function numbered(base: string, taken: ReadonlySet<string>): string {
  let number = 2
  while (taken.has(`${base} (${number})`)) number += 1
  return `${base} (${number})`
}
