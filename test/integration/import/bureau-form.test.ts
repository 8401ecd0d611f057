/** A form as a bureau sends it, the whole way: cover sheet, headings in two rows, merged schools, totals; and one sheet a school. */
import ExcelJS from 'exceljs'
import { describe, expect } from 'vitest'
import { previewRows } from '#app/modules/registry/import/batch.queries.server.ts'
import { suggestProfile, takeRowsIn } from '#app/modules/registry/import/mapping.server.ts'
import { createBatch } from '#app/modules/registry/import/upload.server.ts'
import { leftOutOf } from '#app/modules/registry/import/wizard.words.ts'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { actorWith, buildCounty, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { checked, checkedAgain, committed, registryDigest, undone, uploadOf } from './steps.ts'

const id = (sequence: number) => madeResidentId('1985-07-01', sequence)

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
  const { items } = await previewRows(db, actor, batch.id, { outcome: 'new' })
  expect(items.map(({ name, organisationName }) => [name, organisationName])).toEqual([
    ['张伟', '第一中学'],
    ['李娜', '第二中学'],
  ])
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
