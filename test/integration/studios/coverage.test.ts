/** Coverage of needy schools: what counts, where it is missing, in which order; against a count by hand on random visits. */
import { expect } from 'vitest'
import { type CoverageAsked, listCoverage } from '#app/modules/studios/coverage/coverage.queries.server.ts'
import { termsUntil } from '#app/modules/studios/coverage/coverage.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { buildActivity, buildStudio } from '#test/factories/studios.ts'
import { test } from '#test/harness/db.ts'

const TODAY = '2027-05-10'
const TERMS = termsUntil(TODAY, 4)
const SHARE = 0.5
const asked: CoverageAsked = {
  ...{ day: TODAY, terms: TERMS, need: 4, share: SHARE, countyId: null, stage: null, near: null },
}

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const school = (placeType: string) => buildSchool(db, { parentId: county.id, placeType })
  const schools = [await school('220'), await school('210'), await school('220'), await school('121')]
  const town = await school('111')
  const [, , , weak] = schools
  const designation = { organisationId: weak?.id ?? '', kind: 'weak', validFrom: new Date('2026-01-01') }
  await db.organisationDesignation.create({ data: { id: newId(), ...designation } })
  const studio = await buildStudio(db, { orgId: county.id, schoolId: town.id, validFrom: '2020-09-01' })
  const people = await Promise.all(Array.from({ length: 4 }, () => buildPerson(db)))
  const city = await actorWith(db, 'registrar', prefecture.id)
  return { db, prefecture, county, schools, town, studio, people: people.map(({ id }) => id), city }
}
type World = Awaited<ReturnType<typeof world>>

type Visit = {
  hostId: string
  state: string
  startsAt: Date
  subject: string
  heard: number
  answered: number
}

async function visit({ db, studio, people }: World, given: Visit) {
  const { hostId, state, startsAt, subject, heard, answered } = given
  const { id: activityId } = await buildActivity(db, { studioId: studio.id, hostId, state, startsAt })
  await db.studioActivity.update({ where: { id: activityId }, data: { subject } })
  await db.studioAttendance.createMany({
    data: people.slice(0, heard).map((personId, at) => ({
      ...{ activityId, personId, orgId: hostId, part: 'listener' },
      ...(at < answered && { use: 'used', useAt: startsAt }),
    })),
  })
}

test('what counts is what school and teachers have said so, in its term, as by hand', async ({ db }) => {
  const here = await world(db)
  const { schools, town, city } = here
  // A fixed spread over hosts, states, days, subjects and answers, so that every rule is tried at its edge.
  const days = [
    '2025-08-31T15:59:00Z',
    '2025-08-31T16:00:00Z',
    '2026-01-31T15:59:00Z',
    '2026-03-02T02:00:00Z',
    '2027-01-31T16:00:00Z',
    '2027-05-10T02:00:00Z',
  ]
  const visits = Array.from({ length: 60 }, (_, at): Visit => {
    const heard = at % 5
    const host = [...schools.slice(0, 3), town][at % 4]
    return {
      hostId: host?.id ?? '',
      state: at % 7 === 0 ? 'held' : 'confirmed',
      startsAt: new Date(days[(at * 5) % days.length] ?? ''),
      subject: ['chinese', 'mathematics', 'english'][(at * 3 + (at % 2)) % 3] ?? '',
      ...{ heard, answered: Math.min(heard, at % 3) },
    }
  })
  for (const one of visits) await visit(here, one)
  const counts = ({ state, heard, answered, startsAt }: Visit) =>
    state === 'confirmed' &&
    heard > 0 &&
    answered >= SHARE * heard &&
    startsAt >= new Date('2025-08-31T16:00:00Z')
  const termAt = (moment: Date) => {
    const day = new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    return TERMS.findIndex(({ from, to }) => from <= day && day < to)
  }
  const { rows, totals } = await listCoverage(db, city, asked, null)
  expect(rows.map(({ id }) => id).toSorted()).toEqual(schools.map(({ id }) => id).toSorted())
  for (const row of rows) {
    const expected = new Map<string, number>()
    for (const one of visits.filter(({ hostId }) => hostId === row.id).filter(counts)) {
      const key = `${one.subject} ${termAt(one.startsAt)}`
      expected.set(key, (expected.get(key) ?? 0) + 1)
    }
    expect(Object.fromEntries(row.cells.map(([subject, term, n]) => [`${subject} ${term}`, n]))).toEqual(
      Object.fromEntries(expected),
    )
    expect(row.got).toBe([...expected.values()].reduce((sum, one) => sum + one, 0))
  }
  const missing = rows.map(({ got }) => Math.max(4 - got, 0))
  expect(missing).toEqual(missing.toSorted((a, b) => b - a))
  expect(totals).toEqual({
    schools: 4,
    missing: missing.filter((one) => one > 0).length,
    unvisited: rows.filter(({ got }) => got === 0).length,
    visits: rows.reduce((sum, { got }) => sum + got, 0),
  })
})

test('an answer taken back, or a teacher taken out, counts no more', async ({ db }) => {
  const here = await world(db)
  const [village] = here.schools
  const host = { hostId: village?.id ?? '', state: 'confirmed', startsAt: new Date('2027-03-10T02:00:00Z') }
  await visit(here, { ...host, subject: 'chinese', heard: 2, answered: 1 })
  const kept = () => db.studioActivity.findFirstOrThrow({ select: { heard: true, answered: true } })
  expect(await kept()).toEqual({ heard: 2, answered: 1 })
  await db.studioAttendance.updateMany({ data: { use: 'will', useAt: new Date() } })
  expect(await kept()).toEqual({ heard: 2, answered: 2 })
  await db.studioAttendance.deleteMany({ where: { personId: here.people[0] ?? '' } })
  expect(await kept()).toEqual({ heard: 1, answered: 1 })
})

test('the nearest come first where a studio is named, those nobody has placed last', async ({ db }) => {
  const here = await world(db)
  const [near, far, unknown] = here.schools
  const at = (orgId = '', latitude = 0) =>
    db.exchangeSchoolPlace.create({ data: { orgId, latitude, longitude: 116 } })
  await at(near?.id, 36.1)
  await at(far?.id, 36.9)
  await db.organisationDesignation.deleteMany({})
  const { rows } = await listCoverage(
    db,
    here.city,
    { ...asked, near: { latitude: 36, longitude: 116 } },
    null,
  )
  expect(rows.map(({ id }) => id)).toEqual([near?.id, far?.id, unknown?.id])
  expect(rows.map(({ km }) => (km === null ? null : Math.round(km)))).toEqual([11, 100, null])
})

test('pages hold every school once, and a school sees only itself', async ({ db }) => {
  const here = await world(db)
  for (let at = 0; at < 60; at++) await buildSchool(db, { parentId: here.county.id, placeType: '220' })
  const first = await listCoverage(db, here.city, asked, null)
  const second = await listCoverage(db, here.city, asked, first.next)
  expect(first.rows).toHaveLength(50)
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(64)
  expect(second.next).toBeNull()
  const back = await listCoverage(db, here.city, asked, second.previous)
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
  const office = await actorWith(db, 'school_office', here.schools[0]?.id ?? '')
  expect((await listCoverage(db, office, asked, null)).rows.map(({ id }) => id)).toEqual([
    here.schools[0]?.id,
  ])
})
