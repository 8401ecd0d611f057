/** The list: who is on it for whom and when, how it is found, and that paging misses and repeats nobody. */
import { describe, expect } from 'vitest'
import { canReadStaff } from '#app/modules/registry/access.ts'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { listRoster, streamRoster } from '#app/modules/registry/roster.queries.server.ts'
import { EVERYBODY, type RosterFilter } from '#app/modules/registry/roster.ts'
import { ROSTER_SORTS, type RosterCursor } from '#app/modules/registry/roster-sort.ts'
import { readableStaff } from '#app/modules/registry/roster-where.sql.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import {
  actor,
  actorWith,
  buildAppointment,
  buildCounty,
  buildHonour,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildStatus,
  buildTitle,
  buildTownship,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const namesOn = async (db: Db, who: Actor, given: Partial<RosterFilter> = {}) => {
  const page = await listRoster(db, who, { ...EVERYBODY, ...given })
  return page.rows.map((row) => row.name)
}

describe('paging', () => {
  test.for(
    ROSTER_SORTS.flatMap((sort) => [
      { sort, descending: false },
      { sort, descending: true },
    ]),
  )('visits everybody once, there and back, by $sort (descending: $descending)', async (order, { db }) => {
    const school = await buildSchool(db)
    const reader = await actorWith(db, 'leader', school.id)
    const people: string[] = []
    // Equal names, equal dates, unknown birth dates: every order has ties.
    for (let i = 0; i < 17; i++) {
      const birthDate = i % 4 === 0 ? null : `19${70 + (i % 3)}-05-01`
      const name = ['王秀英', '李伟', '阿卜杜拉·买买提', '𠮷永强'][i % 4]
      const validFrom = i % 2 === 0 ? '2010-09-01' : '2015-09-01'
      people.push(
        (await buildPerson(db, { name, birthDate, appointment: { workOrgId: school.id, validFrom } })).id,
      )
    }
    const filter = { ...EVERYBODY, ...order, pageSize: 5 }
    const forth: string[] = []
    let cursor: RosterCursor | null = null
    let last: RosterCursor | null = null
    for (;;) {
      const page = await listRoster(db, reader, { ...filter, cursor })
      forth.push(...page.rows.map((row) => row.personId))
      expect(page.previousCursor === null).toBe(cursor === null)
      last = page.previousCursor
      cursor = page.nextCursor
      if (!cursor) break
    }
    expect([...forth].sort()).toEqual([...people].sort())
    expect(new Set(forth).size).toBe(people.length)

    const back: string[] = []
    while (last) {
      const page = await listRoster(db, reader, { ...filter, cursor: last })
      back.unshift(...page.rows.map((row) => row.personId))
      expect(page.nextCursor).not.toBeNull()
      last = page.previousCursor
    }
    expect(back).toEqual(forth.slice(0, back.length))
    expect(back).toHaveLength(15)

    const streamed: string[] = []
    for await (const rows of streamRoster(db, reader, filter))
      streamed.push(...rows.map((row) => row.personId))
    expect(streamed).toEqual(forth)
  })
})

test.for([
  ['王', false, /^王/],
  ['wang', false, /^[王汪W]/],
  ['wang', true, /^[王汪W]/],
  ['w', false, /^[王汪吴W]/],
  ['wl', false, /^.[丽磊]|^Wang/],
  ['wl', true, /^.[丽磊]|^Wang/],
] as const)(
  'a search for %s by name (descending: %s) shows first whose name begins so, and everybody once',
  async ([q, descending, beginsSo], { db }) => {
    const school = await buildSchool(db)
    const reader = await actorWith(db, 'leader', school.id)
    const names = [
      '李旺',
      '王伟',
      '赵希望',
      '汪洋',
      '王秀英',
      '周王旗',
      'Wang Lei',
      '吴望',
      '王丽英',
      '吴磊',
      '李文丽',
    ]
    for (const name of [...names, ...names])
      await buildPerson(db, { name, appointment: { workOrgId: school.id } })
    const filter = { ...EVERYBODY, q, descending, pageSize: 3 }
    const forth: string[] = []
    let last: RosterCursor | null = null
    let cursor: RosterCursor | null = null
    do {
      const page = await listRoster(db, reader, { ...filter, cursor })
      forth.push(...page.rows.map((row) => row.personId))
      last = page.previousCursor
      cursor = page.nextCursor
      expect(page.total.count).toBeGreaterThanOrEqual(forth.length)
    } while (cursor)
    const whole = await listRoster(db, reader, { ...filter, pageSize: 50 })
    expect(forth).toEqual(whole.rows.map((row) => row.personId))
    expect(new Set(forth).size).toBe(whole.total.count)
    const begins = whole.rows.map((row) => beginsSo.test(row.name))
    expect(begins).toEqual([...begins].sort((a, b) => Number(b) - Number(a)))

    const back: string[] = []
    while (last) {
      const page = await listRoster(db, reader, { ...filter, cursor: last })
      back.unshift(...page.rows.map((row) => row.personId))
      last = page.previousCursor
    }
    expect(back).toEqual(forth.slice(0, back.length))
    const streamed: string[] = []
    for await (const rows of streamRoster(db, reader, filter, 'staff:read', 3))
      streamed.push(...rows.map((row) => row.personId))
    expect(streamed).toEqual(forth)
  },
)

