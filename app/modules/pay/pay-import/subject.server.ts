/** 工资表 as files of the importer: what was paid to whom for a month or a year, a column an item or a row an item. */
import { today } from '#app/platform/clock.server.ts'
import { type Db, database } from '#app/platform/database/client.server.ts'
import { plainOptions, type RowOutcome, type SubjectRow } from '#app/platform/imports/batch.ts'
import { hashedStage } from '#app/platform/imports/hashed-id-numbers.server.ts'
import { stagedPage } from '#app/platform/imports/staging.server.ts'
import type { Subject, Told } from '#app/platform/imports/subject.ts'
import { formatYuan } from '#app/platform/money.ts'
import { comparePay, settlePay } from './compare.sql.server.ts'
import { CORRECTS, type ItemColumn, itemKey, LOOKED_AT, payFields, payIssues, payRules } from './fields.ts'
import { periodCode, periodIn } from './period.ts'
import { standsOnPay, undoPay, writePay } from './write.sql.server.ts'

async function previewRows(
  db: Db,
  batchId: string,
  asked: { outcome: RowOutcome; after: number; limit: number },
  { t, locale }: Told,
): Promise<SubjectRow[]> {
  const rows = await stagedPage(db, batchId, asked)
  return rows.map(({ rowNumber, name, values: { period = '', items = '{}', fen = '{}' } }) => {
    const amounts = fen.slice(1, -1).split(',').filter(Boolean).map(BigInt)
    const total = amounts.reduce((sum, one) => sum + one, 0n)
    return {
      ...{ rowNumber, name, changes: [] },
      place: period,
      note: t('import.pay_total', {
        yuan: formatYuan(total, locale),
        items: items.split(',').filter((one) => one !== '{}').length,
      }),
    }
  })
}

/** The items are data: the fields are made of those that stand when a file comes. */
export async function loadPaySubject(): Promise<Subject> {
  const { db } = await database()
  const items = await db.payItem.findMany({ where: { side: { not: 'civil' } }, orderBy: { id: 'asc' } })
  return paySubject(items)
}

function paySubject(items: readonly ItemColumn[]): Subject {
  const fields = payFields(items, today())
  const columns = items.map(({ id }) => itemKey(id))
  const subject: Subject = {
    fields,
    groups: [
      { label: 'import.pay_group_who', fields: ['staffNumber', 'idNumber', 'name', 'period', 'payer'] },
      { label: 'import.pay_group_items', fields: columns },
      { label: 'import.pay_group_long', fields: ['item', 'amount'] },
    ],
    required: [['staffNumber', 'idNumber'], ['period']],
    keys: { fields: ['staffNumber', 'idNumber'] },
    ticks: [
      { key: CORRECTS, label: 'import.pay_corrects', hint: 'import.pay_corrects_hint' },
      { key: LOOKED_AT, label: 'import.pay_looked_at', hint: 'import.pay_looked_at_hint' },
    ],
    source: 'pay',
    profiles: [
      {
        ...{ id: null, key: 'pay', name: '工资表', source: 'pay', options: plainOptions },
        mapping: Object.fromEntries(
          Object.entries(fields)
            .filter(([key]) => key !== 'item' && key !== 'amount')
            .map(([key, { aliases }]) => [key, aliases[0]]),
        ),
      },
    ],
    issues: payIssues,
    tells: [],
    stands: { pay_put_right: 'import.pay_stands_put_right' },
    after: { href: '/pay/parity', label: 'import.pay_to_parity' },
    settle: payRules(items),
    async fixedBy(_db, _organisationId, texts, { mapping }) {
      const period = mapping.period ? null : periodIn(texts)
      return period ? { period: periodCode(period) } : {}
    },
    table: 'import_row',
    rows: async (_, plan) => hashedStage(plan, subject),
    nameOf: ({ values }) => values.name ?? values.staffNumber ?? '',
    compare: comparePay,
    settleAll: settlePay,
    write: writePay,
    analyze: ['pay_slip', 'pay_month'],
    standsOn: standsOnPay,
    undo: undoPay,
    previewRows,
  }
  return subject
}
