/** A form as a bureau sends it, the whole way: cover sheet, headings in two rows, merged schools, totals; and one sheet a school. */
import ExcelJS from 'exceljs'
import { describe, expect } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { suggestProfile, takeRowsIn } from '#app/platform/imports/mapping.server.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import { leftOutOf } from '#app/platform/imports/wizard.words.ts'
import { actorOf, actorWith, buildAccount, buildCounty, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { checked, checkedAgain, committed, registryDigest, shown, undone, uploadOf } from './steps.ts'

const id = (sequence: number) => madeResidentId('1985-07-01', sequence)

/** Who imports, and may also create organisations. */
async function decider(db: PrismaClient, organisationId: string) {
  const account = await buildAccount(db, { organisationId, grants: ['registrar', 'administrator'] })
  return actorOf(db, account.id)
}

async function place(db: PrismaClient) {
  const county = await buildCounty(db, { name: '示例县' })
  const one = await buildSchool(db, { parentId: county.id, name: '第一中学' })
  const two = await buildSchool(db, { parentId: county.id, name: '第二中学' })
  return { county, one, two, actor: await actorWith(db, 'registrar', county.id) }
}

type Sheet = { name: string; rows: readonly (readonly (string | null)[])[]; merges?: readonly string[] }

async function workbook(...sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = book.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row])
    for (const range of merges) sheet.mergeCells(range)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const countyForm = () =>
  workbook(
    { name: '封面', rows: [['示例县教职工花名册'], ['填报单位', '示例县教育局']] },
    {
      name: '花名册',
      rows: [
        ['示例县教职工花名册', null, null, null, null],
        ['学校', '姓名', '证件', null, '职称'],
        [null, null, '身份证号', '性别', null],
        ['必填', '必填', '必填', '选填', '选填'],
        ['第一中学', '张伟', `="${id(1)}"`, '男', '一级教师'],
        [null, '李娜', `'${id(2)}`, '女', ''],
        ['小计', '2人', null, null, null],
        ['第二中学', '王芳', `${id(3).slice(0, 6)} ${id(3).slice(6)}`, '女', '高级教师'],
        [null, '合计', id(4), '男', ''],
        ['合计', '4人', null, null, null],
        ['填表人：赵六', null, null, null, null],
      ],
      merges: ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'A5:A6', 'A8:A9'],
    },
  )

describe('a county’s form', () => {
  test('is read right without a word, and what is no person is told', async ({ db }) => {
    const { county, actor } = await place(db)
    const created = await createBatch(db, actor, uploadOf(await countyForm(), county.id))
    if (!created.ok) throw new Error(created.reason)
    const suggested = await suggestProfile(db, actor, created.batchId)
    if (!suggested.ok) throw new Error(suggested.reason)
    const { suggestion } = suggested
    expect(suggestion).toMatchObject({ headingRow: 3, headingRows: 2, missing: [] })
    const shown = JSON.stringify(suggestion.samples)
    for (const number of [id(1), id(2), id(3)]) expect(shown).not.toContain(number.slice(6, 14))
    expect(suggestion.profile.mapping).toMatchObject({
      name: '姓名',
      orgName: '学校',
      idNumber: '证件·身份证号',
      sex: '证件·性别',
      titleLevel: '职称',
    })
  })

  test('is taken whole, a row taken in after all, and undone', async ({ db }) => {
    const { county, one, two, actor } = await place(db)
    const before = await registryDigest(db)
    const mapping = { name: '姓名', orgName: '学校', idNumber: '证件·身份证号', titleLevel: '职称' }
    const batch = await checked(db, actor, uploadOf(await countyForm(), county.id), { mapping })
    expect(batch.counts).toMatchObject({ rows: 3, new: 3, rejected: 0 })
    const left = leftOutOf(batch, translator('zh-CN')).rows.map(({ rowNumber, kind }) => [rowNumber, kind])
    // Somebody's number is in none of what was kept in plain.
    expect(JSON.stringify(batch.warnings)).not.toContain('19850701')
    expect(left).toEqual([
      [1, '在表头以上'],
      [4, '填表说明'],
      [7, '合计、小计'],
      [9, '合计、小计'],
      [10, '合计、小计'],
      [11, '签字、填表人'],
    ])
    // Somebody is really called so.
    expect(await takeRowsIn(db, actor, batch.id, [9])).toMatchObject({ ok: true })
    const again = await checkedAgain(db, actor, batch.id)
    expect(again.counts).toMatchObject({ rows: 4, new: 4 })
    await committed(db, actor, batch.id)
    const people = await db.rosterEntry.findMany({ select: { orgId: true, name: true } })
    expect(people.map(({ orgId, name }) => [orgId, name]).sort()).toEqual(
      [
        [one.id, '张伟'],
        [one.id, '李娜'],
        [two.id, '王芳'],
        [two.id, '合计'],
      ].sort(),
    )
    await undone(db, actor, batch.id)
    expect(await registryDigest(db)).toEqual(before)
  })
})

test('one sheet a school: the sheet’s name is the school, and a row is told by its sheet', async ({ db }) => {
  const { county, actor } = await place(db)
  const bytes = await workbook(
    {
      name: '汇总',
      rows: [
        ['学校', '人数'],
        ['第一中学', '1'],
      ],
    },
    {
      name: '第一中学',
      rows: [
        ['姓名', '身份证号'],
        ['张伟', id(1)],
      ],
    },
    {
      name: '第二中学',
      rows: [['第二中学教职工花名册'], ['姓名', '身份证号'], ['李娜', id(2)], ['王芳', '3.71502E+17']],
    },
  )
  const created = await createBatch(db, actor, uploadOf(bytes, county.id))
  if (!created.ok) throw new Error(created.reason)
  const suggested = await suggestProfile(db, actor, created.batchId)
  if (!suggested.ok) throw new Error(suggested.reason)
  const { profile } = suggested.suggestion
  expect(profile.mapping).toEqual({ name: '姓名', idNumber: '身份证号', orgName: '工作表名称' })
  const batch = await checked(db, actor, uploadOf(bytes, county.id), profile)
  expect(batch.counts).toMatchObject({ rows: 3, new: 2, rejected: 1 })
  const { items } = await shown(db, actor, batch.id, { outcome: 'new' })
  expect(items.map(({ name, place }) => [name, place])).toEqual([
    ['张伟', '第一中学'],
    ['李娜', '第二中学'],
  ])
})

