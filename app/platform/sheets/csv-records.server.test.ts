// RFC 4180 as laws: what was quoted comes back, wherever the text is cut into pieces.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sniffDelimiter } from './csv-delimiter.ts'
import { csvRecords } from './csv-records.server.ts'

type Cut = { delimiter?: string; newline?: '\n' | '\r'; piece?: number }

async function records(
  text: string,
  { delimiter = ',', newline, piece = Math.max(1, text.length) }: Cut = {},
) {
  async function* pieces() {
    // A decoder never cuts a character in two.
    const signs = [...text]
    for (let at = 0; at < signs.length; at += piece) yield signs.slice(at, at + piece).join('')
  }
  const out: string[][] = []
  for await (const some of csvRecords(pieces(), { delimiter, newline })) out.push(...some)
  return out
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
    ['"a"b,c\n', [['"a"b', 'c']]],
    ['"a",', [['a', '']]],
    ['', []],
  ])('%j', async (text, expected) => {
    expect(await records(text)).toEqual(expected)
  })

  test('a carriage return alone ends a record where a file knows no other', async () => {
    expect(await records('a,b\rc,"d"\r', { newline: '\r' })).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('quoted cells come back whole, whatever is in them and however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(awkwardCell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 7 }),
        async (table, newline, piece) => {
          const text = table.map((row) => row.map(quoted).join(',') + newline).join('')
          expect(await records(text, { piece })).toEqual(table)
        },
      ),
    )
  })

  test('how the text is cut never matters, well-formed or not', async () => {
    await fc.assert(
      fc.asyncProperty(awkwardCell, awkwardCell, fc.integer({ min: 1, max: 5 }), async (a, b, piece) => {
        const whole = await attempt(() => records(`${a},${b}\n`))
        expect(await attempt(() => records(`${a},${b}\n`, { piece }))).toEqual(whole)
      }),
    )
  })

  test('a quote that is never closed is refused and names the row where it opened', async () => {
    expect(await attempt(() => records('a,b\nc,"d\ne,f\n'))).toEqual({
      code: 'quote_never_closed',
      rowNumber: 2,
    })
  })

  test('a record beyond all bounds is refused before the whole file is swallowed', async () => {
    let taken = 0
    async function* flood() {
      for (taken = 0; taken < 100; taken += 1) yield 'x'.repeat(1024 * 1024)
    }
    const swallow = async () => {
      for await (const _ of csvRecords(flood(), { delimiter: ',' }));
    }
    expect(await attempt(swallow)).toEqual({ code: 'row_too_long', rowNumber: 1 })
    expect(taken).toBeLessThan(12)
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

async function attempt<T>(work: () => Promise<T>): Promise<unknown> {
  try {
    return await work()
  } catch (failure) {
    return failure instanceof Error && 'problem' in failure ? failure.problem : failure
  }
}
