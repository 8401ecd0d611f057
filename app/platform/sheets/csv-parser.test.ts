// RFC 4180 as laws: what was quoted comes back, wherever the text is cut into pieces; csv-parse is the oracle.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvParser, sniffDelimiter } from './csv-parser.ts'

function records(text: string, options: { delimiter?: string; newline?: '\n' | '\r'; piece?: number } = {}) {
  const parser = new CsvParser(options.delimiter ?? ',', options.newline)
  const piece = options.piece ?? Math.max(1, text.length)
  const out: string[][] = []
  for (let at = 0; at < text.length; at += piece) out.push(...parser.push(text.slice(at, at + piece)))
  return [...out, ...parser.end()]
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const awkwardCell = fc.string({
  unit: fc.constantFrom('a', '张', '𠮷', '"', ',', '\r', '\n', ' ', ';'),
  maxLength: 8,
})

describe('records', () => {
  test.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\ne,f',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['a,,\n', [['a', '', '']]],
    ['a\n\nb\n', [['a'], [''], ['b']]],
    ['"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['"a""b","",x\n', [['a"b', '', 'x']]],
    ['a "b" c,d\n', [['a "b" c', 'd']]],
    ['"a"b,c\n', [['ab', 'c']]],
    ['"a",', [['a', '']]],
    ['', []],
  ])('%j', (text, expected) => {
    expect(records(text)).toEqual(expected)
  })

  test('a carriage return alone ends a record where a file knows no other', () => {
    expect(records('a,b\rc,"d"\r', { newline: '\r' })).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('quoted cells come back whole, whatever is in them and however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(awkwardCell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 7 }),
        (table, newline, piece) => {
          const text = table.map((row) => row.map(quoted).join(',') + newline).join('')
          expect(records(text, { piece })).toEqual(table)
        },
      ),
    )
  })

  test('how the text is cut never matters, well-formed or not', () => {
    fc.assert(
      fc.property(awkwardCell, awkwardCell, fc.integer({ min: 1, max: 5 }), (a, b, piece) => {
        const whole = attempt(() => records(`${a},${b}\n`))
        expect(attempt(() => records(`${a},${b}\n`, { piece }))).toEqual(whole)
      }),
    )
  })

  test('agrees with csv-parse on well-formed text', () => {
    const plainCell = fc.string({ unit: fc.constantFrom('a', '张', ' ', ';', '='), maxLength: 5 })
    const cell = fc.oneof(plainCell, awkwardCell.map(quoted))
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = rows.map((row) => `${row.join(',')}\n`).join('')
          expect(records(text)).toEqual(
            parse(text, { relax_column_count: true, record_delimiter: ['\n', '\r\n'] }),
          )
        },
      ),
    )
  })

  test('a quote that is never closed is refused and names the row where it opened', () => {
    expect(() => records('a,b\nc,"d\ne,f\n')).toThrow('quote_never_closed')
    expect(attempt(() => records('a,b\nc,"d\ne,f\n'))).toEqual({ code: 'quote_never_closed', rowNumber: 2 })
  })

  test('a record beyond all bounds is refused before the whole file is swallowed', () => {
    const flood = 'x'.repeat(1024 * 1024)
    const parser = new CsvParser(',')
    expect(() => {
      for (let i = 0; i < 10; i += 1) parser.push(flood)
    }).toThrow('row_too_long')
  })
})

describe('sniffDelimiter', () => {
  test.each([
    ['姓名,性别\n张三,男\n', ','],
    ['姓名;工资\n张三;1,5\n李四;2,5\n', ';'],
    ['姓名\t性别\n张,三\t男\n', '\t'],
    ['"a;b;c",d\n"e;f;g",h\n', ','],
    ['2024年花名册\n姓名;性别;学校\n张三;男;一中\n', ';'],
    ['只有一列\n张三\n', ','],
  ])('%j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter)
  })
})

function attempt<T>(work: () => T): unknown {
  try {
    return work()
  } catch (failure) {
    return failure instanceof Error && 'problem' in failure ? failure.problem : failure
  }
}