test('a school named once with blanks below holds for them where the person says so', async ({ db }) => {
  const { county, actor } = await place(db)
  const rows = [
    ['学校', '姓名', '身份证号'],
    ['第一中学', '张伟', id(1)],
    [null, '李娜', id(2)],
    ['第二中学', '王芳', id(3)],
    [null, '赵敏', id(4)],
  ]
  const bytes = await workbook({ name: '表', rows })
  const mapping = { orgName: '学校', name: '姓名', idNumber: '身份证号' }
  const asItStands = await checked(db, actor, uploadOf(bytes, county.id), { mapping })
  expect(asItStands.counts).toMatchObject({ new: 2, rejected: 2 })
  const filled = await checked(db, actor, uploadOf(bytes, county.id), {
    mapping,
    options: { ticked: ['fillDown'] },
  })
  const { items } = await shown(db, actor, filled.id, { outcome: 'new' })
  expect(items.map(({ name, place }) => [name, place])).toEqual([
    ['张伟', '第一中学'],
    ['李娜', '第一中学'],
    ['王芳', '第二中学'],
    ['赵敏', '第二中学'],
  ])
})

test('a date of two readings is asked once for the file', async ({ db }) => {
  const { county, actor } = await place(db)
  const rows = [
    ['学校', '姓名', '身份证号', '来校时间'],
    ['第一中学', '张伟', id(1), '03/04/2012'],
    ['第一中学', '李娜', id(2), '25/12/2012'],
  ]
  const upload = () => workbook({ name: '表', rows }).then((bytes) => uploadOf(bytes, county.id))
  const mapping = { orgName: '学校', name: '姓名', idNumber: '身份证号', joinedOn: '来校时间' }
  expect((await checked(db, actor, await upload(), { mapping })).counts).toMatchObject({
    new: 1,
    rejected: 1,
  })
  const options = { dateOrder: 'day_first' as const }
  const batch = await checked(db, actor, await upload(), { mapping, options })
  expect(batch.counts).toMatchObject({ new: 2, rejected: 0 })
  const days = await db.staffImportRow.findMany({
    where: { batchId: batch.id },
    orderBy: { rowNumber: 'asc' },
  })
  expect(days.map(({ joinedOn }) => joinedOn && fromDbDate(joinedOn))).toEqual(['2012-04-03', '2012-12-25'])
})

test('a school named a little otherwise makes no second one: it is that school, or asked', async ({ db }) => {
  const { county, one } = await place(db)
  await buildSchool(db, { parentId: county.id, name: '实验小学' })
  const administrator = await decider(db, county.id)
  const names = ['第 一 中学', '（第一）中学', '实验学校', '第一小学', '新建小学', '新 建 小 学', '新建学校']
  const rows = [
    ['学校', '姓名', '身份证号'],
    ...names.map((name, at) => [name, `张${'一二三四五六七'[at]}`, id(at)]),
  ]
  const mapping = { orgName: '学校', name: '姓名', idNumber: '身份证号' }
  const upload = uploadOf(await workbook({ name: '表', rows }), county.id)
  const batch = await checked(db, administrator, upload, {
    mapping,
    options: { ticked: ['createOrganisations'] },
  })
  expect(batch.counts).toMatchObject({ new: 5, rejected: 2, organisations: 2 })
  const { items } = await shown(db, administrator, batch.id, { outcome: 'rejected' })
  expect(items.flatMap(({ issues }) => issues.map(({ code, value }) => [code, value]))).toEqual([
    ['org_similar', '实验学校 / 实验小学'],
    ['org_similar', '新建学校 / 新建小学'],
  ])
  const found = await shown(db, administrator, batch.id, { outcome: 'new' })
  expect(found.items.slice(0, 2).map(({ place }) => place)).toEqual([one.name, one.name])
})

test('the school that only the title, or the file’s name, tells is offered for every row', async ({ db }) => {
  const { county, one, two, actor } = await place(db)
  const bytes = await workbook({
    name: 'Sheet1',
    rows: [
      ['示例县第一中学教职工花名册', null],
      ['姓名', '身份证号'],
      ['张伟', id(1)],
    ],
    merges: ['A1:B1'],
  })
  const plain = await workbook({
    name: 'Sheet1',
    rows: [
      ['姓名', '身份证号'],
      ['张伟', id(1)],
    ],
  })
  const fixedOf = async (content: Uint8Array, name: string) => {
    const created = await createBatch(db, actor, uploadOf(content, county.id, { name }))
    if (!created.ok) throw new Error(created.reason)
    const suggested = await suggestProfile(db, actor, created.batchId)
    return suggested.ok ? suggested.suggestion.profile.options.fixed?.orgCode : suggested.reason
  }
  expect(await fixedOf(bytes, 'roster.xlsx')).toBe(one.code)
  expect(await fixedOf(plain, '第二中学（2026）.xlsx')).toBe(two.code)
  expect(await fixedOf(plain, '第一中学和第二中学.xlsx')).toBeUndefined()
})
