import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optionalMoney, optionalMonth } from './schemas.ts'

describe('money', () => {
  test('typed in yuan is read in fen, to the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        const grouped = yuan.replace(/\B(?=(\d{3})+(?=\.))/g, ',')
        expect([optionalMoney.parse(yuan), optionalMoney.parse(` ¥${grouped} `)]).toEqual([fen, fen])
      }),
    )
  })

  test.each(['1.234', '-1', '1e3', '十元', '12345678901'])('%s is told', (typed) => {
    expect(optionalMoney.safeParse(typed).error?.issues[0]?.message).toBe('form.money')
  })

  test('left empty is none', () => {
    expect([optionalMoney.parse(''), optionalMoney.parse(undefined)]).toEqual([null, null])
  })
})

test('a month is read as its first day; what is none is told', () => {
  expect(optionalMonth.parse('2026-09')).toBe('2026-09-01')
  expect(optionalMonth.parse('')).toBeNull()
  for (const typed of ['2026-13', '2026-9', '2026', '0026-09', '2026-09-01']) {
    expect(optionalMonth.safeParse(typed).error?.issues[0]?.message).toBe('form.month')
  }
})
