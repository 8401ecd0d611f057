/** The kept sums of counties against what the slips say: after any sequence of payments, reversals and changes of post. */
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { sweepPayMonths } from '#app/modules/pay/months.job.server.ts'
import { everyCounty, paidOf } from '#app/modules/pay/parity.queries.server.ts'
import { isSamePaid, recountedYear } from '#app/modules/pay/recount.sql.server.ts'
import { refreshRosterOf } from '#app/modules/registry/roster.sql.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { buildCounty, buildPerson, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const counties = [
    await buildCounty(db, { parentId: prefecture.id }),
    await buildCounty(db, { parentId: prefecture.id }),
  ]
  const schools = []
  for (const { id } of counties) schools.push(await buildSchool(db, { parentId: id }))
  schools.push(await buildSchool(db, { parentId: counties[0]?.id ?? '', isPublic: false }))
  const people = []
  for (let at = 0; at < 4; at++)
    people.push(
      await buildPerson(db, {
        sex: at % 2 ? '1' : '2',
        appointment: { workOrgId: schools[at % 3]?.id ?? '' },
      }),
    )
  return { schools, people }
}

type Slip = { personId: string; year: number; month: number; orgId: string; items: number[]; fen: bigint[] }
const row = (slip: Slip) => ({ id: newId(), kind: 'paid', byName: 'test', ...slip })

/** Counts the slips from the beginning, without what the database keeps. */
const recounted = (db: PrismaClient) => db.$queryRaw<{ key: string; fen: bigint }[]>`
  select est.county_id || ' ' || s.year || ' ' || s.month || ' ' || u.item as key, sum(u.fen)::bigint as fen
  from pay_slip s cross join unnest(s.items, s.fen) u(item, fen)
  join lateral (select (make_date(s.year, s.month, 1) + interval '1 month - 1 day')::date as day) d on true
  join roster_entry e on e.person_id = s.person_id and e.valid_from <= d.day and d.day < e.valid_to
    and e.stage in ('primary', 'junior', 'special') and e.status in ('in_post', 'loaned_out', 'study_leave', 'maternity_leave', 'sick_leave', 'awaiting_post')
  join organisation est on est.id = e.establishment_org_id and est.is_public
  group by 1 having sum(u.fen) <> 0 order by 1`
const figures = (db: PrismaClient) => db.$queryRaw<{ key: string; fen: bigint }[]>`
  select county_id || ' ' || year || ' ' || month || ' ' || item_id as key, fen from pay_figure
  where dimension = 'all' and fen <> 0 order by 1`
/** Of each part that explains, what its values add up to by county and year. */
const parts = (db: PrismaClient) => db.$queryRaw<{ dimension: string; fen: bigint; months: bigint }[]>`
  select dimension, sum(fen)::bigint as fen, (select sum(h.months) from pay_heads h where h.dimension = f.dimension)::bigint as months
  from pay_figure f group by 1 order by 1`

type Step =
  | { kind: 'pay'; person: number; month: number; items: Record<string, number> }
  | { kind: 'reverse'; at: number }
  | { kind: 'move'; person: number; school: number; month: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('pay' as const),
      person: fc.nat(3),
      month: fc.integer({ min: 1, max: 12 }),
      items: fc.dictionary(
        fc.constantFrom('1', '3', '11'),
        fc.integer({ min: -500, max: 900_000 }).filter(Boolean),
        { minKeys: 1 },
      ),
    }),
    fc.record({ kind: fc.constant('reverse' as const), at: fc.nat(20) }),
    fc.record({
      kind: fc.constant('move' as const),
      person: fc.nat(3),
      school: fc.nat(2),
      month: fc.integer({ min: 1, max: 12 }),
    }),
  ),
  { minLength: 1, maxLength: 12 },
)

async function reverse(db: PrismaClient, at: number): Promise<void> {
  const paid = await db.paySlip.findMany({ where: { kind: 'paid', reversal: null }, orderBy: { id: 'asc' } })
  const one = paid[at % Math.max(1, paid.length)]
  if (!one) return
  const { personId, year, month, orgId, items, fen } = one
  const back = {
    ...row({ personId, year, month, orgId, items, fen: fen.map((amount) => -amount) }),
    reversesId: one.id,
  }
  await db.paySlip.create({ data: { ...back, kind: 'reversal' } })
}

