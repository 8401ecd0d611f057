/** Settings are set with a document and a day, by whom they are left to; nobody changes one unseen. */
import { describe, expect } from 'vitest'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { setPolicy } from '#app/platform/policy/settings.commands.server.ts'
import { findPolicyPlace, periodsOf, policyPlaces } from '#app/platform/policy/settings.queries.server.ts'
import { actorWith, buildCounty, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const key = 'exchange.years_at_school'
const source = '东教字〔2026〕1号'

async function places(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const other = await buildCounty(db, { parentId: prefecture.id })
  return {
    prefecture,
    county,
    other,
    city: await actorWith(db, 'registrar', prefecture.id),
    own: await actorWith(db, 'registrar', county.id),
  }
}

const set = (
  db: PrismaClient,
  actor: Actor,
  organisationId: string,
  value: number | string | null,
  validFrom: PlainDate,
) => setPolicy(db, actor, { organisationId, key, value, validFrom, source })

async function holdsAt(db: PrismaClient, placeId: string, day: PlainDate) {
  const { value, from } = (await policiesAt(db, placeId, day)).use(key)
  return [value, from]
}

describe('a setting', () => {
  test('of the county stands over the city, the city over the default, each on its days', async ({ db }) => {
    const { prefecture, county, other, city, own } = await places(db)
    expect(await set(db, city, prefecture.id, 5, '2026-09-01')).toEqual({ ok: true })
    expect(await set(db, own, county.id, 4, '2027-09-01')).toEqual({ ok: true })
    expect(await set(db, own, county.id, null, '2028-09-01')).toEqual({ ok: true })
    expect(await holdsAt(db, county.id, '2026-08-31')).toEqual([6, 'default'])
    expect(await holdsAt(db, county.id, '2026-09-01')).toEqual([5, 'prefecture'])
    expect(await holdsAt(db, county.id, '2027-09-01')).toEqual([4, 'county'])
    expect(await holdsAt(db, county.id, '2028-08-31')).toEqual([4, 'county'])
    expect(await holdsAt(db, county.id, '2028-09-01')).toEqual([5, 'prefecture'])
    expect(await holdsAt(db, other.id, '2027-09-01')).toEqual([5, 'prefecture'])
    const place = await findPolicyPlace(db, own, county.id)
    expect(place && (await periodsOf(db, place, key)).map(({ value }) => value)).toEqual([4, 5])
    const trail = await db.auditEntry.findMany({
      where: { subject: `policy:${key}` },
      orderBy: { at: 'asc' },
    })
    expect(trail.map(({ action, reason }) => [action, reason])).toEqual([
      ['policy.set', source],
      ['policy.set', source],
      ['policy.ended', source],
    ])
  })

  test('set again for the same day takes the place of what never held', async ({ db }) => {
    const { county, own } = await places(db)
    await set(db, own, county.id, 4, '2027-09-01')
    expect(await set(db, own, county.id, 7, '2027-09-01')).toEqual({ ok: true })
    expect(await db.policySetting.count()).toBe(1)
    expect(await holdsAt(db, county.id, '2027-09-01')).toEqual([7, 'county'])
  })

  test('is refused with its reason, and nothing is written', async ({ db }) => {
    const { prefecture, county, other, own } = await places(db)
    const school = await buildSchool(db, { parentId: county.id })
    const office = await actorWith(db, 'school_office', school.id)
    await set(db, own, county.id, 4, '2027-09-01')
    const before = await db.policySetting.findMany()
    const entries = await db.auditEntry.count()
    const refused = async (actor: Actor, place: string, value: number | string | null, day: PlainDate) => {
      const outcome = await set(db, actor, place, value, day)
      return outcome.ok ? 'ok' : outcome.reason
    }
    expect(await refused(own, prefecture.id, 4, '2028-09-01')).toBe('not_allowed')
    expect(await refused(own, other.id, 4, '2028-09-01')).toBe('not_allowed')
    expect(await refused(own, school.id, 4, '2028-09-01')).toBe('not_allowed')
    expect(await refused(office, county.id, 4, '2028-09-01')).toBe('not_allowed')
    for (const value of [0, 16, 4.5, Number.NaN, '5'])
      expect(await refused(own, county.id, value, '2028-09-01')).toBe('value_refused')
    expect(await refused(own, county.id, 4, '2028-09-01')).toBe('same_value')
    expect(await refused(own, county.id, 5, '2026-09-01')).toBe('later_exists')
    expect(await refused(own, county.id, null, '2026-09-01')).toBe('later_exists')
    expect(await db.policySetting.findMany()).toEqual(before)
    expect(await db.auditEntry.count()).toBe(entries)
  })

  test('is read by the county and its schools, by no other county', async ({ db }) => {
    const { prefecture, county, other, city, own } = await places(db)
    const school = await buildSchool(db, { parentId: county.id })
    const leader = await actorWith(db, 'leader', school.id)
    const ids = async (actor: Actor) => (await policyPlaces(db, actor)).map(({ id }) => id)
    expect(await ids(own)).toEqual([county.id])
    expect(await ids(leader)).toEqual([county.id])
    expect(new Set(await ids(city))).toEqual(new Set([prefecture.id, county.id, other.id]))
    expect(await findPolicyPlace(db, leader, county.id)).toMatchObject({ id: county.id })
    expect(await findPolicyPlace(db, own, other.id)).toBeNull()
    expect(await findPolicyPlace(db, own, school.id)).toBeNull()
  })
})

testOnServer('of two who set it at the same moment one is told', async ({ db }) => {
  const { county, own } = await places(db)
  for (let round = 0; round < 5; round += 1) {
    const day = `${2030 + round}-09-01`
    const outcomes = await Promise.all(
      [2, 3, 4, 5].map((value) => set(db, own, county.id, value + round, day)),
    )
    expect(outcomes.some(({ ok }) => ok)).toBe(true)
    for (const one of outcomes) if (!one.ok) expect(['changed_meanwhile', 'same_value']).toContain(one.reason)
    const open = await db.policySetting.findMany({ where: { validTo: null } })
    expect(open).toHaveLength(1)
  }
})
