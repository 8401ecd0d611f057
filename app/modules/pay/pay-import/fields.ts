/** The fields of a file of pay: who, which month, and a column an item, or item and amount a row; and the rules over a row. */
import { settleNamedPerson } from '#app/modules/registry/index.ts'
import { notEmpty, remembering, textReader } from '#app/platform/imports/readers.ts'
import { addIssue } from '#app/platform/imports/row-draft.ts'
import type { BatchPlan, FieldValue, RowDraft, SubjectField } from '#app/platform/imports/subject.ts'
import { parseYuan } from '#app/platform/money.ts'
import { parsePeriod, periodCode } from './period.ts'

const LONGEST_NUMBER = 60
const LONGEST_NAME = 100
/** Months that a person may choose for a file without a column of them. */
const MONTHS_BACK = 36

/** An item as files name it. */
export type ItemColumn = { id: number; name: string; aliases: readonly string[] }

export const itemKey = (id: number) => `item${id}`

const amountReader = () =>
  notEmpty((text) => {
    if (/^[-—–]+$/.test(text)) return null
    const fen = parseYuan(text)
    return fen === null ? { issue: 'pay_no_amount' } : { value: String(fen) }
  })

const periodReader = () =>
  remembering(
    notEmpty((text) => {
      const period = parsePeriod(text)
      return period ? { value: periodCode(period) } : { issue: 'pay_no_month' }
    }),
  )

/** Months and years up to today's, the latest first. */
function recentPeriods(today: string): FieldValue[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => {
    const at = year * 12 + month - 1 - back
    return { year: Math.floor(at / 12), month: (at % 12) + 1 }
  })
  const years = [...new Set(months.map((one) => one.year))].map((one) => ({ year: one, month: 0 }))
  return [...months, ...years].map((period) => ({
    code: periodCode(period),
    zh: period.month === 0 ? `${period.year}年（全年）` : `${period.year}年${period.month}月`,
    en: periodCode(period),
  }))
}

export function payFields(items: readonly ItemColumn[], today: string): Record<string, SubjectField> {
  const byName = new Map(
    items.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => [plain(one), id])),
  )
  return {
    staffNumber: {
      label: 'import.pay_staff_number',
      aliases: ['教师编号', '编号', '人员编号', '职工号', 'staff number'],
      reader: () => textReader(LONGEST_NUMBER),
    },
    idNumber: {
      label: 'import.pay_id_number',
      aliases: ['身份证号', '身份证件号', '身份证号码', '证件号码', 'id number'],
      reader: () => textReader(LONGEST_NUMBER),
      isPrivate: true,
    },
    name: {
      label: 'import.pay_name',
      aliases: ['姓名', '教师姓名', 'name'],
      reader: () => textReader(LONGEST_NAME),
    },
    period: {
      label: 'import.pay_period',
      aliases: ['年月', '月份', '工资月份', '发放月份', '所属月份', '年度', 'month', 'year'],
      reader: periodReader,
      values: recentPeriods(today),
      everyRow: 'value',
    },
    payer: {
      label: 'import.pay_payer',
      aliases: ['发薪单位', '单位', '工作单位', '学校', '所在单位', 'paid by', 'school'],
      reader: () => textReader(LONGEST_NAME),
    },
    item: {
      label: 'import.pay_item',
      aliases: ['工资项目', '项目', '项目名称', 'item'],
      reader: () =>
        notEmpty((text) => {
          const id = byName.get(plain(text))
          return id === undefined ? { issue: 'pay_item_unknown' } : { value: String(id) }
        }),
    },
    amount: {
      label: 'import.pay_amount',
      aliases: ['金额', '金额（元）', 'amount'],
      reader: amountReader,
      isPrivate: true,
    },
    ...Object.fromEntries(
      items.map(({ id, name, aliases }) => [
        itemKey(id),
        { label: { said: name }, aliases: [name, ...aliases], reader: amountReader, isPrivate: true },
      ]),
    ),
  }
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s()]/g, '')

/** Codes of its remarks. */
export const payIssues = [
  'pay_person_missing',
  'pay_person_unknown',
  'pay_id_wrong',
  'pay_no_month',
  'pay_month_missing',
  'pay_in_future',
  'pay_no_amount',
  'pay_nothing',
  'pay_item_unknown',
  'pay_item_missing',
  'pay_negative',
  'pay_improbable',
  'pay_no_post',
  'pay_two_units',
  'pay_paid_twice',
  'pay_whole_or_months',
  'name_differs',
  'works_elsewhere',
  'duplicate_in_file',
] as const

/** Rules over a row: whose it is, which month, what was paid. Amounts become two lists, side by side. */
export function payRules(items: readonly ItemColumn[]): (plan: BatchPlan) => (draft: RowDraft) => void {
  const keys = items.map(({ id }) => [id, itemKey(id)] as const)
  return ({ asOf, profile }) => {
    const isLookedAt = profile.options.ticked.includes(LOOKED_AT)
    return (draft) => {
      settleNamedPerson(draft, { missing: 'pay_person_missing', wrong: 'pay_id_wrong' })
      settlePeriod(draft, asOf)
      settleAmounts(draft, keys, isLookedAt)
    }
  }
}

/** The tick of who has looked at what is improbable and says that it is right. */
export const LOOKED_AT = 'lookedAt'
/** The tick of a file that puts right what was paid. */
export const CORRECTS = 'corrects'

function settlePeriod(draft: RowDraft, asOf: string): void {
  const { values } = draft
  const period = values.period ? parsePeriod(values.period) : null
  if (!period) {
    if (!draft.issues.some(({ field }) => field === 'period'))
      addIssue(draft, 'pay_month_missing', 'error', 'period')
    return
  }
  if (periodCode(period) > asOf.slice(0, values.period?.length))
    addIssue(draft, 'pay_in_future', 'error', 'period', values.period)
  values.year = String(period.year)
  values.month = String(period.month)
}

function settleAmounts(
  draft: RowDraft,
  keys: readonly (readonly [number, string])[],
  isLookedAt: boolean,
): void {
  const { values } = draft
  const paid: [number, string][] = []
  for (const [id, key] of keys) {
    const fen = values[key]
    if (fen !== undefined && fen !== '0') paid.push([id, fen])
    values[key] = undefined
  }
  const { item, amount } = values
  if (amount !== undefined && item === undefined && !draft.issues.some(({ field }) => field === 'item'))
    addIssue(draft, 'pay_item_missing', 'error', 'item')
  if (item !== undefined && amount !== undefined && amount !== '0') paid.push([Number(item), amount])
  values.item = undefined
  values.amount = undefined
  if (paid.length === 0) {
    if (draft.issues.every(({ code }) => code !== 'pay_no_amount'))
      addIssue(draft, 'pay_nothing', 'error', null)
    return
  }
  if (!isLookedAt && paid.some(([, fen]) => fen.startsWith('-'))) values.isNegative = 'true'
  paid.sort(([one], [other]) => one - other)
  values.items = `{${paid.map(([id]) => id).join()}}`
  values.fen = `{${paid.map(([, fen]) => fen).join()}}`
}
