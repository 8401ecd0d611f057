/** Figures of studios for a school year: what schools confirmed, hours of all who were there, what teachers make of it. */
import { expect } from 'vitest'
import {
  countyFigures,
  monthFigures,
  studioFigures,
} from '#app/modules/studios/figures/figures.queries.server.ts'
import { comingForums, publicStudios } from '#app/modules/studios/public/forums.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { buildActivity, buildStudio } from '#test/factories/studios.ts'
import { test } from '#test/harness/db.ts'

const SPAN = { from: '2026-09-01', to: '2027-09-01', share: 0.5 }
const DAY = '2027-05-10'

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const [home, village, other] = [
    await buildSchool(db, { parentId: county.id, placeType: '111' }),
    await buildSchool(db, { parentId: county.id, placeType: '220' }),
    await buildSchool(db, { parentId: county.id, placeType: '220' }),
  ]
  const led = await buildPerson(db, { name: '王红', appointment: { workOrgId: home.id } })
  const studio = await buildStudio(db, { orgId: county.id, schoolId: home.id, leaderId: led.id })
  const people = await Promise.all(Array.from({ length: 3 }, () => buildPerson(db)))
  return { db, county, home, village, other, led, studio, people: people.map(({ id }) => id) }
}
type World = Awaited<ReturnType<typeof world>>

type Held = { kind?: string; startsAt: string; uses: (string | null)[]; state?: string; hostId?: string }

/** Given by the leader, heard by one a use; null has not said it. */
async function held({ db, studio, village, led, people }: World, given: Held) {
  const { kind = 'outreach', startsAt, uses, state = 'confirmed', hostId = village.id } = given
  const { id: activityId } = await buildActivity(db, {
    ...{ studioId: studio.id, hostId, state, startsAt: new Date(startsAt) },
  })
  await db.studioActivity.update({ where: { id: activityId }, data: { kind, tenths: 20 } })
  const giver = { activityId, personId: led.id, orgId: hostId, part: 'giver' }
  const listeners = uses.map((use, at) => ({
    ...{ activityId, personId: people[at] ?? '', orgId: hostId, part: 'listener' },
    ...(use && { use, useAt: new Date() }),
  }))
  await db.studioAttendance.createMany({ data: [giver] })
  await db.studioAttendance.createMany({ data: listeners })
}

test('count what was confirmed within the year, in the months of China', async ({ db }) => {
  const here = await world(db)
  const { studio, village, home } = here
  await held(here, { startsAt: '2026-09-30T15:59:00Z', uses: ['used', 'adapted', null] })
  await held(here, { startsAt: '2026-09-30T16:00:00Z', uses: ['not', null, null] })
  await held(here, { kind: 'forum', startsAt: '2027-03-10T06:00:00Z', uses: ['will'], hostId: home.id })
  await held(here, { startsAt: '2027-03-11T06:00:00Z', uses: ['used'], state: 'held' })
  await held(here, { startsAt: '2026-08-31T15:00:00Z', uses: ['used'] })
  const city = await actorWith(db, 'registrar', here.county.id)
  expect(await studioFigures(db, city, SPAN)).toEqual([
    {
      ...{ id: studio.id, name: studio.name, stage: 'primary', subject: 'chinese' },
      ...{ activities: 3, outreach: 2, visits: 1, forums: 1, lessons: 0 },
      // Four, four and two people of two hours each.
      ...{ tenths: 200, heard: 7, answered: 4, used: 2 },
    },
  ])
  expect(await monthFigures(db, city, SPAN)).toEqual([
    { month: '2026-09', kind: 'outreach', count: 1 },
    { month: '2026-10', kind: 'outreach', count: 1 },
    { month: '2027-03', kind: 'forum', count: 1 },
  ])
  expect(await countyFigures(db, city, SPAN, DAY)).toMatchObject([{ schools: 2, reached: 1, visits: 1 }])
  const office = await actorWith(db, 'school_office', here.other.id)
  expect(await countyFigures(db, office, SPAN, DAY)).toMatchObject([{ schools: 1, reached: 0 }])
  expect(village.placeType).toBe('220')
})

test('anybody sees which studios stand, and the forums that are planned, no others', async ({ db }) => {
  const here = await world(db)
  const now = new Date('2027-03-01T00:00:00Z')
  const forum = (startsAt: string, state: string, kind = 'forum') =>
    held(here, { startsAt, state, kind, uses: [] })
  await forum('2027-03-10T06:00:00Z', 'planned')
  await forum('2027-03-11T06:00:00Z', 'asked')
  await forum('2027-02-10T06:00:00Z', 'planned')
  await forum('2027-03-12T06:00:00Z', 'planned', 'seminar')
  const found = await comingForums(db, now)
  expect(found.map(({ startsAt }) => startsAt.toISOString())).toEqual(['2027-03-10T06:00:00.000Z'])
  expect(Object.keys(found[0] ?? {})).not.toContain('onlineUrl')
  expect((await publicStudios(db, DAY)).map(({ id, leaderName }) => [id, leaderName])).toEqual([
    [here.studio.id, '王红'],
  ])
  expect(await publicStudios(db, '2029-09-01')).toEqual([])
})
