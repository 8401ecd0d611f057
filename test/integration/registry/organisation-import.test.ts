/** A list of organisations: whole or not at all, twice the same, within what the sender manages. */
import { describe, expect } from 'vitest'
import { organisationFilterForm } from '#app/modules/registry/organisation-forms.ts'
import {
  checkOrganisations,
  importOrganisations,
  readOrganisationSheet,
} from '#app/modules/registry/organisation-import/import.server.ts'
import { organisationsSheet } from '#app/modules/registry/organisations.sheets.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { seedDemo } from '#prisma/seed/seed.server.ts'
import { actorWith, buildCounty, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const author = { accountId: null, displayName: 'test' }

async function sheetOf(csv: string) {
  const sheet = await readOrganisationSheet({ bytes: Buffer.from(csv) })
  if (!sheet.ok) throw new Error(sheet.problem.code)
  return { name: 'list.csv', ...sheet }
}

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
  audit: await db.auditEntry.count(),
})

describe('a prefecture of its own, by the command line', () => {
  test('stands as the list says, rows in any order; again it changes nothing', async ({ db }) => {
    const rows = prefecture.trimEnd().split('\n')
    const backwards = await sheetOf([rows[0], ...rows.slice(1).reverse()].join('\n'))
    const first = await importOrganisations(db, null, author, backwards)
    expect(first).toMatchObject({ ok: true, plan: { counts: { new: 5, rejected: 0 } } })
    const school = await db.organisation.findUniqueOrThrow({
      where: { code: '3716020001' },
      include: { parent: true, years: true },
    })
    expect(school).toMatchObject({
      name: '滨城第一小学',
      schoolKind: '211',
      stages: ['primary'],
      placeType: '111',
    })
    expect(school.parent?.code).toBe('371602001')
    expect(school.lineage).toHaveLength(4)
    expect(school.years).toMatchObject([{ schoolYear: 2026, stage: 'primary', classes: 24, pupils: 1080 }])
    const nine = await db.organisation.findUniqueOrThrow({ where: { code: '3716020002' } })
    expect(nine.stages).toEqual(['primary', 'junior'])

    const before = await counted(db)
    expect(before.audit).toBe(1)
    const again = await importOrganisations(db, null, author, await sheetOf(prefecture))
    expect(again).toMatchObject({ ok: true, plan: { counts: { new: 0, changed: 0, unchanged: 5 } } })
    expect(await counted(db)).toEqual(before)
  })

  test('a row that cannot be taken stops the whole', async ({ db }) => {
    const bad = await sheetOf(`${prefecture}3716020003,飞地小学,学校,999999,,,,,\n`)
    const done = await importOrganisations(db, null, author, bad)
    expect(done.ok).toBe(false)
    expect(done.plan?.rows.at(-1)).toMatchObject({ outcome: 'rejected', issues: ['parent_unknown'] })
    expect(await counted(db)).toEqual({ organisations: 0, figures: 0, audit: 0 })
  })
})

describe('what is refused, with its reason', () => {
  const refusals: [what: string, rows: string, issue: string][] = [
    ['a circle of rows', 'A1,甲,乡镇,A2,,,,,\nA2,乙,乡镇,A1,,,,,', 'parent_unknown'],
    ['itself as its parent', 'A1,甲,乡镇,A1,,,,,', 'parent_unknown'],
    ['one code twice', 'A1,甲,学校,TOP,,,,,\nA1,乙,学校,TOP,,,,,', 'same_code_twice'],
    ['a county below a county', 'A1,甲,县,TOP,,,,,', 'kind_not_here'],
    ['a second prefecture', 'A1,甲,市,,,,,,', 'parent_missing'],
    ['a kind that is not known', 'A1,甲,公司,TOP,,,,,', 'code_unknown'],
    ['no name', 'A1,,学校,TOP,,,,,', 'name_missing'],
    ['a number of pupils that is none', 'A1,甲,学校,TOP,小学,,2026,三,100', 'number_wrong'],
    ['a code with a NUL byte', 'A\0<1,甲,学校,TOP,,,,,', 'text_wrong'],
    ['another county', 'A1,甲,学校,OTHER,,,,,', 'not_yours'],
    ['an organisation of another county', 'SCHOOL2,改名,学校,OTHER,,,,,', 'not_yours'],
    ['a move in passing', 'SCHOOL1,甲,学校,TOWN,,,,,', 'parent_differs'],
    ['another kind in passing', 'SCHOOL1,甲,教学点,TOP,,,,,', 'kind_differs'],
  ]
  for (const [what, rows, issue] of refusals) {
    test(what, async ({ db }) => {
      const { id } = await buildPrefecture(db)
      const county = await buildCounty(db, { parentId: id, code: 'TOP' })
      const other = await buildCounty(db, { parentId: id, code: 'OTHER' })
      await buildSchool(db, { parentId: county.id, code: 'SCHOOL1' })
      await buildSchool(db, { parentId: other.id, code: 'SCHOOL2' })
      const actor = await actorWith(db, 'registrar', county.id)
      const { rows: read } = await sheetOf(`${heading}${rows}\n`)
      const plan = await checkOrganisations(db, actor, read)
      expect(plan.rows.some(({ issues }) => issues.some((one) => one === issue))).toBe(true)
      expect(plan.counts.rejected).toBeGreaterThan(0)
    })
  }
})

test('a list keeps names and figures right, and leaves alone what it does not tell', async ({ db }) => {
  const county = await buildCounty(db, { code: 'TOP' })
  await buildSchool(db, { parentId: county.id, code: 'S1', name: '旧名小学', placeType: '220' })
  const actor = await actorWith(db, 'administrator', county.id)
  const sheet = await sheetOf('机构代码,名称,学段,学年,班级数,学生数\nS1,新名小学,小学,2026学年,6,88\n')
  const done = await importOrganisations(db, actor, author, sheet)
  expect(done).toMatchObject({ ok: true, plan: { counts: { changed: 1 } } })
  const after = await db.organisation.findUniqueOrThrow({ where: { code: 'S1' }, include: { years: true } })
  expect(after).toMatchObject({ name: '新名小学', placeType: '220', stages: ['primary'], version: 2 })
  expect(after.years).toMatchObject([{ schoolYear: 2026, pupils: 88 }])
})

test('a sheet without a column for the code is no list of organisations', async () => {
  const sheet = await readOrganisationSheet({ bytes: Buffer.from('甲,乙\n1,2\n') })
  expect(sheet).toMatchObject({ ok: false, problem: { code: 'columns_missing' } })
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
  const same = await checkOrganisations(db, actor, (await sheetOf(csvOf(lines))).rows)
  expect(same.counts).toMatchObject({ new: 0, changed: 0, rejected: 0, unchanged: lines.length - 1 })
  const at = columns.findIndex(({ heading }) => heading === '名称')
  const edited = lines.map((cells, row) => (row === 7 ? cells.with(at, '改名小学') : cells))
  const one = await checkOrganisations(db, actor, (await sheetOf(csvOf(edited))).rows)
  expect(one.counts).toMatchObject({ changed: 1, unchanged: lines.length - 2 })
})
