/** How people stand, kept: figures equal what a count of everybody gives, whatever was written between. */
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { keepSome } from '#app/modules/training/overview/keep.server.ts'
import {
  figuresBelow,
  figuresOf,
  figureYears,
  listOutlooks,
  overviewPlace,
  streamOutlooks,
} from '#app/modules/training/overview/overview.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const any = { state: null, subject: null, age: null, place: null, why: null }

async function keepAll(db: PrismaClient, day: string): Promise<void> {
  while (!(await keepSome(db, day))) {
    // Until nobody is left.
  }
}

async function city(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const counties = [
    await buildCounty(db, { parentId: prefecture.id }),
    await buildCounty(db, { parentId: prefecture.id }),
  ]
  const schools = []
  for (const county of counties) {
    for (const placeType of ['urban', 'village'])
      schools.push(await buildSchool(db, { parentId: county.id, placeType }))
  }
  const people = []
  for (const school of schools) {
    for (const subject of ['chinese', 'mathematics', null]) {
      const appointment = { workOrgId: school.id, subject, staffCategory: 'full_time_teacher' }
      people.push(await buildPerson(db, { appointment }))
    }
  }
  return { prefecture, counties, schools, people }
}

let slot = 0
async function give(db: PrismaClient, personId: string, orgId: string, tenths: number, year: number) {
  const id = newId()
  await db.trainingEntry.create({
    data: {
      ...{
        id,
        personId,
        orgId,
        kind: 'online',
        level: 'city',
        category: 'ict',
        title: '研修',
        part: 'spread',
        tenths,
      },
      ...{ evidence: 'applied', year, state: 'approved', decidedAt: new Date(), decidedByName: 'test' },
      ...{
        startsOn: new Date(Date.UTC(year, 2, 1 + (slot++ % 20))),
        lastDay: new Date(Date.UTC(year, 2, 21)),
      },
    },
  })
  await db.trainingLine.create({
    data: {
      ...{
        id: newId(),
        personId,
        entryId: id,
        kind: 'decision',
        tenths,
        year,
        level: 'city',
        category: 'ict',
      },
      byName: 'test',
    },
  })
}

