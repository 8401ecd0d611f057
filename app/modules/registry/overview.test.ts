/** A staff at a glance: nobody is counted twice, nobody is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageBandsOf, type BirthCount, FORECAST_YEARS, retiringByYear, unknownIn } from './overview.ts'
import { retirementFor } from './retirement.ts'

const day = '2026-11-27'
const births = fc.array(
  fc.record({
    sex: fc.constantFrom('0', '1', '2'),
    category: fc.constantFrom('cadre', 'worker'),
    bornIn: fc.option(
      fc
        .tuple(fc.integer({ min: 1955, max: 2005 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-01`),
      { nil: null },
    ),
    count: fc.nat(50),
  }) as fc.Arbitrary<BirthCount>,
  { maxLength: 40 },
)
const sumOf = (rows: readonly { men: number; women: number }[]) =>
  rows.reduce((sum, { men, women }) => sum + men + women, 0)

describe('ages', () => {
  test('each known person is in exactly one band', () => {
    fc.assert(
      fc.property(births, (all) => {
        const total = all.reduce((sum, { count }) => sum + count, 0)
        expect(sumOf(ageBandsOf(all, day)) + unknownIn(all)).toBe(total)
      }),
    )
  })

  test('a birthday moves a person into the next band on its very day', () => {
    const one: BirthCount[] = [{ sex: '2', category: 'cadre', bornIn: '1991-11-01', count: 1 }]
    const bandOn = (on: string) => ageBandsOf(one, on).find(({ women }) => women === 1)?.from
    expect([bandOn('2026-10-31'), bandOn('2026-11-01')]).toEqual([30, 35])
  })
})

describe('the forecast', () => {
  test('counts in each year whom the rule retires in it, and those past it in the first', () => {
    fc.assert(
      fc.property(births, (all) => {
        const years = retiringByYear(all, day)
        expect(years.map(({ year }) => year)).toEqual(
          Array.from({ length: FORECAST_YEARS }, (_, at) => 2026 + at),
        )
        for (const { year, men, women } of years) {
          const wanted = all.filter(({ sex, category, bornIn }) => {
            const on = retirementFor({ sex, category, birthDate: bornIn })?.date.slice(0, 4)
            return on !== undefined && (Number(on) === year || (year === 2026 && Number(on) < year))
          })
          expect(men + women).toBe(wanted.reduce((sum, { count }) => sum + count, 0))
        }
      }),
    )
  })
})
