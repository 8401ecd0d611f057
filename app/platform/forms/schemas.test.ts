import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lines, optionalLines, optionalMoney, optionalMonth, text } from './schemas.ts'

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

describe('what is written in an area', () => {
  test('keeps its paragraphs and the tabs of pasted rows, with one kind of line end', () => {
    for (const field of [lines(100), optionalLines(100)])
      expect(field.parse(' 一、教学\r\n\r\n二、班级\t三班 ')).toBe('一、教学\n\n二、班级\t三班')
  })

  test('is told where it is none, too long or no text', () => {
    const told = (field: ReturnType<typeof lines>, typed: unknown) =>
      field.safeParse(typed).error?.issues[0]?.message
    expect(told(lines(5), ' \r\n ')).toBe('form.required')
    expect(told(lines(5), undefined)).toBe('form.required')
    expect(told(lines(5), '一二三四五六')).toBe('form.too_long')
    expect(told(lines(5), '\u0000')).toBe('form.invalid')
    expect(optionalLines(5).parse(' \r\n ')).toBeNull()
    expect(text(5).safeParse('一\n二').error?.issues[0]?.message).toBe('form.invalid')
  })
})
