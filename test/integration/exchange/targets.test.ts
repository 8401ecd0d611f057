/** Targets: who has gone counts, and so do backbone teachers; the effect of a setting is told before it is saved. */
import { describe, expect } from 'vitest'
import { dueEffect } from '#app/modules/exchange/due-effect.server.ts'
import { listForecast, listTargets } from '#app/modules/exchange/targets.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { buildPolicySetting, buildPosting } from '#test/factories/exchange.ts'
import {
  actorWith,
  buildCounty,
  buildHonour,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildTitle,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

async function buildTeacher(db: PrismaClient, workOrgId: string, validFrom: string, name = '王秀英') {
  const person = await buildPerson(db, { name, appointment: { workOrgId, validFrom } })
  await buildTitle(db, { personId: person.id })
  return person.id
}

async function buildTwoCounties(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const counties = [
    await buildCounty(db, { parentId: prefecture.id }),
    await buildCounty(db, { parentId: prefecture.id }),
  ]
  const schools = [
    await buildSchool(db, { parentId: counties[0]?.id }),
    await buildSchool(db, { parentId: counties[1]?.id }),
  ]
  const [school = '', second = ''] = schools.map(({ id }) => id)
  return { prefecture, counties, school, second }
}

describe('the target', () => {
  test('counts the due, those gone and their backbone share, a county at a time', async ({ db }) => {
    const { prefecture, counties, school, second } = await buildTwoCounties(db)
    const due = [
      await buildTeacher(db, school, '2010-09-01'),
      await buildTeacher(db, school, '2011-09-01'),
      await buildTeacher(db, school, '2020-09-01'),
    ]
    await buildTeacher(db, school, '2022-09-01')
    await buildTeacher(db, second, '2012-09-01')
    const [gone = '', early = '', cancelled = ''] = due
    await buildHonour(db, { personId: gone, honour: 'backbone_city' })
    await buildPosting(db, { personId: gone, homeOrgId: school, hostOrgId: second })
    const lastYear = { validFrom: '2025-09-01', validTo: '2026-09-01' }
    await buildPosting(db, { personId: early, homeOrgId: school, hostOrgId: second, ...lastYear })
    const cancelledAt = new Date('2026-08-20')
    await buildPosting(db, { personId: cancelled, homeOrgId: school, hostOrgId: second, cancelledAt })
    const actor = await actorWith(db, 'registrar', prefecture.id)
    const [first, other] = counties
    const found = await listTargets(db, actor, 2026)
    expect(found.find(({ placeId }) => placeId === first?.id)).toMatchObject({
      due: 2,
      target: 1,
      gone: 1,
      goneBackbone: 1,
      isReached: true,
      isBackboneReached: true,
    })
    expect(found.find(({ placeId }) => placeId === other?.id)).toMatchObject({
      due: 1,
      target: 1,
      gone: 0,
      missing: 1,
      backboneShare: null,
    })
    // Who came back with a year behind them begins anew: not due for six years.
    const forecast = await listForecast(db, actor, 2026)
    const own = forecast.filter(({ placeId }) => placeId === first?.id)
    expect(own.map(({ schoolYear, due, newlyDue }) => [schoolYear, due, newlyDue])).toEqual([
      [2027, 1, 0],
      [2028, 2, 1],
      [2029, 2, 0],
      [2030, 2, 0],
      [2031, 2, 0],
    ])
    const school2 = await actorWith(db, 'leader', second)
    expect(await listTargets(db, school2, 2026)).toHaveLength(1)
  })

  test('forecasts retirements by the statutory age', async ({ db }) => {
    const { prefecture, school } = await buildTwoCounties(db)
    const person = await buildPerson(db, {
      sex: '1',
      birthDate: '1968-05-20',
      appointment: { workOrgId: school, validFrom: '2000-09-01' },
    })
    await buildTitle(db, { personId: person.id })
    const actor = await actorWith(db, 'registrar', prefecture.id)
    const forecast = await listForecast(db, actor, 2026)
    // 60 years and 11 months: April 2029.
    expect(forecast.filter(({ retiring }) => retiring > 0).map(({ schoolYear }) => schoolYear)).toEqual([
      2028,
    ])
  })
})

describe('a change of a setting', () => {
  test('tells who would newly be due and who no more, and saves nothing', async ({ db }) => {
    const { prefecture, counties, school, second } = await buildTwoCounties(db)
    await buildTeacher(db, school, '2022-09-01', '新人')
    await buildTeacher(db, school, '2019-09-01', '六年')
    await buildTeacher(db, second, '2022-09-01', '邻县')
    const actor = await actorWith(db, 'registrar', prefecture.id)
    const key = 'exchange.years_at_school'
    const change = { organisationId: prefecture.id, key, validFrom: '2026-09-01' }
    const told = async (value: number, organisationId = prefecture.id) => {
      const { lines } = await dueEffect(db, actor, { ...change, organisationId, value })
      return lines.map(({ values, people }) => [values.count, people.map(({ name }) => name)])
    }
    expect(await told(4)).toEqual([
      [2, expect.arrayContaining(['新人', '邻县'])],
      [0, []],
    ])
    expect(await told(9)).toEqual([
      [0, []],
      [1, ['六年']],
    ])
    expect(await told(4, counties[0]?.id)).toEqual([
      [1, ['新人']],
      [0, []],
    ])
    // A county's own number stands over the city's new one.
    await buildPolicySetting(db, { organisationId: counties[0]?.id ?? '', key, value: 8 })
    expect(await told(4)).toEqual([
      [1, ['邻县']],
      [0, []],
    ])
    expect(await db.policySetting.count()).toBe(1)
  })
})
