/** One person at two schools, several of one name, and what a roster tells besides: units, honours, certificates. */
import { describe, expect } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import {
  checked,
  checkedAgain,
  codesOf,
  committed,
  csv,
  registryDigest,
  shown,
  undone,
  uploadOf,
} from './steps.ts'

const id = (at: number) => madeResidentId('1985-07-01', 700 + at * 2)

async function place(db: PrismaClient) {
  const { id: prefectureId } = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefectureId, name: '阳谷县' })
  const one = await buildSchool(db, { parentId: county.id, name: '第一中学' })
  const two = await buildSchool(db, { parentId: county.id, name: '第二中学' })
  const other = await buildCounty(db, { parentId: prefectureId, name: '莘县' })
  const far = await buildSchool(db, { parentId: other.id, name: '远方中学' })
  return { county, one, two, far, actor: await actorWith(db, 'registrar', county.id) }
}

const posts = { orgName: '学校', name: '姓名', idNumber: '身份证号', subject: '任教学科' }

/** A roster with one more column than these. */
async function roster(
  db: PrismaClient,
  rows: readonly (readonly string[])[],
  more: Record<string, string> = {},
  ticked: string[] = [],
  from?: Awaited<ReturnType<typeof place>>,
) {
  const at = from ?? (await place(db))
  const mapping = { ...posts, ...more }
  const upload = uploadOf(csv(Object.values(mapping), rows), at.county.id)
  return { ...at, batch: await checked(db, at.actor, upload, { mapping, options: { ticked } }) }
}

const appointmentsOf = async (db: PrismaClient) =>
  (await db.appointment.findMany({ include: { workOrg: true }, orderBy: { isMain: 'desc' } })).map(
    ({ isMain, workOrg, subject, validTo }) => [
      isMain,
      workOrg.name,
      subject,
      validTo && fromDbDate(validTo),
    ],
  )

