/** The laws of counting hours. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TRAINING_CATEGORIES, TRAINING_LEVELS } from './codes.ts'
import { countedByYear, countedEach, countedOf, type Sum } from './counting.ts'
import type { Caps } from './training-policy.ts'

const levels = TRAINING_LEVELS.map(({ code }) => code)
const categories = TRAINING_CATEGORIES.map(({ code }) => code)
const cap = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })
const capsOver = <Code extends string>(codes: readonly Code[]) =>
  fc
    .tuple(...codes.map(() => cap))
    .map((all) => Object.fromEntries(codes.map((code, at) => [code, all[at]])) as Record<Code, number | null>)
const anyCaps: fc.Arbitrary<Caps> = fc.record({
  year: cap,
  carryOver: fc.nat(200),
  levels: capsOver(levels),
  categories: capsOver(categories),
})
const anySum: fc.Arbitrary<Sum> = fc.record({
  year: fc.integer({ min: 2021, max: 2023 }),
  level: fc.constantFrom(...levels),
  category: fc.constantFrom(...categories),
  tenths: fc.integer({ min: 1, max: 300 }),
})
const anySums = fc.array(anySum, { maxLength: 12 })
const ofOneYear = anySums.map((sums) => sums.map((one) => ({ ...one, year: 2021 })))

const none: Caps = {
  ...{ year: null, carryOver: 0 },
  levels: Object.fromEntries(levels.map((code) => [code, null])) as Caps['levels'],
  categories: Object.fromEntries(categories.map((code) => [code, null])) as Caps['categories'],
}

describe('what counts of a year', () => {
  test('is all of it where nothing limits it', () => {
    fc.assert(
      fc.property(ofOneYear, (sums) => {
        expect(countedOf(sums, none)).toBe(sums.reduce((all, { tenths }) => all + tenths, 0))
      }),
    )
  })

  test('never exceeds what was approved, nor the limits of the levels or of the categories together', () => {
    fc.assert(
      fc.property(ofOneYear, anyCaps, (sums, caps) => {
        const counted = countedOf(sums, caps)
        const within = <Code extends string>(
          codes: readonly Code[],
          limits: Record<Code, number | null>,
          of: 'level' | 'category',
        ) =>
          codes.reduce((all, code) => {
            const approved = sums
              .filter((one) => one[of] === code)
              .reduce((sum, { tenths }) => sum + tenths, 0)
            return all + Math.min(approved, limits[code] ?? Number.POSITIVE_INFINITY)
          }, 0)
        expect(counted).toBeLessThanOrEqual(within(levels, caps.levels, 'level'))
        expect(counted).toBeLessThanOrEqual(within(categories, caps.categories, 'category'))
      }),
    )
  })

  test('is what can really be shared out, hour by hour, over levels and categories', () => {
    fc.assert(
      fc.property(ofOneYear, anyCaps, (sums, caps) => {
        expect(countedOf(sums, caps)).toBe(sharedOut(sums, caps))
      }),
    )
  })

  test('does not depend on the order, nor on how it is cut into pieces', () => {
    fc.assert(
      fc.property(ofOneYear, anyCaps, fc.nat(), (sums, caps, turn) => {
        const turned = sums.map((_, at) => sums[(at + turn) % sums.length] as Sum)
        const inPieces = turned.flatMap((one) => [
          { ...one, tenths: 1 },
          { ...one, tenths: one.tenths - 1 },
        ])
        expect(countedOf(inPieces, caps)).toBe(countedOf(sums, caps))
      }),
    )
  })

  test('is never less for one more, and rises by no more than that', () => {
    fc.assert(
      fc.property(ofOneYear, anySum, anyCaps, (sums, more, caps) => {
        const before = countedOf(sums, caps)
        const after = countedOf([...sums, more], caps)
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after - before).toBeLessThanOrEqual(more.tenths)
      }),
    )
  })
})

describe('what counts of each entry', () => {
  test('adds up to the year, is never negative, and names a limit exactly where something is cut', () => {
    fc.assert(
      fc.property(ofOneYear, anyCaps, (entries, caps) => {
        const each = countedEach(entries, caps)
        const counted = each.reduce((all, one) => all + one.counted, 0)
        expect(counted).toBe(Math.min(countedOf(entries, caps), caps.year ?? Number.POSITIVE_INFINITY))
        for (const one of each) {
          expect(one.counted).toBeGreaterThanOrEqual(0)
          expect(one.limit === null).toBe(one.counted === one.entry.tenths)
        }
      }),
    )
  })
})

describe('what counts of several years', () => {
  const years = [2021, 2022, 2023]

  test('stays within the limit of each, and carries over no more than is left, nor than is allowed', () => {
    fc.assert(
      fc.property(anySums, anyCaps, (sums, caps) => {
        const counts = countedByYear(sums, years, caps)
        for (const [at, one] of counts.entries()) {
          expect(one.counted).toBeLessThanOrEqual(caps.year ?? Number.POSITIVE_INFINITY)
          expect(one.carriedIn).toBeLessThanOrEqual(at === 0 ? 0 : caps.carryOver)
        }
        const all = counts.reduce((sum, one) => sum + one.counted, 0)
        expect(all).toBeLessThanOrEqual(sums.reduce((sum, { tenths }) => sum + tenths, 0))
      }),
    )
  })
})

/** The same as a flow found by augmenting paths: slow, and plainly right. */
function sharedOut(sums: readonly Sum[], caps: Caps): number {
  const held = new Map<string, number>()
  const room = new Map<string, number>()
  const add = (from: string, to: string, most: number) => {
    held.set(`${from}>${to}`, (held.get(`${from}>${to}`) ?? 0) + most)
    room.set(to, 0)
    room.set(from, 0)
  }
  for (const { level, category, tenths } of sums) add(`l:${level}`, `c:${category}`, tenths)
  for (const level of levels) add('source', `l:${level}`, caps.levels[level] ?? 1e9)
  for (const category of categories) add(`c:${category}`, 'sink', caps.categories[category] ?? 1e9)
  let flow = 0
  for (;;) {
    const came = new Map<string, string>([['source', '']])
    const queue = ['source']
    for (const at of queue) {
      for (const to of room.keys()) {
        if (came.has(to) || (held.get(`${at}>${to}`) ?? 0) === 0) continue
        came.set(to, at)
        queue.push(to)
      }
    }
    if (!came.has('sink')) return flow
    let least = 1e9
    for (let at = 'sink'; at !== 'source'; at = came.get(at) as string) {
      least = Math.min(least, held.get(`${came.get(at)}>${at}`) as number)
    }
    for (let at = 'sink'; at !== 'source'; at = came.get(at) as string) {
      const from = came.get(at) as string
      held.set(`${from}>${at}`, (held.get(`${from}>${at}`) as number) - least)
      held.set(`${at}>${from}`, (held.get(`${at}>${from}`) ?? 0) + least)
    }
    flow += least
  }
}
