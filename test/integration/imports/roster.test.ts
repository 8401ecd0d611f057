/** A bureau's own roster: what is taken, what is refused and why, what is in conflict, what changes. */
import { PassThrough } from 'node:stream'
import { describe, expect } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { previewOf } from '#app/platform/imports/batch.queries.server.ts'
import { suggestProfile } from '#app/platform/imports/mapping.server.ts'
import { rejectedSheet } from '#app/platform/imports/sheets.server.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import { openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { checked, codesOf, committed, csv, registryDigest, shown, undone, uploadOf } from './steps.ts'

const mapping = {
  name: '姓名',
  idNumber: '身份证号',
  birthDate: '出生年月',
  orgName: '学校',
  subject: '任教学科',
  titleLevel: '职称',
  joinedOn: '来校时间',
  onEstablishment: '是否在编',
}
const headings = Object.values(mapping)
const id = (sequence: number, birth = '1985-07-01') => madeResidentId(birth, sequence)

type Place = { county: string; school: string; other: string; actor: Actor }

async function place(db: PrismaClient): Promise<Place> {
  const county = await buildCounty(db, { name: '示例县' })
  const school = await buildSchool(db, { parentId: county.id, name: '第一中学' })
  const other = await buildSchool(db, { parentId: county.id, name: '第二中学' })
  return {
    county: county.id,
    school: school.id,
    other: other.id,
    actor: await actorWith(db, 'registrar', county.id),
  }
}

const good = (name: string, sequence: number, given: Partial<typeof mapping> = {}) => {
  const row = {
    name,
    idNumber: id(sequence),
    birthDate: '1985.7',
    orgName: '第一中学',
    subject: '数学',
    titleLevel: '一级教师',
    joinedOn: '2010.9',
    onEstablishment: '是',
    ...given,
  }
  return Object.keys(mapping).map((key) => row[key as keyof typeof row])
}

describe('rows', () => {
  test('are taken in every spelling that means one thing', async ({ db }) => {
    const { county, actor } = await place(db)
    const fifteen = id(7).slice(0, 6) + id(7).slice(8, 17)
    const lower = [...Array(400).keys()].map((n) => id(n)).find((number) => number.endsWith('X')) ?? ''
    const wide = [...id(11)].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')
    const rows = [
      good('张三', 1),
      good('李四', 7, { idNumber: fifteen }),
      good('王五', 0, { idNumber: lower.toLowerCase() }),
      good('赵六', 0, { idNumber: wide, birthDate: '1985年7月1日' }),
      good('𠮷田𬍛', 21, { orgName: '示例县第一中学', birthDate: '85/7/1', joinedOn: '40422' }),
    ]
    const batch = await checked(db, actor, uploadOf(csv(headings, rows), county), { mapping })
    expect(await codesOf(db, actor, batch.id, 'rejected')).toEqual({})
    expect(batch.counts).toMatchObject({ rows: 5, new: 5 })
    const after = await committed(db, actor, batch.id)
    expect(after.state).toBe('committed')
    const people = await db.person.findMany({
      include: { appointments: true, titles: true },
      orderBy: { id: 'asc' },
    })
    expect(people.map(({ name }) => name)).toEqual(['张三', '李四', '王五', '赵六', '𠮷田𬍛'])
    for (const { appointments, titles, birthDate } of people) {
      expect(birthDate?.toISOString().slice(0, 10)).toBe('1985-07-01')
      expect(appointments).toHaveLength(1)
      expect(appointments[0]?.establishmentOrgId).toBe(appointments[0]?.workOrgId)
      expect(titles.map(({ titleLevel }) => titleLevel)).toEqual(['level_1'])
    }
  })

  test('are refused with the reason, the others are not', async ({ db }) => {
    const { county, actor } = await place(db)
    const wrongDigit = id(1).slice(0, 17) + (id(1).endsWith('1') ? '2' : '1')
    const rows = [
      good('张三', 1),
      good('李四', 2, { idNumber: wrongDigit }),
      good('', 3),
      good('王😀', 4),
      good('名'.repeat(60), 5),
      good('赵六', 6, { orgName: '不存在中学' }),
      good('钱七', 7, { subject: '炼金术' }),
      good('孙八', 8, { joinedOn: '2031.9' }),
      good('周九', 9, { joinedOn: '1980.2.30' }),
      good('吴十', 1),
      good('郑一', 10, { birthDate: '1990.3' }),
      good('冯二', 11, { idNumber: '' }),
      good('陈三', 12, { idNumber: '12345' }),
    ]
    const batch = await checked(db, actor, uploadOf(csv(headings, rows), county), { mapping })
    expect(await codesOf(db, actor, batch.id, 'rejected')).toEqual({
      3: ['id_check_digit'],
      4: ['name_empty'],
      5: ['emoji'],
      6: ['name_too_long'],
      7: ['org_unknown'],
      8: ['code_unknown'],
      9: ['date_in_future'],
      10: ['date_no_such_day'],
      11: ['duplicate_in_file'],
      13: ['id_empty'],
      14: ['id_length'],
    })
    expect(batch.counts).toMatchObject({ new: 2, rejected: 11, warned: 1 })
    const preview = await previewOf(db, actor, batch.id)
    expect(preview?.unknownCodes).toEqual([{ field: 'subject', value: '炼金术', count: 1 }])
  })

  test('come back to the sender with the reason and the name beside', async ({ db }) => {
    const { county, actor } = await place(db)
    const rows = [good('张三', 1), good('钱七', 7, { subject: '炼金术' })]
    const batch = await checked(db, actor, uploadOf(csv(headings, rows), county), { mapping })
    const out = new PassThrough()
    const chunks: Buffer[] = []
    out.on('data', (chunk: Buffer) => chunks.push(chunk))
    expect(await rejectedSheet(db, actor, batch.id, 'zh-CN', out)).toMatchObject({ ok: true, rows: 1 })
    const read = await openSheet({ bytes: Buffer.concat(chunks) })
    if (!read.ok) throw new Error(read.problem.code)
    expect(read.sheet.headings).toEqual([...headings, '导入未通过的原因'])
    for await (const step of read.sheet.batches()) {
      const rest = [...((step.ok && step.rows[0]?.cells) || [])]
      const reason = rest.pop()
      expect(reason).toContain('钱七：')
      expect(reason).toContain('炼金术')
      expect(rest).toEqual(rows[1])
    }
  })
})