describe('one person at two schools', () => {
  const rows = (notes: [string, string]) => [
    ['第一中学', '张伟', id(1), '语文', notes[0]],
    ['第二中学', '张伟', id(1), '音乐', notes[1]],
  ]
  const both = [
    [true, '第一中学', 'chinese', null],
    [false, '第二中学', 'music', null],
  ]

  test.for([
    ['a remark says so', 'concurrent', '备注', ['', '兼职'], []],
    ['the first row is the one beside', 'concurrent', '备注', ['在此兼课', ''], []],
    ['there are fewer lessons', 'weeklyHours', '周课时', ['12', '4'], []],
    ['the importer says so', 'concurrent', '备注', ['', ''], ['laterIsBeside']],
  ] as const)('is a concurrent post where %s', async ([, field, heading, notes, ticked], { db }) => {
    const { batch, actor } = await roster(db, rows([notes[0], notes[1]]), { [field]: heading }, [...ticked])
    expect(batch.counts).toMatchObject({ new: 1, changed: 1, rejected: 0 })
    const before = await registryDigest(db)
    expect((await committed(db, actor, batch.id)).state).toBe('committed')
    const main =
      notes[0] === '在此兼课'
        ? [both[0]?.with(1, '第二中学').with(2, 'music'), both[1]?.with(1, '第一中学').with(2, 'chinese')]
        : both
    expect(await appointmentsOf(db)).toEqual(main)
    expect(await db.rosterEntry.count()).toBe(1)
    await undone(db, actor, batch.id)
    expect(await registryDigest(db)).toEqual(before)
  })

  test('is asked where nothing says which is which', async ({ db }) => {
    const { batch, actor } = await roster(db, rows(['', '']), { concurrent: '备注' })
    expect(batch.counts).toMatchObject({ new: 1, rejected: 1 })
    expect(await codesOf(db, actor, batch.id, 'rejected')).toEqual({ 3: ['same_person_elsewhere'] })
  })

  test('again it changes nothing, and beside somebody who is there it adds the post alone', async ({
    db,
  }) => {
    const at = await place(db)
    const person = await buildPerson(db, {
      name: '张伟',
      idNumber: id(1),
      appointment: { workOrgId: at.one.id },
    })
    const alone = [['第二中学', '张伟', id(1), '音乐', '兼职']]
    const first = await roster(db, alone, { concurrent: '备注' }, [], at)
    expect(first.batch.counts).toMatchObject({ changed: 1, moved: 0 })
    const { items } = await shown(db, at.actor, first.batch.id, { outcome: 'changed' })
    expect(items[0]?.changes).toEqual([{ field: '兼职', before: null, after: '第二中学' }])
    await committed(db, at.actor, first.batch.id)
    const kept = await db.appointment.findMany({ where: { personId: person.id } })
    expect(kept.map(({ isMain, workOrgId }) => [isMain, workOrgId]).sort()).toEqual(
      [
        [true, at.one.id],
        [false, at.two.id],
      ].sort(),
    )
    const again = await roster(db, alone, { concurrent: '备注' }, [], at)
    expect(again.batch.counts).toMatchObject({ unchanged: 1, changed: 0 })
    expect((await checkedAgain(db, at.actor, again.batch.id)).counts).toMatchObject({ unchanged: 1 })
  })

  test('whose main row is rejected is not taken either', async ({ db }) => {
    const wrong = [
      ['第一中学', '张伟', id(1), '没有的学科', ''],
      ['第二中学', '张伟', id(1), '音乐', '兼职'],
    ]
    const { batch } = await roster(db, wrong, { concurrent: '备注' })
    // The row that can be read is the person's only one: they work there.
    expect(batch.counts).toMatchObject({ rejected: 1, new: 1 })
  })

  test('a remark that speaks of something else makes nobody’s only post a concurrent one', async ({ db }) => {
    const { batch, actor } = await roster(db, [['第一中学', '张伟', id(1), '语文', '兼任工会主席']], {
      concurrent: '备注',
    })
    expect(batch.counts).toMatchObject({ new: 1 })
    await committed(db, actor, batch.id)
    expect(await appointmentsOf(db)).toEqual([[true, '第一中学', 'chinese', null]])
  })
})

describe('people of one name without a number', () => {
  const named = { birthDate: '出生日期' }
  const rows = [
    ['第一中学', '李娜', '', '语文', '1985-07-01'],
    ['第一中学', '李娜', '', '数学', '1985-07-01'],
    ['第一中学', '李娜', '', '英语', '1990-03-02'],
    ['第二中学', '李娜', '', '英语', '1985-07-01'],
  ]

  test('are asked, unless their birth dates or schools tell them apart', async ({ db }) => {
    const { batch, actor } = await roster(db, rows, named, ['matchByName'])
    expect(batch.counts).toMatchObject({ new: 3, conflict: 1 })
    expect(await codesOf(db, actor, batch.id, 'conflict')).toEqual({ 3: ['same_name_in_file'] })
  })

  test('are several people where the importer says so', async ({ db }) => {
    const { batch } = await roster(db, rows, named, ['matchByName', 'sameNameIsOther'])
    expect(batch.counts).toMatchObject({ new: 4, conflict: 0 })
  })

  test('are asked beside somebody of the registry', async ({ db }) => {
    const at = await place(db)
    await buildPerson(db, { name: '李娜', birthDate: null, appointment: { workOrgId: at.one.id } })
    const { batch, actor } = await roster(db, rows.slice(0, 1), named, ['matchByName'], at)
    expect(await codesOf(db, actor, batch.id, 'conflict')).toEqual({ 2: ['same_name_there'] })
  })
})

