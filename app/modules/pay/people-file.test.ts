/** A list of civil servants made into an average. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CivilItem, readPeople } from './people-file.server.ts'

const items: CivilItem[] = [
  { id: 19, name: '职务（职级）工资', aliases: [], part: 'basic', counts: true },
  { id: 21, name: '规范津贴补贴', aliases: ['津贴补贴'], part: 'allowance', counts: true },
  { id: 5, name: '年终一次性奖金', aliases: ['年终奖'], part: 'year_end', counts: true },
  { id: 14, name: '住房补贴', aliases: [], part: 'other', counts: false },
]
const bytesOf = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`)
const read = (...lines: string[]) => readPeople(bytesOf(...lines), items)

describe('a list of civil servants', () => {
  test('is averaged by months worked, and by the items that count', async () => {
    const found = await read(
      '姓名,职务（职级）工资,津贴补贴,年终奖,住房补贴,月数',
      '甲,"40,000.00",30000,3333.33,99999,12',
      '乙,20000,￥15000,,,6',
    )
    expect(found).toEqual({
      ok: true,
      counted: {
        ...{ people: 2, months: 18, fen: 7_222_222n },
        parts: { basic: 4_000_000n, allowance: 3_000_000n, year_end: 222_222n },
      },
    })
  })

  test('without items is averaged by its total', async () => {
    const found = await read('姓名,年收入合计', '甲,90000', '乙,100000.01')
    expect(found).toEqual({ ok: true, counted: { fen: 9_500_001n, parts: {}, people: 2, months: 24 } })
  })

  const odd = ['1e308', '12.345', '九万', '-5', '#N/A']
  test.for(odd)('with %s as an amount is refused at its row', async (text) => {
    const found = await read('姓名,年收入合计', '甲,90000', `乙,${text}`)
    expect(found).toMatchObject({
      ok: false,
      problem: { code: 'row', rowNumber: 3, heading: '年收入合计', text },
    })
  })
  test.for(['13', '0', '2.5', 'x'])('with %s months is refused at its row', async (text) => {
    expect(await read('年收入合计,月数', `90000,${text}`)).toMatchObject({
      problem: { code: 'row', heading: '月数' },
    })
  })
  test('without amounts, or anybody, is refused', async () => {
    expect(await read('姓名,学校', '甲,一中')).toMatchObject({ problem: { code: 'columns' } })
    expect((await read('姓名,年收入合计')).ok).toBe(false)
    expect(await readPeople(new TextEncoder().encode('<html><body>登录</body></html>'), items)).toMatchObject(
      {
        problem: { code: 'sheet' },
      },
    )
  })

  test('has parts that add up to the whole, whatever is paid', async () => {
    const person = fc.tuple(
      fc.nat(99_999_999),
      fc.nat(99_999_999),
      fc.nat(99_999_999),
      fc.integer({ min: 1, max: 12 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 20 }), async (people) => {
        const yuan = (fen: number) => (fen / 100).toFixed(2)
        const lines = people.map(([one, two, three, months]) =>
          [yuan(one), yuan(two), yuan(three), months].join(),
        )
        const found = await read('职务（职级）工资,津贴补贴,年终奖,月数', ...lines)
        if (!found.ok) throw new Error(found.problem.code)
        const { fen, parts } = found.counted
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0n)).toBe(fen)
      }),
      { numRuns: 50 },
    )
  })
})