describe('identity numbers', () => {
  test('stand nowhere in plain, and are masked in the preview', async ({ db }) => {
    const { county, actor } = await place(db)
    const batch = await checked(db, actor, uploadOf(csv(headings, [good('张三', 1)]), county), { mapping })
    const [row] = await db.$queryRaw<{ text: string }[]>`select r::text as text from staff_import_row r`
    expect(row?.text).not.toContain(id(1))
    const { items } = await shown(db, actor, batch.id, { outcome: 'new' })
    expect(items[0]?.note).toBe(`371599********${id(1).slice(-4)}`)
    const suggested = await suggestProfile(db, actor, batch.id)
    expect(JSON.stringify(suggested)).not.toContain(id(1))
    await committed(db, actor, batch.id)
    const trail = await db.auditEntry.findMany()
    expect(
      JSON.stringify(trail, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain(id(1))
  })
})

describe('people who are there', () => {
  test('are changed with history, left alone where a cell is empty, and put back by undo', async ({ db }) => {
    const { county, school, other, actor } = await place(db)
    const person = await buildPerson(db, {
      name: '张三',
      idNumber: id(1),
      birthDate: '1985-07-01',
      appointment: {
        workOrgId: school,
        validFrom: '2010-09-01',
        subject: 'mathematics',
        establishmentOrgId: school,
      },
    })
    const before = await registryDigest(db)
    const rows = [good('张三', 1, { orgName: '第二中学', subject: '', titleLevel: '高级教师' })]
    const batch = await checked(db, actor, uploadOf(csv(headings, rows), county), { mapping })
    expect(batch.counts).toMatchObject({ changed: 1, moved: 1 })
    const { items } = await shown(db, actor, batch.id, { outcome: 'changed' })
    expect(items[0]?.changes).toContainEqual({ field: '单位名称', before: '第一中学', after: '第二中学' })
    await committed(db, actor, batch.id)
    const posts = await db.appointment.findMany({
      where: { personId: person.id },
      orderBy: { validFrom: 'asc' },
    })
    expect(posts.map(({ workOrgId, subject }) => [workOrgId, subject])).toEqual([
      [school, 'mathematics'],
      [other, 'mathematics'],
    ])
    expect(posts[1]?.establishmentOrgId).toBe(other)
    expect((await undone(db, actor, batch.id)).state).toBe('undone')
    expect(await registryDigest(db)).toEqual(before)
  })

  test('are in conflict where the file cannot be right', async ({ db }) => {
    const { county, school, actor } = await place(db)
    const elsewhere = await buildSchool(db)
    await buildPerson(db, { name: '张三', idNumber: id(1), appointment: { workOrgId: elsewhere.id } })
    await buildPerson(db, { name: '李肆', idNumber: id(3), appointment: { workOrgId: school } })
    await buildPerson(db, {
      name: '王五',
      idNumber: id(5),
      appointment: { workOrgId: school, validFrom: '2010-09-01', validTo: '2027-09-01' },
    })
    const rows = [good('张三', 1), good('李四', 3), good('王五', 5, { orgName: '第二中学' })]
    const batch = await checked(db, actor, uploadOf(csv(headings, rows), county), { mapping })
    expect(await codesOf(db, actor, batch.id, 'conflict')).toEqual({
      2: ['works_elsewhere'],
      3: ['name_differs'],
      4: ['later_history'],
    })
  })
})

describe('who may', () => {
  test('not a reader, not the neighbour, not upwards', async ({ db }) => {
    const prefecture = await buildPrefecture(db)
    const county = await buildCounty(db, { parentId: prefecture.id })
    const neighbour = await buildCounty(db, { parentId: prefecture.id })
    const text = csv(headings, [good('张三', 1)])
    const refusalFor = async (actor: Actor, organisationId: string) =>
      createBatch(db, actor, uploadOf(text, organisationId))
    const forbidden = { ok: false, reason: 'forbidden' }
    expect(await refusalFor(await actorWith(db, 'leader', county.id), county.id)).toEqual(forbidden)
    expect(await refusalFor(await actorWith(db, 'school_office', county.id), county.id)).toEqual(forbidden)
    const registrar = await actorWith(db, 'registrar', county.id)
    expect(await refusalFor(registrar, neighbour.id)).toEqual(forbidden)
    expect(await refusalFor(registrar, prefecture.id)).toEqual(forbidden)
    const own = await refusalFor(registrar, county.id)
    const other = await actorWith(db, 'registrar', neighbour.id)
    if (own.ok) expect(await previewOf(db, other, own.batchId)).toBeNull()
    expect(own.ok).toBe(true)
  })
})
