/** Whose pay is seen by whom, that each look leaves a trace, and that the trace tells no amount. */
import { describe, expect } from 'vitest'
import { setBenchmark } from '#app/modules/pay/benchmarks.commands.server.ts'
import { lookAtPay, looksAt } from '#app/modules/pay/person.queries.server.ts'
import { drawUpReport } from '#app/modules/pay/reports/reports.commands.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { buildBenchmark, buildSlip } from '#test/factories/pay.ts'
import {
  actorOf,
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const TODAY = '2026-11-23'

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const school = await buildSchool(db, { parentId: county.id })
  const other = await buildSchool(db, { parentId: county.id })
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  await buildSlip(db, { personId: person.id, orgId: school.id, yuan: 6_789.12 })
  return { prefecture, county, school, other, person }
}

describe('somebody’s pay', () => {
  test('is seen by themselves, their school and their county; by no other school, county, or the city', async ({
    db,
  }) => {
    const { prefecture, county, school, other, person } = await world(db)
    const account = await buildAccount(db, { organisationId: school.id, personId: person.id })
    const colleague = await buildAccount(db, {
      organisationId: school.id,
      personId: (await buildPerson(db, { appointment: { workOrgId: school.id } })).id,
    })
    const askers = {
      own: await actorOf(db, account.id),
      school: await actorWith(db, 'school_office', school.id),
      county: await actorWith(db, 'registrar', county.id),
      colleague: await actorOf(db, colleague.id),
      otherSchool: await actorWith(db, 'school_office', other.id),
      otherCounty: await actorWith(db, 'registrar', (await buildCounty(db)).id),
      city: await actorWith(db, 'registrar', prefecture.id),
      inspector: await actorWith(db, 'inspector', county.id),
    }
    const seen: string[] = []
    for (const [name, asker] of Object.entries(askers))
      if (await lookAtPay(db, asker, person.id, TODAY)) seen.push(name)
    expect(seen).toEqual(['own', 'school', 'county'])
    // One’s own look is no look; those that were refused saw nothing.
    const looks = await looksAt(db, person.id)
    expect(looks.map(({ name }) => name).sort()).toEqual(
      [askers.school.displayName, askers.county.displayName].sort(),
    )
  })

  test('leaves no amount in the trail, whatever is done', async ({ db }) => {
    const { county, person } = await world(db)
    const bureau = await actorWith(db, 'registrar', county.id)
    await lookAtPay(db, bureau, person.id, TODAY)
    await buildBenchmark(db, { countyId: county.id, yuan: 76_543.21 })
    const wish = { countyId: county.id, year: 2025, state: 'final' as const, documentNo: '人社函 2 号' }
    const said = await setBenchmark(
      db,
      bureau,
      { ...wish, fen: 8_765_432, parts: {}, note: null, effectiveOn: null, paper: null, counted: null },
      TODAY,
    )
    const drawn = await drawUpReport(db, bureau, { countyId: county.id, year: 2025 }, TODAY)
    expect([said.ok, drawn.ok]).toEqual([true, true])
    const entries = await db.auditEntry.findMany()
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['pay.looked', 'pay.benchmark_set', 'pay.report_drawn']),
    )
    const trail = JSON.stringify(entries, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(trail).not.toMatch(/678912|6,?789\.12|8765432|87,?654\.32|7654321/)
  })
})
