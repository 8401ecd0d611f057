// The merged cells of a worksheet. They stand behind its rows in the part, so they are looked for in its bytes first, without parsing
// what is before them.
import type { Merge } from './layout.ts'
import { SheetFailure } from './sheet.ts'
import type { Archive } from './zip-archive.server.ts'

/** So many no person has merged; each is held in memory. */
const MOST_MERGES = 200_000
const OPENING = '<mergeCell'
/** Longer than any element with a reference. */
const TAIL = 256
const ELEMENT = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"/g

/** Throws `SheetFailure` for a part that cannot be read, or one with more of them than any form has. */
export async function mergesOf(archive: Archive, part: string): Promise<Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  for await (const bytes of archive.read(part)) {
    const text = rest + bytes.toString('latin1')
    let end = 0
    if (text.includes(OPENING) || text.includes(':mergeCell')) {
      for (const found of text.matchAll(ELEMENT)) {
        end = found.index + found[0].length
        const merge = mergeOf(found)
        if (merge) merges.push(merge)
        if (merges.length > MOST_MERGES) throw new SheetFailure('zip_bomb', { limit: MOST_MERGES })
      }
    }
    rest = text.slice(Math.max(end, text.length - TAIL))
  }
  return merges
}

/** Undefined for a single cell. */
function mergeOf([, fromColumn = '', fromRow, toColumn, toRow]: RegExpMatchArray): Merge | undefined {
  if (toColumn === undefined) return undefined
  const [top, bottom] = [Number(fromRow), Number(toRow)]
  const [left, right] = [columnNumber(fromColumn), columnNumber(toColumn)]
  return bottom >= top && right >= left ? { top, bottom, left, right } : undefined
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}