describe('scope', () => {
  test('a county sees its own, a school its own, the prefecture all, somebody without a grant nobody', async ({
    db,
  }) => {
    const prefecture = await buildPrefecture(db)
    const [east, west] = [
      await buildCounty(db, { parentId: prefecture.id }),
      await buildCounty(db, { parentId: prefecture.id }),
    ]
    const township = await buildTownship(db, { parentId: east.id })
    const school = await buildSchool(db, { parentId: township.id })
    const other = await buildSchool(db, { parentId: west.id })
    await buildPerson(db, { name: '东一', appointment: { workOrgId: school.id } })
    await buildPerson(db, { name: '西一', appointment: { workOrgId: other.id } })
    for (const [place, seen] of [
      [prefecture, ['东一', '西一']],
      [east, ['东一']],
      [township, ['东一']],
      [school, ['东一']],
      [west, ['西一']],
    ] as const) {
      const reader = await actorWith(db, 'leader', place.id)
      expect((await namesOn(db, reader)).sort()).toEqual([...seen].sort())
      expect(await namesOn(db, reader, { orgs: [west.id] })).toEqual(seen.filter((name) => name === '西一'))
    }
    expect(await namesOn(db, actor())).toEqual([])
  })

  test('the SQL twin agrees with canReadStaff for every role and place', async ({ db }) => {
    const prefecture = await buildPrefecture(db)
    const county = await buildCounty(db, { parentId: prefecture.id })
    const schools = [
      await buildSchool(db, { parentId: county.id }),
      await buildSchool(db, { parentId: prefecture.id }),
    ]
    const people = []
    for (const school of schools) {
      const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
      people.push({ personId: person.id, lineage: school.lineage })
    }
    const readers: Actor[] = [actor(), actor({ personId: people[0]?.personId ?? null })]
    for (const role of ['administrator', 'registrar', 'school_office', 'leader', 'inspector'] as const) {
      for (const place of [prefecture, county, ...schools]) readers.push(await actorWith(db, role, place.id))
    }
    for (const reader of readers) {
      const rows = await db.$queryRaw<{ id: string }[]>`
        select e.person_id as id from roster_entry e where ${await readableStaff(db, reader)}`
      const allowed = people.filter((person) => canReadStaff(reader, person)).map((person) => person.personId)
      expect(rows.map((row) => row.id).sort()).toEqual(allowed.sort())
    }
  })
})