describe('what a roster tells besides', () => {
  const more = {
    establishmentOrgName: '编制单位',
    payOrgName: '发薪单位',
    honours: '荣誉称号',
    qualificationKind: '教师资格种类',
    qualificationNo: '教师资格证号',
  }
  const row = (...cells: string[]) => [['第一中学', '张伟', id(1), '语文', ...cells]]

  test('is written for somebody new, is the same again, and changes as the cells do', async ({ db }) => {
    const at = await place(db)
    const first = row(
      '第二中学',
      '第二中学',
      '市级骨干教师、县级教学能手',
      '初级中学教师资格',
      '20103710000001',
    )
    const { batch } = await roster(db, first, more, [], at)
    expect(batch.counts).toMatchObject({ new: 1, rejected: 0 })
    await committed(db, at.actor, batch.id)
    const entry = await db.rosterEntry.findFirstOrThrow({ orderBy: { validFrom: 'desc' } })
    expect(entry).toMatchObject({
      ...{ orgId: at.one.id, establishmentOrgId: at.two.id, payOrgId: at.two.id },
      honours: ['backbone_city', 'teaching_expert_county'],
    })
    expect(await db.qualification.findMany()).toMatchObject([{ certificateNo: '20103710000001' }])
    expect((await roster(db, first, more, [], at)).batch.counts).toMatchObject({ unchanged: 1 })

    const before = await registryDigest(db)
    const tables = async () => [
      await db.honourPeriod.findMany({ orderBy: { id: 'asc' } }),
      await db.qualification.findMany(),
    ]
    const kept = await tables()
    const edited = row('第一中学', '', '市级骨干教师、省级教学能手', '高级中学教师资格', '20103710000001')
    const second = await roster(db, edited, more, ['honoursComplete'], at)
    const { items } = await shown(db, at.actor, second.batch.id, { outcome: 'changed' })
    expect(items[0]?.changes).toEqual([
      { field: '编制单位', before: '第二中学', after: '第一中学' },
      { field: '荣誉称号', before: '市级骨干教师、县级教学能手', after: '市级骨干教师、省级教学能手' },
      { field: '教师资格种类', before: '初级中学教师资格', after: '高级中学教师资格' },
    ])
    await committed(db, at.actor, second.batch.id)
    const now = await db.rosterEntry.findFirstOrThrow({ orderBy: { validFrom: 'desc' } })
    expect(now).toMatchObject({
      ...{ establishmentOrgId: at.one.id, payOrgId: at.two.id },
      honours: ['backbone_city', 'teaching_expert_province'],
    })
    await undone(db, at.actor, second.batch.id)
    expect(await registryDigest(db)).toEqual(before)
    expect(await tables()).toEqual(kept)
  })

  test('a unit beyond the county stays where it stands, and is nobody’s new one', async ({ db }) => {
    const at = await place(db)
    const person = await buildPerson(db, {
      name: '张伟',
      idNumber: id(1),
      birthDate: '1985-07-01',
      sex: '2',
      appointment: { workOrgId: at.one.id },
    })
    await db.appointment.updateMany({
      where: { personId: person.id },
      data: { establishmentOrgId: at.far.id, payOrgId: at.far.id, subject: 'chinese' },
    })
    const units = { establishmentOrgName: '编制单位', payOrgName: '发薪单位' }
    const same = await roster(db, row('远方中学', '远方中学'), units, [], at)
    expect(same.batch.counts).toMatchObject({ unchanged: 1 })
    const rest = [
      ['第一中学', '王芳', id(2), '语文', '远方中学', ''],
      ['第一中学', '赵敏', id(3), '语文', '没有的单位', ''],
    ]
    const fresh = await roster(db, rest, units, [], at)
    expect(fresh.batch.counts).toMatchObject({ conflict: 1, rejected: 1 })
    expect(await codesOf(db, at.actor, fresh.batch.id, 'conflict')).toEqual({ 2: ['unit_outside_scope'] })
    expect(await codesOf(db, at.actor, fresh.batch.id, 'rejected')).toEqual({ 3: ['unit_unknown'] })
  })
})
