/** A list of organisations through the importer: twice the same, undone whole, within what the sender manages. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { organisationFilterForm } from '#app/modules/registry/organisation-forms.ts'
import { organisationsSheet } from '#app/modules/registry/organisations.sheets.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import { type Db, database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { runImportCommand } from '#app/platform/imports/cli.server.ts'
import { suggestProfile } from '#app/platform/imports/mapping.server.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import { seedDemo } from '#prisma/seed/seed.server.ts'
import { actorWith, buildCounty, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { checked, codesOf, committed, registryDigest, shown, undone, uploadOf } from '../imports/steps.ts'

const heading = '机构代码,名称,类别,上级代码,办学类型,城乡类型,学年,班级数,学生数\n'
const prefecture = `${heading}371600,滨州市,市,,,,,,
371602,滨城区,县,371600,,,,,
371602001,市中街道,乡镇,371602,,,,,
3716020001,滨城第一小学,学校,371602001,小学,主城区,2026,24,1080
3716020002,滨城第二中学,学校,371602,九年一贯制学校,镇中心区,2026,30,1400
`

const counted = async (db: Db) => ({
  organisations: await db.organisation.count(),
  figures: await db.schoolYearFigures.count(),
})

/** Everything that a list of organisations can change. */
async function treeDigest(db: PrismaClient) {
  const { organisation } = await registryDigest(db)
  const figures = await db.schoolYearFigures.findMany({
    orderBy: [{ organisationId: 'asc' }, { stage: 'asc' }],
  })
  return { organisation, figures }
}

function byCommand(csv: string, given: { dryRun?: boolean } = {}) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'shizi-list-')), 'list.csv')
  writeFileSync(file, csv)
  return runImportCommand({ subject: 'organisations', file, ...given })
}

/** The columns as their headings tell, checked. */
async function checkedList(db: PrismaClient, actor: Actor, organisationId: string, csv: string) {
  const upload = () => uploadOf(csv, organisationId, { subject: 'organisations', asOf: today() })
  const created = await createBatch(db, actor, upload())
  if (!created.ok) throw new Error(created.reason)
  const suggested = await suggestProfile(db, actor, created.batchId)
  if (!suggested.ok) throw new Error(suggested.reason)
  return checked(db, actor, upload(), suggested.suggestion.profile)
}

describe('a prefecture of its own, by the command line', () => {
  test('stands as the list says, rows in any order; again it changes nothing', async ({ db }) => {
    const rows = prefecture.trimEnd().split('\n')
    const first = await byCommand([rows[0], ...rows.slice(1).reverse()].join('\n'))
    // The prefecture itself stands before anything is put below it.
    expect(first).toMatchObject({
      exitCode: 0,
      report: { counts: { new: 4, unchanged: 1, rejected: 0 }, state: 'committed' },
    })
    const school = await db.organisation.findUniqueOrThrow({
      where: { code: '3716020001' },
      include: { parent: true, years: true },
    })
    expect(school).toMatchObject({
      ...{ name: '滨城第一小学', schoolKind: '211', stages: ['primary'], placeType: '111' },
    })
    expect(school.parent?.code).toBe('371602001')
    expect(school.lineage).toHaveLength(4)
    expect(school.years).toMatchObject([{ schoolYear: 2026, stage: 'primary', classes: 24, pupils: 1080 }])
    const nine = await db.organisation.findUniqueOrThrow({ where: { code: '3716020002' } })
    expect(nine.stages).toEqual(['primary', 'junior'])

    const before = await counted(db)
    const again = await byCommand(prefecture)
    expect(again).toMatchObject({
      exitCode: 0,
      report: { counts: { new: 0, changed: 0, unchanged: 5 }, reason: 'nothing_to_do' },
    })
    expect(await counted(db)).toEqual(before)
  })

  test('only checked, it leaves nothing behind', async ({ db }) => {
    const { report } = await byCommand(prefecture, { dryRun: true })
    expect(report.counts).toMatchObject({ new: 4, rejected: 0 })
    expect(await counted(db)).toEqual({ organisations: 0, figures: 0 })
    expect(await db.importBatch.count()).toBe(0)
  })
})