describe('finding', () => {
  test.for([
    ['秀英', ['王秀英']],
    ['王', ['王秀英', '王伟']],
    ['wangxiu', ['王秀英']],
    ['Wang Wei', ['王伟']],
    ['wxy', ['王秀英']],
    ['单', ['单雪']],
    ['shan', ['单雪']],
    ['zzz', []],
    ["'; drop table person; --", []],
    ['& | ! ( ) :*', []],
  ] as [string, string[]][])('%s → %s', async ([q, found], { db }) => {
    const school = await buildSchool(db)
    for (const name of ['王秀英', '王伟', '李娜', '单雪']) {
      await buildPerson(db, { name, appointment: { workOrgId: school.id } })
    }
    const reader = await actorWith(db, 'leader', school.id)
    expect((await namesOn(db, reader, { q })).sort()).toEqual([...found].sort())
  })

  test('by staff number, employer number and identity number, within the scope only', async ({ db }) => {
    const school = await buildSchool(db)
    const idNumber = madeResidentId('1985-06-15', 122)
    const person = await buildPerson(db, {
      idNumber,
      employerNumber: 'A-1024',
      appointment: { workOrgId: school.id },
    })
    const reader = await actorWith(db, 'leader', school.id)
    const stranger = await actorWith(db, 'registrar', (await buildCounty(db)).id)
    for (const q of [person.staffNumber, person.staffNumber.toLowerCase(), 'A-1024', idNumber]) {
      expect(await namesOn(db, reader, { q })).toEqual([person.name])
      expect(await namesOn(db, stranger, { q })).toEqual([])
    }
    expect(await namesOn(db, reader, { q: madeResidentId('1985-06-15', 124) })).toEqual([])
  })

  test('by every filter', async ({ db }) => {
    const school = await buildSchool(db)
    const reader = await actorWith(db, 'leader', school.id)
    const post = { workOrgId: school.id, validFrom: '2016-11-24' }
    const { id: personId } = await buildPerson(db, {
      name: '甲',
      birthDate: '1980-11-23',
      appointment: { ...post, stage: 'junior', subject: 'music', schoolPost: 'principal', postCategory: '1' },
    })
    await buildTitle(db, { personId, titleLevel: 'senior' })
    await buildHonour(db, { personId, honour: 'backbone_county' })
    await buildPerson(db, { name: '乙', birthDate: null, appointment: { ...post, validFrom: '2026-09-01' } })
    const { id: away } = await buildPerson(db, {
      name: '丙',
      appointment: { ...post, establishmentOrgId: null },
    })
    await buildStatus(db, { personId: away, status: 'retired', validFrom: '2020-01-01' })
    const on = { asOf: '2026-11-23' }
    const found = (filter: Partial<RosterFilter>) => namesOn(db, reader, { ...on, ...filter })
    for (const filter of [
      { stage: 'junior' },
      { subject: 'music' },
      { title: 'senior' },
      { honour: 'backbone_county' },
      { post: '1' },
      { schoolPost: 'principal' },
      { ageFrom: 46, ageTo: 46 },
      { yearsFrom: 9, yearsTo: 9 },
    ] satisfies Partial<RosterFilter>[]) {
      expect(await found(filter), JSON.stringify(filter)).toEqual(['甲'])
    }
    expect(await found({ ageFrom: 47 })).toEqual([])
    expect(await found({ yearsFrom: 10, yearsTo: 10 })).toEqual([])
    expect(await found({ title: 'none' })).toEqual(['乙'])
    expect(await found({ status: 'retired' })).toEqual(['丙'])
    expect(await found({ status: 'all' })).toHaveLength(3)
    expect(await found({ status: 'all', onEstablishment: false })).toEqual(['丙'])
    const { total } = await listRoster(db, reader, { ...EVERYBODY, ...on })
    expect(total).toEqual({ count: 2, more: false })
  })
})

test('the list as of a day shows who was where then', async ({ db }) => {
  const county = await buildCounty(db)
  const [first, second] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
  ]
  const { id: personId } = await buildPerson(db, {
    name: '甲',
    appointment: { workOrgId: first.id, validFrom: '2010-09-01', validTo: '2020-09-01' },
  })
  await buildAppointment(db, { personId, workOrgId: second.id, validFrom: '2020-09-01' })
  const [atFirst, atSecond] = [
    await actorWith(db, 'leader', first.id),
    await actorWith(db, 'leader', second.id),
  ]
  expect(await namesOn(db, atFirst, { asOf: '2020-08-31' })).toEqual(['甲'])
  expect(await namesOn(db, atSecond, { asOf: '2020-08-31' })).toEqual([])
  expect(await namesOn(db, atFirst, { asOf: '2020-09-01' })).toEqual([])
  expect(await namesOn(db, atSecond, { asOf: '2020-09-01' })).toEqual(['甲'])
  expect(await namesOn(db, atFirst, { asOf: '2010-08-31' })).toEqual([])
})
