/** What a year of postings comes to: between which kinds of place, of which subjects and ages, and how many came back early. */
import { PLACE_TYPES } from '#app/modules/registry/index.ts'

/** 城区, 镇区, 乡村; unknown where the school's place type is not on record. */
export const PLACE_GROUPS = ['urban', 'town', 'rural', 'unknown'] as const
export type PlaceGroup = (typeof PLACE_GROUPS)[number]

export type FlowCount = { from: string | null; to: string | null; count: number }
export type Flow = { from: PlaceGroup; to: PlaceGroup; count: number }

export function placeGroup(code: string | null): PlaceGroup {
  return PLACE_TYPES.find((one) => one.code === code)?.group ?? 'unknown'
}

/** Counts by place type, summed by kind of place, in a fixed order; nothing where nobody went. */
export function flowsOf(counts: readonly FlowCount[]): Flow[] {
  return PLACE_GROUPS.flatMap((from) =>
    PLACE_GROUPS.map((to) => ({
      ...{ from, to },
      count: counts
        .filter((one) => placeGroup(one.from) === from && placeGroup(one.to) === to)
        .reduce((sum, { count }) => sum + count, 0),
    })),
  ).filter(({ count }) => count > 0)
}

const AGE_FROM = [0, 30, 35, 40, 45, 50, 55] as const

/** Ages in bands of five years, the first below 30 and the last from 55 on: lower bounds and counts. */
export function ageBands(
  ages: readonly { age: number; count: number }[],
): { from: number; to: number | null; count: number }[] {
  return AGE_FROM.map((from, at) => {
    const next = AGE_FROM[at + 1]
    const to = next === undefined ? null : next - 1
    const within = ages.filter(({ age }) => age >= from && (to === null || age <= to))
    return { from, to, count: within.reduce((sum, { count }) => sum + count, 0) }
  })
}

/** The share of who came back before the planned end; null where nobody went. */
export function earlyShare({ went, early }: { went: number; early: number }): number | null {
  return went === 0 ? null : early / went
}