describe('what is refused, with its reason', () => {
  const refusals: [what: string, rows: string, issue: string][] = [
    ['a circle of rows', 'A1,甲,乡镇,A2,,,,,\nA2,乙,乡镇,A1,,,,,', 'organisation_parent_unknown'],
    ['itself as its parent', 'A1,甲,乡镇,A1,,,,,', 'organisation_parent_unknown'],
    ['one code twice', 'A1,甲,学校,TOP,,,,,\nA1,乙,学校,TOP,,,,,', 'duplicate_in_file'],
    ['a county below a county', 'A1,甲,县,TOP,,,,,', 'organisation_kind_not_here'],
    ['a second prefecture', 'A1,甲,市,,,,,,', 'organisation_parent_missing'],
    ['a kind that is not known', 'A1,甲,公司,TOP,,,,,', 'code_unknown'],
    ['no name', 'A1,,学校,TOP,,,,,', 'organisation_name_missing'],
    ['a number of classes that is none', 'A1,甲,学校,TOP,小学,,2026,三,100', 'number_wrong'],
    ['half of the figures', 'A1,甲,学校,TOP,小学,,2026,,100', 'organisation_figures_wrong'],
    ['a code with a NUL byte', 'A\0<1,甲,学校,TOP,,,,,', 'cell_nul'],
    ['another county', 'A1,甲,学校,OTHER,,,,,', 'organisation_not_yours'],
    ['an organisation of another county', 'SCHOOL2,改名,学校,OTHER,,,,,', 'organisation_not_yours'],
    ['a move in passing', 'SCHOOL1,甲,学校,TOWN,,,,,', 'organisation_parent_differs'],
    ['another kind in passing', 'SCHOOL1,甲,教学点,TOP,,,,,', 'organisation_kind_differs'],
    [
      'what stands below a rejected row',
      'A1,,乡镇,TOP,,,,,\nA2,乙,学校,A1,,,,,',
      'organisation_parent_rejected',
    ],
  ]
  for (const [what, rows, issue] of refusals) {
    test(what, async ({ db }) => {
      const { id } = await buildPrefecture(db)
      const county = await buildCounty(db, { parentId: id, code: 'TOP' })
      const other = await buildCounty(db, { parentId: id, code: 'OTHER' })
      await buildSchool(db, { parentId: county.id, code: 'SCHOOL1' })
      await buildSchool(db, { parentId: other.id, code: 'SCHOOL2' })
      const actor = await actorWith(db, 'registrar', county.id)
      const batch = await checkedList(db, actor, county.id, `${heading}${rows}\n`)
      expect(batch.counts.rejected).toBeGreaterThan(0)
      const codes = await codesOf(db, actor, batch.id, 'rejected')
      expect(Object.values(codes).flat()).toContain(issue)
    })
  }
})

test('a list keeps names and figures right, leaves alone what it does not tell, and is undone whole', async ({
  db,
}) => {
  const county = await buildCounty(db, { code: 'TOP' })
  const school = await buildSchool(db, {
    parentId: county.id,
    code: 'S1',
    name: '旧名小学',
    placeType: '220',
  })
  await db.schoolYearFigures.create({
    data: { organisationId: school.id, schoolYear: 2025, stage: 'primary', classes: 5, pupils: 70 },
  })
  const actor = await actorWith(db, 'administrator', county.id)
  const before = await treeDigest(db)
  const csv =
    '机构代码,名称,类别,上级代码,学段,学年,班级数,学生数\nS1,新名小学,,,小学,2026学年,6,88\nT1,新镇,乡镇,TOP,,,,\nS2,新校,学校,T1,小学,2026,1,9\n'
  const batch = await checkedList(db, actor, county.id, csv)
  expect(batch.counts).toMatchObject({ new: 2, changed: 1, rejected: 0 })
  const { items } = await shown(db, actor, batch.id, { outcome: 'changed' })
  expect(items[0]?.changes).toEqual([
    { field: '名称', before: '旧名小学', after: '新名小学' },
    { field: '班级数', before: null, after: '6' },
    { field: '学生数', before: null, after: '88' },
  ])
  expect((await committed(db, actor, batch.id)).state).toBe('committed')
  const after = await db.organisation.findUniqueOrThrow({ where: { code: 'S1' }, include: { years: true } })
  expect(after).toMatchObject({ name: '新名小学', placeType: '220', stages: ['primary'], version: 2 })
  expect(after.years).toHaveLength(2)
  const made = await db.organisation.findUniqueOrThrow({ where: { code: 'S2' }, include: { parent: true } })
  expect(made.parent?.code).toBe('T1')

  expect((await undone(db, actor, batch.id)).state).toBe('undone')
  expect(await treeDigest(db)).toEqual(before)
})

test('what has come to stand on a list keeps it from being undone', async ({ db }) => {
  const county = await buildCounty(db, { code: 'TOP' })
  const actor = await actorWith(db, 'administrator', county.id)
  const csv = '机构代码,名称,类别,上级代码\nS2,新校,学校,TOP\n'
  const batch = await checkedList(db, actor, county.id, csv)
  await committed(db, actor, batch.id)
  const { id } = await db.organisation.findUniqueOrThrow({ where: { code: 'S2' } })
  await buildSchool(db, { parentId: id, code: 'S3' })
  expect(await undone(db, actor, batch.id)).toMatchObject({ state: 'committed', problem: 'stands_on_it' })
  expect(await db.organisation.count({ where: { code: 'S2' } })).toBe(1)
})

test('the list of ours, imported again, changes nothing; a name that was edited is that change', async ({
  db,
}) => {
  await seedDemo(await database(), { staffCount: 300, today: today() })
  const root = await db.organisation.findFirstOrThrow({ where: { parentId: null } })
  const actor = await actorWith(db, 'administrator', root.id)
  const words = { t: translator('zh-CN'), locale: 'zh-CN' } as const
  const { columns, rows } = organisationsSheet(db, actor, organisationFilterForm.parse({}), words)
  const lines: string[][] = [columns.map(({ heading }) => heading)]
  for await (const row of rows) lines.push(row.map((cell) => String(cell ?? '')))
  const csvOf = (all: readonly (readonly string[])[]) =>
    all.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')
  const same = await checkedList(db, actor, root.id, csvOf(lines))
  expect(same.counts).toMatchObject({ new: 0, changed: 0, rejected: 0, unchanged: lines.length - 1 })
  const at = columns.findIndex(({ heading }) => heading === '名称')
  const edited = lines.map((cells, row) => (row === 7 ? cells.with(at, '改名小学') : cells))
  const one = await checkedList(db, actor, root.id, csvOf(edited))
  expect(one.counts).toMatchObject({ changed: 1, unchanged: lines.length - 2 })
})
