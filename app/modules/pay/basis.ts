/**
 * Which items count in the comparison 口径: the county's own word, else the prefecture's, of each the latest that is in force; else
 * everything that civil servants get too, and nothing of the part `other`. A word of null gives the matter back to what is above.
 * Pure: words in, answers out.
 * Clause: policy-source 二(三)4; the list of items is local (domain.md §7).
 */

import type { PayPart } from './codes.ts'

export type BasisLevel = 'prefecture' | 'county'

/** What was once said of an item. Later ones of the same year hold. */
export type BasisWord = {
  itemId: number
  level: BasisLevel
  fromYear: number
  /** Null: as above it again. */
  counts: boolean | null
  reason: string
  documentNo: string | null
  /** When it was said, in milliseconds. */
  at: number
}

export type ItemBasis = {
  itemId: number
  counts: boolean
  from: BasisLevel | 'default'
  /** 0 where it is the default. */
  fromYear: number
  reason: string
  documentNo: string | null
}

const LEVELS = ['county', 'prefecture'] as const

/** An item, and of which part of pay it is. */
export type BasisItem = { id: number; part: PayPart }

/** What holds of each item in a year. */
export function basisIn(
  year: number,
  items: readonly BasisItem[],
  words: readonly BasisWord[],
): Map<number, ItemBasis> {
  return new Map(items.map((item) => [item.id, basisOf(year, item, words)]))
}

function basisOf(year: number, { id: itemId, part }: BasisItem, words: readonly BasisWord[]): ItemBasis {
  const said = words.filter((word) => word.itemId === itemId && word.fromYear <= year)
  for (const level of LEVELS) {
    const latest = said.filter((word) => word.level === level).sort(laterFirst)[0]
    if (!latest || latest.counts === null) continue
    const { counts, fromYear, reason, documentNo } = latest
    return { itemId, counts, from: level, fromYear, reason, documentNo }
  }
  return { itemId, counts: part !== 'other', from: 'default', fromYear: 0, reason: '', documentNo: null }
}

const laterFirst = (one: BasisWord, other: BasisWord) => other.fromYear - one.fromYear || other.at - one.at