/** Counted from the outlooks themselves, another way. */
async function counted(db: PrismaClient, orgIds: readonly string[]) {
  const found = await db.$queryRawUnsafe<object[]>(
    `select o.id as org, x.year, d.dimension, d.value, x.state, count(*)::int as people
     from organisation o join training_outlook x on o.id in (x.org_id, x.county_id, x.prefecture_id)
     cross join lateral (select 'all' as dimension, '' as value union all select 'subject', x.subject
       union all select 'age', x.age_band union all select 'place', x.place_type
       union all select 'why', x.why where x.why <> '') d
     where o.id = any($1::uuid[]) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    orgIds,
  )
  return found
}

const kept = (db: PrismaClient, orgIds: readonly string[]) =>
  db.$queryRawUnsafe<object[]>(
    `select org_id as org, year, dimension, value, state, people from training_figure
     where org_id = any($1::uuid[]) and people > 0 order by 1, 2, 3, 4, 5`,
    orgIds,
  )

describe('figures', () => {
  test('equal a count of everybody after any writes', { timeout: 120_000 }, async ({ db }) => {
    const { prefecture, counties, schools, people } = await city(db)
    const orgs = [prefecture.id, ...[...counties, ...schools].map(({ id }) => id)]
    await keepAll(db, '2025-12-31')
    const act = fc.record({
      who: fc.nat(people.length - 1),
      tenths: fc.integer({ min: 1, max: 2000 }),
      year: fc.integer({ min: 2021, max: 2026 }),
      gone: fc.nat(9),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (acts, isNextDay) => {
          for (const { who, tenths, year, gone } of acts) {
            const person = people[who]
            if (!person) continue
            const { workOrgId } = await db.appointment.findFirstOrThrow({
              where: { personId: person.id, isMain: true },
            })
            await give(db, person.id, workOrgId, tenths, year)
            if (gone === 0) {
              await db.$executeRaw`update roster_entry set status = 'left' where person_id = ${person.id}::uuid`
            }
          }
          await keepAll(db, isNextDay ? '2026-11-28' : '2026-11-27')
          expect(await kept(db, orgs)).toEqual(await counted(db, orgs))
        },
      ),
      { numRuns: 12 },
    )
    // What a year that is over left behind stays.
    expect(await figureYears(db, prefecture.id)).toEqual([2026, 2025])
  })

  test('follow the ledger the same day, and the prefecture is the sum of its schools', async ({ db }) => {
    const { prefecture, counties, schools, people } = await city(db)
    await keepAll(db, '2026-11-28')
    const of = async (id: string, state: string) =>
      (await figuresOf(db, id, 2026)).find((one) => one.dimension === 'all' && one.state === state)?.people ??
      0
    const before = await of(prefecture.id, 'met')
    const [person, school] = [people[0], schools[0]]
    if (!person || !school) throw new Error('nobody')
    // Two years of a cycle that began in 2026 for everybody: the whole of it at once.
    await give(db, person.id, school.id, 3600, 2026)
    await keepAll(db, '2026-11-28')
    expect(await of(prefecture.id, 'met')).toBe(before + 1)
    const place = { ...prefecture, lineage: [] }
    const below = await figuresBelow(db, place, 2026)
    const whole = (await figuresOf(db, prefecture.id, 2026)).filter((one) => one.dimension === 'all')
    expect(below.reduce((all, { people: one }) => all + one, 0)).toBe(
      whole.reduce((all, one) => all + one.people, 0),
    )
    expect(new Set(below.map(({ orgId }) => orgId))).toEqual(new Set(counties.map(({ id }) => id)))
  })

  test('lead to exactly those people, within the reader’s reach, page by page', async ({ db }) => {
    const { counties, schools } = await city(db)
    await keepAll(db, '2026-11-28')
    const [county, school] = [counties[0], schools[0]]
    if (!county || !school) throw new Error('no place')
    const registrar = await actorWith(db, 'registrar', county.id)
    const filter = { ...any, year: 2026, orgId: null }
    const { rows } = await listOutlooks(db, registrar, filter, null)
    expect(rows).toHaveLength(6)
    expect(rows.map(({ missing }) => missing)).toEqual(
      rows.map(({ missing }) => missing).toSorted((a, b) => b - a),
    )
    const ofSubject = await listOutlooks(db, registrar, { ...filter, subject: 'chinese' }, null)
    expect(ofSubject.rows.map(({ subject }) => subject)).toEqual(['chinese', 'chinese'])
    expect((await listOutlooks(db, registrar, { ...filter, subject: '' }, null)).rows).toHaveLength(2)
    const first = rows[0]
    if (!first) throw new Error('nobody')
    const cursor = {
      sort: 'missing',
      value: String(first.missing),
      id: first.personId,
      towards: 'next',
    } as const
    expect((await listOutlooks(db, registrar, filter, cursor)).rows).toEqual(rows.slice(1))
    const all = []
    for await (const some of streamOutlooks(db, registrar, { ...filter, orgId: school.id })) all.push(...some)
    expect(all.map((one) => one.school)).toEqual([school.name, school.name, school.name])
    const office = await actorWith(db, 'school_office', school.id)
    expect((await listOutlooks(db, office, filter, null)).rows).toHaveLength(3)
    expect(await overviewPlace(db, office, null)).toMatchObject({ id: school.id })
    expect(await overviewPlace(db, office, county.id)).toBeNull()
  })

  testOnServer('two processes at once count nobody twice', async ({ db }) => {
    const { prefecture } = await city(db)
    await Promise.all([keepAll(db, '2026-11-28'), keepAll(db, '2026-11-28')])
    await keepAll(db, '2026-11-28')
    expect(await kept(db, [prefecture.id])).toEqual(await counted(db, [prefecture.id]))
  })
})
