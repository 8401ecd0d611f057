/** Statistics: who was called off does not count, early is before the plan, and each reads what their schools sent. */
import { expect } from 'vitest'
import { flowsOf } from '#app/modules/exchange/statistics/flows.ts'
import {
  countAges,
  countCountyYears,
  countFlows,
  countSubjects,
} from '#app/modules/exchange/statistics/statistics.queries.server.ts'
import { RURAL_PLACES } from '#app/modules/registry/index.ts'
import { buildPosting } from '#test/factories/exchange.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

test('a year of postings, counted every way, adds up', async ({ db }) => {
  const city = await buildPrefecture(db)
  const [county, other] = [
    await buildCounty(db, { parentId: city.id }),
    await buildCounty(db, { parentId: city.id }),
  ]
  const home = await buildSchool(db, { parentId: county.id, placeType: '111' })
  const village = await buildSchool(db, { parentId: county.id, placeType: '220' })
  const far = await buildSchool(db, { parentId: other.id, placeType: '121' })
  const post = async (change: object) => {
    const person = await buildPerson(db, { birthDate: '1990-06-01', appointment: { workOrgId: home.id } })
    return buildPosting(db, {
      ...{ personId: person.id, homeOrgId: home.id, hostOrgId: village.id, subject: 'mathematics' },
      ...change,
    })
  }
  await post({})
  const early = await post({})
  await db.exchangePosting.update({ where: { id: early.id }, data: { validTo: new Date('2027-01-01') } })
  await post({ cancelledAt: new Date() })
  await post({ validFrom: '2025-09-01', validTo: '2026-09-01' })
  await post({ homeOrgId: far.id, hostOrgId: home.id, subject: null })
  const bureau = await actorWith(db, 'registrar', city.id)
  expect(flowsOf(await countFlows(db, bureau, 2026))).toEqual([
    { from: 'urban', to: 'rural', count: 2 },
    { from: 'town', to: 'urban', count: 1 },
  ])
  expect(await countSubjects(db, bureau, 2026)).toEqual([
    { subject: 'mathematics', count: 2 },
    { subject: null, count: 1 },
  ])
  expect(await countAges(db, bureau, 2026)).toEqual([{ age: 36, count: 3 }])
  const span = { from: 2025, to: 2026, rural: RURAL_PLACES }
  const years = await countCountyYears(db, bureau, span)
  expect(
    years.map(({ schoolYear, countyId, went, early: back, toRural }) => [
      schoolYear,
      countyId,
      went,
      back,
      toRural,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [2026, county.id, 2, 1, 2],
      [2026, other.id, 1, 0, 0],
      [2025, county.id, 1, 0, 1],
    ]),
  )
  const own = await countCountyYears(db, await actorWith(db, 'registrar', other.id), span)
  expect(own).toMatchObject([{ countyId: other.id, went: 1 }])
})
