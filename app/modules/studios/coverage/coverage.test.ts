/** Terms as coverage counts them, and what is missing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, termOf } from '#app/platform/dates.ts'
import { heatOf, missingOf, spanOf, termAfter, termsUntil } from './coverage.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('terms', () => {
  test('follow each other without a gap, the last holds the day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 8 }), (today, count) => {
        const terms = termsUntil(today, count)
        expect(terms).toHaveLength(count)
        const last = terms.at(-1)
        expect(last && last.from <= today && today < last.to).toBe(true)
        for (const [at, term] of terms.entries()) {
          expect(termOf(term.from)).toEqual({ schoolYear: term.schoolYear, season: term.season })
          expect(termOf(addDays(term.to, -1))).toEqual({ schoolYear: term.schoolYear, season: term.season })
          const next = terms[at + 1]
          if (next) expect([next.from, termAfter(term)]).toEqual([term.to, next])
        }
      }),
    )
  })

  test('January is of the autumn term, August of the spring term', () => {
    expect(termOf('2027-01-31')).toEqual({ schoolYear: 2026, season: 'autumn' })
    expect(spanOf({ schoolYear: 2026, season: 'spring' })).toMatchObject({
      from: '2027-02-01',
      to: '2027-09-01',
    })
  })
})

test('nothing is missing once there is enough', () => {
  expect(missingOf({ got: 2, terms: 6, aTerm: 1 })).toBe(4)
  expect(missingOf({ got: 9, terms: 6, aTerm: 1 })).toBe(0)
  expect([0, 1, 2, 4, 5].map((visits) => heatOf(visits, 4))).toEqual([0, 1, 2, 3, 3])
})
