import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DateOrder, type DatePrecision, parseLooseDate } from './loose-date.ts'

const read = (text: string, precision: DatePrecision = 'month', pivot = 26) =>
  parseLooseDate(text, { precision, pivot })

const someDay = fc.record({
  year: fc.integer({ min: 1900, max: 2100 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})

test.each([
  ['1985-07-01', '1985-07-01', 'day'],
  ['1985/7/1', '1985-07-01', 'day'],
  ['1985.7.1', '1985-07-01', 'day'],
  ['1985.7', '1985-07-01', 'month'],
  ['1985-10', '1985-10-01', 'month'],
  ['198507', '1985-07-01', 'month'],
  ['19850701', '1985-07-01', 'day'],
  ['1985年7月', '1985-07-01', 'month'],
  ['1985年7月1日', '1985-07-01', 'day'],
  ['1985 年 7 月 1 号', '1985-07-01', 'day'],
  ['85年7月', '1985-07-01', 'month'],
  ['85/7/1', '1985-07-01', 'day'],
  ['05.7.1', '2005-07-01', 'day'],
  ['05-7-1', '2005-07-01', 'day'],
  ['１９８５／７／１', '1985-07-01', 'day'],
  ['１９８５．７', '1985-07-01', 'month'],
  ['1985-07-01 00:00:00', '1985-07-01', 'day'],
  ['1985-07-01T00:00:00.000Z', '1985-07-01', 'day'],
  ['1985/7/1 0:00', '1985-07-01', 'day'],
  ['31229', '1985-07-01', 'day'],
  ['2000-02-29', '2000-02-29', 'day'],
  ['1985.10', '1985-10-01', 'month'],
  ['1985.01', '1985-01-01', 'month'],
])('%s is %s, to the %s', (text, date, precision) => {
  expect(read(text)).toEqual({ ok: true, date, precision })
})

test.each([
  ['', 'empty'],
  ['\u3000 ', 'empty'],
  ['不详', 'not_a_date'],
  ['1985-7/1', 'not_a_date'],
  ['123', 'not_a_date'],
  ['1985071', 'not_a_date'],
  ['1985-02-30', 'no_such_day'],
  ['1900-02-29', 'no_such_day'],
  ['198513', 'no_such_day'],
  ['1985年0月', 'no_such_day'],
  ['7/1/1985', 'ambiguous'],
  ['85/7', 'ambiguous'],
  ['1985', 'ambiguous'],
  ['1985.1', 'ambiguous'],
  ['1885-07-01', 'out_of_range'],
  ['2101-01-01', 'out_of_range'],
  ['99999', 'out_of_range'],
])('%j is refused: %s', (text, reason) => {
  expect(read(text)).toEqual({ ok: false, reason })
})

test('where a day is needed, a month is not enough', () => {
  expect(read('1985.7', 'day')).toEqual({ ok: false, reason: 'ambiguous' })
  expect(read('1985-07-01', 'day')).toMatchObject({ ok: true })
})

test('a two-digit year equal to the pivot is of this century, the next one of the last', () => {
  expect(read('26.1.1')).toMatchObject({ date: '2026-01-01' })
  expect(read('27.1.1')).toMatchObject({ date: '1927-01-01' })
})

describe('laws', () => {
  const pad = (n: number) => String(n).padStart(2, '0')

  test('every way of writing a day gives that day', () => {
    fc.assert(
      fc.property(someDay, ({ year, month, day }) => {
        const date = `${year}-${pad(month)}-${pad(day)}`
        const ways = [
          date,
          `${year}/${month}/${day}`,
          `${year}.${month}.${day}`,
          date.replaceAll('-', ''),
          `${year}年${month}月${day}日`,
        ]
        for (const way of ways) expect(read(way)).toEqual({ ok: true, date, precision: 'day' })
      }),
    )
  })

  test('serials and days are one to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 73_000 }), (serial) => {
        const parsed = read(String(serial))
        expect(parsed.ok && (Date.parse(parsed.date) - Date.UTC(1899, 11, 30)) / 86_400_000).toBe(serial)
      }),
    )
  })

  test('never throws, and what it accepts is a real day that it reads again as itself', () => {
    const unit = fc.constantFrom(...'0123456789年月日-/.: T０１', '19', '20')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(unit, { maxLength: 10 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const parsed = read(text)
          if (!parsed.ok) return
          expect(new Date(`${parsed.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(parsed.date)
          expect(read(parsed.date)).toEqual({ ...parsed, precision: 'day' })
        },
      ),
    )
  })
})

describe('a year that stands last', () => {
  const readIn = (text: string, yearLast?: DateOrder) =>
    parseLooseDate(text, { precision: 'day', pivot: 40, yearLast })

  test.each([
    ['03/04/2012', undefined, 'ambiguous'],
    ['03/04/2012', 'day_first', '2012-04-03'],
    ['03/04/2012', 'month_first', '2012-03-04'],
    ['03/04/12', undefined, 'ambiguous'],
    ['03/04/12', 'year_first', '2003-04-12'],
    ['03/04/12', 'day_first', '2012-04-03'],
    ['03/04/12', 'month_first', '2012-03-04'],
    ['05/7/1', undefined, '2005-07-01'],
    ['85/7/1', undefined, '1985-07-01'],
    ['7/25/85', undefined, '1985-07-25'],
    ['03/04/2012', 'year_first', 'ambiguous'],
    ['25.12.2012', undefined, '2012-12-25'],
    ['12-25-2012', undefined, '2012-12-25'],
    ['4/4/2012', undefined, '2012-04-04'],
    ['25/12/2012', 'month_first', 'no_such_day'],
    ['31/02/2012', undefined, 'no_such_day'],
  ] as const)('%s with %s is %s', (text, order, wanted) => {
    const read = readIn(text, order)
    expect(read.ok ? read.date : read.reason).toBe(wanted)
  })
})