/** From the month on the person works, and has the post, at another school. */
async function move(db: PrismaClient, personId: string, orgId: string, month: number): Promise<void> {
  const from = new Date(Date.UTC(2025, month - 1, 1))
  await db.appointment.deleteMany({ where: { personId, validFrom: { gte: from } } })
  const [last] = await db.appointment.findMany({
    where: { personId },
    orderBy: { validFrom: 'desc' },
    take: 1,
  })
  if (!last) return
  await db.appointment.update({ where: { id: last.id }, data: { validTo: from } })
  const units = { workOrgId: orgId, establishmentOrgId: orgId, payOrgId: orgId }
  await db.appointment.create({ data: { ...last, ...units, id: newId(), validFrom: from, validTo: null } })
  await refreshRosterOf(db, [personId])
}

describe('the kept sums', () => {
  test('say what the slips say, after any sequence', async ({ db }) => {
    const { schools, people } = await world(db)
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        for (const step of all) {
          if (step.kind === 'reverse') await reverse(db, step.at)
          else {
            const personId = people[step.person]?.id ?? ''
            if (step.kind === 'move') await move(db, personId, schools[step.school]?.id ?? '', step.month)
            else {
              const items = Object.entries(step.items)
              const amounts = {
                items: items.map(([id]) => Number(id)),
                fen: items.map(([, fen]) => BigInt(fen)),
              }
              await db.paySlip.create({
                data: row({
                  personId,
                  year: 2025,
                  month: step.month,
                  orgId: schools[0]?.id ?? '',
                  ...amounts,
                }),
              })
            }
          }
        }
        await sweepPayMonths()
        expect(await figures(db)).toEqual(await recounted(db))
        const counties = await everyCounty(db)
        const ids = counties.map(({ id }) => id)
        const [kept, anew] = [await paidOf(db, ids, [2025]), await recountedYear(db, ids, 2025)]
        for (const id of ids)
          expect(isSamePaid(kept(id, 2025), anew.get(id) ?? { months: 0, items: new Map() })).toBe(true)
        const sums = await parts(db)
        for (const { fen, months } of sums) expect([fen, months]).toEqual([sums[0]?.fen, sums[0]?.months])
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  test('a slip is never changed, a reversal takes back exactly what was paid, once', async ({ db }) => {
    const { schools, people } = await world(db)
    const slip = { personId: people[0]?.id ?? '', year: 2025, month: 3, orgId: schools[0]?.id ?? '' }
    const { id } = await db.paySlip.create({ data: row({ ...slip, items: [1], fen: [500_000n] }) })
    await expect(db.paySlip.update({ where: { id }, data: { fen: [1n] } })).rejects.toThrow('never changed')
    await expect(db.paySlip.delete({ where: { id } })).rejects.toThrow('never changed')
    const back = (fen: bigint) =>
      db.paySlip.create({
        data: { ...row({ ...slip, items: [1], fen: [fen] }), kind: 'reversal', reversesId: id },
      })
    await expect(back(-499_999n)).rejects.toThrow('exactly what was paid')
    await back(-500_000n)
    await expect(back(-500_000n)).rejects.toThrow()
    await expect(db.paySlip.create({ data: row({ ...slip, items: [999], fen: [1n] }) })).rejects.toThrow()
    await expect(db.paySlip.create({ data: row({ ...slip, items: [1], fen: [1n, 2n] }) })).rejects.toThrow()
  })

  test('a year is paid as a whole or by months, and a whole year counts the months worked', async ({
    db,
  }) => {
    const { schools, people } = await world(db)
    const slip = {
      personId: people[0]?.id ?? '',
      year: 2025,
      orgId: schools[0]?.id ?? '',
      items: [1],
      fen: [6_000_000n],
    }
    await move(db, slip.personId, schools[2]?.id ?? '', 9)
    await db.paySlip.create({ data: row({ ...slip, month: 0 }) })
    expect(await db.payMonth.findFirst()).toMatchObject({ month: 0, months: 8, why: '' })
    const [county] = await everyCounty(db)
    const anew = await recountedYear(db, [county?.id ?? ''], 2025)
    expect(anew.get(county?.id ?? '')).toEqual({ months: 8, items: new Map([[1, 6_000_000n]]) })
    await expect(db.paySlip.create({ data: row({ ...slip, month: 3 }) })).rejects.toThrow(
      'as a whole or by months',
    )
  })

  testOnServer('two who pay one person at the same moment are both counted', async ({ db }) => {
    const { schools, people } = await world(db)
    const slip = {
      personId: people[0]?.id ?? '',
      year: 2025,
      month: 3,
      orgId: schools[0]?.id ?? '',
      fen: [100n],
    }
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        db.paySlip.create({ data: row({ ...slip, items: [(at % 4) + 1] }) }),
      ),
    )
    expect(await figures(db)).toEqual(await recounted(db))
    expect(await db.payMonth.findFirst()).toMatchObject({
      items: [1, 2, 3, 4],
      fen: [200n, 200n, 200n, 200n],
    })
  })
})
