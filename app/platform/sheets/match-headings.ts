// Suggests which column of a sender's sheet is which of our fields. A person confirms it, so it only has to be
// right often and never to use one column twice.
import { comparable } from './layout.ts'

export interface MappableField {
  key: string
  /** Names under which senders publish this field. */
  aliases: readonly string[]
  /** Words that make a heading another's: 第一学历·毕业院校 is not where the highest degree comes from. */
  avoids?: readonly string[] | undefined
  /** Words of headings that are never this: 编制单位 says where, not whether. */
  never?: readonly string[] | undefined
}

/** A single character is inside too many headings (名 in 地名) to say anything. */
const SHORTEST_CONTAINED = 2
const EXACT = 2
/** Still taken where there is no other column. */
const AVOIDED = 0.25

/**
 * Field key to heading index, or null. An equal name goes before one that contains the other; among these the closer
 * in length wins; among equals the earlier field, then the earlier column. Case, spaces and punctuation do not count.
 */
export function suggestMapping(
  headings: readonly string[],
  fields: readonly MappableField[],
): Record<string, number | null> {
  const names = headings.map(comparable)
  const pairs = fields.flatMap((field) => {
    const aliases = field.aliases.map(comparable).filter((alias) => alias !== '')
    return names
      .map((name, index) => ({
        key: field.key,
        index,
        score: Math.max(0, ...aliases.map((alias) => likeness(name, alias))) * weightOf(name, field),
      }))
      .filter((pair) => pair.score > 0)
  })
  const mapping: Record<string, number | null> = Object.fromEntries(fields.map((field) => [field.key, null]))
  const used = new Set<number>()
  // The sort is stable, so pairs of one score stay in the order of fields and columns.
  for (const { key, index } of pairs.sort((a, b) => b.score - a.score)) {
    if (mapping[key] !== null || used.has(index)) continue
    mapping[key] = index
    used.add(index)
  }
  return mapping
}

function weightOf(name: string, { avoids = [], never = [] }: MappableField): number {
  if (never.some((word) => name.includes(word))) return 0
  return avoids.some((word) => name.includes(word)) ? AVOIDED : 1
}

/** 2 for equal, up to 1 for one inside the other, 0 for strangers. */
function likeness(name: string, alias: string): number {
  if (name === alias) return EXACT
  const [shorter, longer] = name.length < alias.length ? [name, alias] : [alias, name]
  if (shorter.length < SHORTEST_CONTAINED || !longer.includes(shorter)) return 0
  return shorter.length / longer.length
}
