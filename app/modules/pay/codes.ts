/** The code lists of pay: parts of pay that are compared with each other, and by what a county's figures are explained. */
import type { CodeEntry } from '#app/modules/registry/index.ts'

/** What an item is of; `other` is not compared unless a county says so. */
export const PAY_PARTS = [
  { code: 'basic', zh: '基本工资', en: 'Basic pay' },
  { code: 'allowance', zh: '津贴补贴、绩效工资', en: 'Allowances, performance pay' },
  { code: 'year_end', zh: '年终一次性奖金', en: 'Year-end bonus' },
  { code: 'award', zh: '奖励性补贴', en: 'Awards' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly CodeEntry[]
export type PayPart = (typeof PAY_PARTS)[number]['code']

/** What explains a county's average; only `all` is the duty. */
export const PAY_DIMENSIONS = ['stage', 'place', 'title', 'sex', 'age'] as const
export type PayDimension = (typeof PAY_DIMENSIONS)[number]

/** Ages at the end of the month; empty where the birth date is not known. */
export const AGE_BANDS = ['to_29', 'to_39', 'to_49', 'from_50', ''] as const

/** Why a month that was paid does not count (migration 0029, pay_stood). */
export const NOT_COUNTED = [
  'roster',
  'status',
  'establishment',
  'public',
  'county',
  'stage',
  'payer',
  'nothing',
] as const
export type NotCounted = (typeof NOT_COUNTED)[number]

/** A benchmark is a forecast until the year's figures are final. */
export const BENCHMARK_STATES = ['provisional', 'final'] as const
export type BenchmarkState = (typeof BENCHMARK_STATES)[number]

/** The month of a slip that pays a year as a whole. */
export const WHOLE_YEAR = 0
export const MONTHS = 12
