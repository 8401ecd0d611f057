import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Share } from './cohort.ts'
import { listOf, type Rankable } from './list.ts'

const person = fc.record({ stage: fc.constantFrom('a', 'b', 'c'), isRural: fc.boolean() })
const case_ = fc
  .tuple(
    fc.array(person, { maxLength: 8 }),
    fc.integer({ min: 1, max: 6 }),
    fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })),
  )
  .filter(([, places, kept]) => kept.reduce((sum, one) => sum + one, 0) <= places)
  .map(([people, places, [a, b, rural]]) => ({
    ranked: people.map((one, at): Rankable => ({ id: String(at), ...one })),
    places,
    shares: [
      { kind: 'stage', code: 'a', places: a },
      { kind: 'stage', code: 'b', places: b },
      { kind: 'rural', code: '', places: rural },
    ] satisfies Share[],
  }))

type Case = { ranked: Rankable[]; places: number; shares: Share[] }

const fits = ({ kind, code }: Share, one: Rankable) => (kind === 'rural' ? one.isRural : one.stage === code)

/** Of all sets that hold what is kept, as far as there are candidates, the one whose ranks come first. */
function best({ ranked, places, shares }: Case): string[] {
  const size = Math.min(places, ranked.length)
  const sets = Array.from({ length: 2 ** ranked.length }, (_, bits) =>
    ranked.filter((_one, at) => bits & (1 << at)),
  )
  const allowed = sets.filter(
    (set) =>
      set.length === size &&
      shares.every((share) => {
        const there = ranked.filter((one) => fits(share, one)).length
        return set.filter((one) => fits(share, one)).length >= Math.min(share.places, there)
      }),
  )
  const keys = allowed.map((set) => set.map(({ id }) => id))
  return keys.sort((one, other) => (one.join() < other.join() ? -1 : 1))[0] ?? []
}

describe('the list', () => {
  test('is the first by rank that holds what is kept, whatever else could be drawn', () => {
    fc.assert(
      fc.property(case_, (given) => {
        const { ranked, places, shares } = given
        const proposed = listOf(ranked, places, shares).filter((one) => one.isProposed)
        expect(proposed.map(({ id }) => id)).toEqual(best(given))
      }),
      { numRuns: 500 },
    )
  })

  test('holds everybody once, says why, and has nobody of rank alone behind one who was not reached', () => {
    fc.assert(
      fc.property(case_, ({ ranked, places, shares }) => {
        const listed = listOf(ranked, places, shares)
        expect(listed.map(({ id }) => id).sort()).toEqual(ranked.map(({ id }) => id).sort())
        for (const { isProposed, by, rank } of listed) {
          expect(['rank', 'stage', 'rural'].includes(by)).toBe(isProposed)
          if (by === 'kept') expect(rank).toBeLessThanOrEqual(places)
          if (by === 'stage' || by === 'rural') expect(rank).toBeGreaterThan(places)
        }
      }),
    )
  })

  test('without anything kept it is the order of rank', () => {
    const ranked = [1, 2, 3].map((id) => ({ id: String(id), stage: 'a', isRural: false }))
    expect(listOf(ranked, 2, []).map(({ id, by }) => [id, by])).toEqual([
      ['1', 'rank'],
      ['2', 'rank'],
      ['3', 'beyond'],
    ])
  })
})
