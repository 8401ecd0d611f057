/**
 * How many hours count 学时认定: of what was approved in a year, as much as the limits of levels, categories and the year
 * allow at the same time. It is the largest amount that fits all limits, so it does not depend on the order in which things were handed
 * in, nothing that is added makes it less, and taking something back gives exactly what there was without it.
 * Source: domain.md 3 (limits by level and category); policy-source 二(三)2.
 */
import type { TrainingCategory, TrainingLevel } from './codes.ts'
import type { Caps } from './training-policy.ts'

/** What was approved of one level and category in one year, in tenths of an hour. */
export type Sum = { year: number; level: TrainingLevel; category: TrainingCategory; tenths: number }

/**
 * The largest amount of a year that fits the limits of its levels and categories: a flow from levels to categories, which by
 * its least cut is the least, over every choice of limited levels, of their limits and of what the categories may still take of the others.
 */
export function countedOf(sums: readonly Sum[], { levels, categories }: Caps): number {
  const limited = [...new Set(sums.map(({ level }) => level))].flatMap((level) => {
    const most = levels[level]
    return most === null ? [] : [{ level, most }]
  })
  let least = Number.POSITIVE_INFINITY
  for (let cut = 0; cut < 2 ** limited.length; cut++) {
    const inCut = limited.filter((_, at) => cut & (1 << at))
    const isCut = (level: TrainingLevel) => inCut.some((one) => one.level === level)
    const open = new Map<TrainingCategory, number>()
    for (const { level, category, tenths } of sums) {
      if (!isCut(level)) open.set(category, (open.get(category) ?? 0) + tenths)
    }
    let amount = inCut.reduce((all, { most }) => all + most, 0)
    for (const [category, tenths] of open) {
      amount += Math.min(tenths, categories[category] ?? Number.POSITIVE_INFINITY)
    }
    least = Math.min(least, amount)
  }
  return least
}

export type YearCount = {
  year: number
  /** Approved, counted, and of the year before. */
  approved: number
  counted: number
  carriedIn: number
}

/** What counts in each of the years, in their order: what a year's own limit leaves over goes on, up to the carry-over. */
export function countedByYear(sums: readonly Sum[], years: readonly number[], caps: Caps): YearCount[] {
  let carried = 0
  return years.map((year) => {
    const own = sums.filter((one) => one.year === year)
    const fits = countedOf(own, caps) + carried
    const counted = Math.min(fits, caps.year ?? Number.POSITIVE_INFINITY)
    const count = {
      ...{ year, counted, carriedIn: carried },
      approved: own.reduce((all, { tenths }) => all + tenths, 0),
    }
    carried = Math.min(caps.carryOver, fits - counted)
    return count
  })
}

/** What limits an entry: its level, its category, or the year as a whole. */
export type Limit = 'level' | 'category' | 'year'
export type EntryCount<Entry> = { entry: Entry; counted: number; limit: Limit | null }

/**
 * How much of each entry of one year counts, in the order given (that of their days): what it adds to those before it. Together
 * they are what the year counts, but for what was carried into it.
 */
export function countedEach<Entry extends Omit<Sum, 'year'>>(
  entries: readonly Entry[],
  caps: Caps,
): EntryCount<Entry>[] {
  const before: Sum[] = []
  let counted = 0
  const total = (limits: Caps) => Math.min(countedOf(before, limits), limits.year ?? Number.POSITIVE_INFINITY)
  return entries.map((entry) => {
    const { level, category, tenths } = entry
    before.push({ year: 0, level, category, tenths })
    const now = total(caps)
    const own = now - counted
    counted = now
    if (own === tenths) return { entry, counted: own, limit: null }
    const without: [Limit, Caps][] = [
      ['level', { ...caps, levels: { ...caps.levels, [level]: null } }],
      ['category', { ...caps, categories: { ...caps.categories, [category]: null } }],
    ]
    const limit = without.find(([, limits]) => total(limits) > now)?.[0] ?? 'year'
    return { entry, counted: own, limit }
  })
}
