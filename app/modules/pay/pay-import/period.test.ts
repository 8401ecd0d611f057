import { expect, test } from 'vitest'
import { parsePeriod, periodIn } from './period.ts'

test.each([
  ['2025-03', 2025, 3],
  ['202503', 2025, 3],
  ['2025年3月', 2025, 3],
  ['２０２５年１２月份', 2025, 12],
  ['2025/3/1', 2025, 3],
  ['2025-03-01', 2025, 3],
  ['2025.3', 2025, 3],
  ['2025', 2025, 0],
  ['2025年度', 2025, 0],
])('%s', (text, year, month) => expect(parsePeriod(text)).toEqual({ year, month }))

test.each(['2025-13', '202500', '三月', '3月', '1925-01', '2025-3-1-1', ''])('%s is no month', (text) =>
  expect(parsePeriod(text)).toBeNull(),
)

test('a title tells the month where it tells one', () => {
  expect(periodIn(['东昌府区2025年3月份教师工资发放表', 'Sheet1'])).toEqual({ year: 2025, month: 3 })
  expect(periodIn(['2024年度年终奖'])).toEqual({ year: 2024, month: 0 })
  expect(periodIn(['2025年3月', '2025年4月'])).toBeNull()
  expect(periodIn(['工资表'])).toBeNull()
})
