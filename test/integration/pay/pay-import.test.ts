/** Pay from a sender's file: whose it is, what was paid already, what is asked; written whole, put right and taken back by reversal. */
import { describe, expect } from 'vitest'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { parseYuan } from '#app/platform/money.ts'
import { actorWith, buildCounty, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { checked, checkedAgain, committed, csv, undone, uploadOf } from '../imports/steps.ts'

const today = '2026-11-23'
const wide = {
  staffNumber: '教师编号',
  name: '姓名',
  period: '年月',
  item1: '岗位工资',
  item2: '薪级工资',
  item11: '班主任津贴',
}

async function place(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const person = (name: string) => buildPerson(db, { name, appointment: { workOrgId: school.id } })
  const [one, two] = [await person('张伟'), await person('李娜')]
  return { county, school, one, two, actor: await actorWith(db, 'registrar', county.id) }
}
type Place = Awaited<ReturnType<typeof place>>

function check(
  db: PrismaClient,
  { actor, county }: Place,
  rows: readonly (readonly string[])[],
  { mapping = wide, ticked = [] }: { mapping?: Record<string, string>; ticked?: string[] } = {},
) {
  const upload = uploadOf(csv(Object.values(mapping), rows), county.id, { subject: 'pay', asOf: today })
  return checked(db, actor, upload, { mapping, options: { ticked } })
}

/** Codes of a batch's remarks, in order. */
async function remarksOf(db: PrismaClient, batchId: string) {
  const found = await db.importIssue.findMany({ where: { batchId }, orderBy: { code: 'asc' } })
  return found.map(({ code }) => code)
}

/** What counts in the kept sums of the county, in all. */
const kept = async (db: PrismaClient) =>
  (await db.payFigure.findMany({ where: { dimension: 'all' } })).reduce((all, { fen }) => all + fen, 0n)
const yuan = (text: string) => parseYuan(text) ?? 0n

describe('a file of pay', () => {
  test('is paid, changes nothing a second time, and is taken back by reversal', async ({ db }) => {
    const at = await place(db)
    const rows = [
      [at.one.staffNumber, '张伟', '2026-03', '"3,200.50"', '1800', '500'],
      [at.two.staffNumber, '李娜', '2026年3月', '￥２９００', '1700.25', ''],
    ]
    const batch = await check(db, at, rows)
    expect(batch.counts).toMatchObject({ rows: 2, new: 2 })
    expect((await committed(db, at.actor, batch.id)).state).toBe('committed')
    expect(await kept(db)).toBe(yuan('10100.75'))
    expect(await db.payHeads.findFirst({ where: { dimension: 'all' } })).toMatchObject({
      people: 2,
      months: 2,
    })
    expect((await check(db, at, rows)).counts).toMatchObject({ unchanged: 2, new: 0 })
    await undone(db, at.actor, batch.id)
    expect(await kept(db)).toBe(0n)
    expect(await db.paySlip.count()).toBe(4)
    expect((await check(db, at, rows)).counts).toMatchObject({ new: 2 })
  })

  test('in rows of an item each says the same as in columns', async ({ db }) => {
    const at = await place(db)
    const mapping = { staffNumber: '教师编号', name: '姓名', period: '年月', item: '项目', amount: '金额' }
    const rows = [
      [at.one.staffNumber, '张伟', '2026-03', '岗位工资', '3200.50'],
      [at.one.staffNumber, '张伟', '2026-03', '薪级', '1800'],
      [at.one.staffNumber, '张伟', '2026-03', '没有的项目', '1'],
    ]
    const batch = await check(db, at, rows, { mapping })
    expect(batch.counts).toMatchObject({ new: 2, rejected: 1 })
    await committed(db, at.actor, batch.id)
    expect(await kept(db)).toBe(yuan('5000.50'))
    expect(await db.payHeads.findFirst({ where: { dimension: 'all' } })).toMatchObject({
      people: 1,
      months: 1,
    })
  })

  test('that pays again otherwise is asked; ticked it puts right, and taken back it pays as before', async ({
    db,
  }) => {
    const at = await place(db)
    const first = await check(db, at, [[at.one.staffNumber, '张伟', '2026-03', '3200', '1800', '500']])
    await committed(db, at.actor, first.id)
    const again = [[at.one.staffNumber, '张伟', '2026-03', '3300', '', '']]
    const asked = await check(db, at, again)
    expect(asked.counts).toMatchObject({ conflict: 1 })
    expect(await remarksOf(db, asked.id)).toEqual(['pay_paid_twice'])
    const right = await check(db, at, again, { ticked: ['corrects'] })
    expect(right.counts).toMatchObject({ changed: 1, conflict: 0 })
    await committed(db, at.actor, right.id)
    // What the file does not name stays paid.
    expect(await kept(db)).toBe(yuan('5600'))
    expect(await db.payHeads.findFirst({ where: { dimension: 'all' } })).toMatchObject({
      people: 1,
      months: 1,
    })
    await undone(db, at.actor, right.id)
    expect(await kept(db)).toBe(yuan('5500'))
  })

  test.for([
    ['negative', ['2026-03', '-20', '', ''], 'pay_negative'],
    ['ten times the month before', ['2026-04', '900000', '', ''], 'pay_improbable'],
    ['a month without a post', ['2015-03', '3200', '', ''], 'pay_no_post'],
  ] as const)('%s is asked until somebody says that it is right', async ([, cells, code], { db }) => {
    const at = await place(db)
    const before = await check(db, at, [[at.one.staffNumber, '张伟', '2026-03', '', '1800', '']])
    await committed(db, at.actor, before.id)
    const rows = [[at.one.staffNumber, '张伟', ...cells]]
    const asked = await check(db, at, rows)
    expect(asked.counts).toMatchObject({ conflict: 1 })
    expect(await remarksOf(db, asked.id)).toEqual([code])
    expect((await check(db, at, rows, { ticked: ['lookedAt'] })).counts).toMatchObject({
      new: 1,
      conflict: 0,
    })
  })

  test.for([
    ['three decimals', ['2026-03', '12.345', '', ''], 'pay_no_amount'],
    ['an exponent', ['2026-03', '1e308', '', ''], 'pay_no_amount'],
    ['a word', ['2026-03', '五千', '', ''], 'pay_no_amount'],
    ['month 13', ['2026-13', '5000', '', ''], 'pay_no_month'],
    ['a month to come', ['2027-01', '5000', '', ''], 'pay_in_future'],
    ['nothing paid', ['2026-03', '', '0', '-'], 'pay_nothing'],
    ['no month', ['', '5000', '', ''], 'pay_month_missing'],
  ] as const)('%s is refused', async ([, cells, code], { db }) => {
    const at = await place(db)
    const batch = await check(db, at, [[at.one.staffNumber, '张伟', ...cells]])
    expect(batch.counts).toMatchObject({ rejected: 1 })
    expect(await remarksOf(db, batch.id)).toEqual([code])
  })

  test('nobody is paid twice by one file, nor by months and as a year, nor by somebody else’s name', async ({
    db,
  }) => {
    const at = await place(db)
    const batch = await check(db, at, [
      [at.one.staffNumber, '张伟', '2026-03', '3200', '', ''],
      [at.one.staffNumber, '张伟', '2026-03', '3200', '', ''],
      [at.two.staffNumber, '李娜', '2025-03', '3200', '', ''],
      [at.two.staffNumber, '李娜', '2025', '38400', '', ''],
      [at.two.staffNumber, '王芳', '2026-03', '3200', '', ''],
      ['T9999999', '赵六', '2026-03', '3200', '', ''],
    ])
    expect(batch.counts).toMatchObject({ new: 2, rejected: 3, conflict: 1 })
    expect(await remarksOf(db, batch.id)).toEqual([
      'duplicate_in_file',
      'name_differs',
      'pay_person_unknown',
      'pay_whole_or_months',
    ])
  })

  test('a person of another county is not paid by this one', async ({ db }) => {
    const at = await place(db)
    const elsewhere = await buildPerson(db, { name: '周静' })
    const batch = await check(db, at, [[elsewhere.staffNumber, '周静', '2026-03', '3200', '', '']])
    expect(await remarksOf(db, batch.id)).toEqual(['works_elsewhere'])
  })

  test('another payer than the roster names is asked', async ({ db }) => {
    const at = await place(db)
    const other = await buildSchool(db, { parentId: at.county.id, name: '第二小学' })
    const mapping = { ...wide, payer: '发薪单位' }
    const cells = [at.one.staffNumber, '张伟', '2026-03', '3200', '', '']
    const asked = await check(db, at, [[...cells, '第二小学']], { mapping })
    expect(await remarksOf(db, asked.id)).toEqual(['pay_two_units'])
    expect((await check(db, at, [[...cells, at.school.name]], { mapping })).counts).toMatchObject({ new: 1 })
    const right = await check(db, at, [[...cells, '第二小学']], { mapping, ticked: ['lookedAt'] })
    await committed(db, at.actor, right.id)
    expect(await db.paySlip.findFirst()).toMatchObject({ orgId: other.id })
  })

  test('what changed meanwhile is checked again', async ({ db }) => {
    const at = await place(db)
    const rows = [[at.one.staffNumber, '张伟', '2026-03', '3200', '', '']]
    const [one, other] = [await check(db, at, rows), await check(db, at, rows)]
    await committed(db, at.actor, one.id)
    expect((await committed(db, at.actor, other.id)).problem).toBe('stale')
    expect((await checkedAgain(db, at.actor, other.id)).counts).toMatchObject({ unchanged: 1 })
  })
})
