/** The linkage clock on what the database holds: which county followed, and who is told of it. */
import { describe, expect } from 'vitest'
import { clocksOf } from '#app/modules/pay/linkage.queries.server.ts'
import { tellOfClocks } from '#app/modules/pay/linkage.server.ts'
import { rollingOf } from '#app/modules/pay/linkage.view.server.ts'
import { everyCounty } from '#app/modules/pay/parity.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { buildBenchmark, buildSlip } from '#test/factories/pay.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const setAt = new Date('2026-02-10T02:00:00Z')

/** Two counties whose civil servants get 10% more in 2026; in the first teachers do too, from January on. */
async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const counties = [
    await buildCounty(db, { parentId: prefecture.id, name: '甲县' }),
    await buildCounty(db, { parentId: prefecture.id, name: '乙县' }),
  ]
  for (const [at, { id: countyId }] of counties.entries()) {
    const { id: orgId } = await buildSchool(db, { parentId: countyId })
    const { id: personId } = await buildPerson(db, { appointment: { workOrgId: orgId } })
    for (let month = 1; month <= 12; month++)
      await buildSlip(db, { personId, orgId, year: 2025, month, yuan: 5_000 })
    for (let month = 1; month <= 8; month++)
      await buildSlip(db, { personId, orgId, year: 2026, month, yuan: at === 0 ? 5_500 : 5_000 })
    await buildBenchmark(db, { countyId, year: 2025, yuan: 80_000, setAt })
    await buildBenchmark(db, { countyId, year: 2026, yuan: 88_000, setAt, state: 'provisional' })
  }
  return { prefecture, counties }
}

const told = async (db: PrismaClient) =>
  (await db.notification.findMany({ orderBy: [{ accountId: 'asc' }, { key: 'asc' }] })).map(
    ({ topic, values }) => `${topic} ${(values as { county: string }).county}`,
  )

describe('the linkage clock', () => {
  test('says which county followed, and which is overdue', async ({ db }) => {
    await world(db)
    const clocks = await clocksOf(db, await everyCounty(db), '2026-09-01')
    expect(clocks.map(({ county, clock }) => [county.name, clock.state, clock.times])).toEqual([
      ['甲县', 'followed', 1.1],
      ['乙县', 'overdue', 1],
    ])
  })

  test('tells county and city once that it started, and monthly that it is overdue', async ({ db }) => {
    const { prefecture, counties } = await world(db)
    await actorWith(db, 'registrar', prefecture.id)
    await actorWith(db, 'registrar', counties[0]?.id ?? '')
    await actorWith(db, 'leader', counties[1]?.id ?? '')
    await tellOfClocks(db, '2026-02-12')
    await tellOfClocks(db, '2026-02-13')
    // The first county had followed by the time it was said; its own registrar has nothing to hear.
    expect(await told(db)).toEqual(['pay.told_linkage_started 乙县'])
    await db.notification.deleteMany()
    for (const day of ['2026-08-10', '2026-08-11', '2026-08-12', '2026-09-01']) await tellOfClocks(db, day)
    expect(await told(db)).toEqual(['pay.told_linkage_overdue 乙县', 'pay.told_linkage_overdue 乙县'])
  })

  test('twelve months are compared with the benchmark of the same months', async ({ db }) => {
    const { counties } = await world(db)
    const county = (await everyCounty(db)).find(({ id }) => id === counties[0]?.id)
    if (!county) throw new Error('no county')
    const last = (await rollingOf(db, county, '2026-09-01')).at(-1)
    // Four months of 2025 at 5,000, eight of 2026 at 5,500; 80,000 and 88,000 likewise.
    expect(last).toMatchObject({ average: 6_400_000n, benchmark: 8_533_333n })
    expect(last?.ratio).toBe(0.75)
  })
})
