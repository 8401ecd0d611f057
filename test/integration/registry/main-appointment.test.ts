/** At most one main appointment a person a day, whoever writes it: the database's own rule. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { buildPerson, buildSchool } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

type Period = { from: number; to: number | null; isMain: boolean }

const START = Date.UTC(2020, 8, 1)
const DAY_MS = 86_400_000
const dateOf = (day: number) => new Date(START + day * DAY_MS)

/** Appointments as rows of one insert. */
function inserting(personId: string, orgId: string, periods: readonly Period[]): Prisma.Sql {
  const rows = periods.map(
    ({ from, to, isMain }) => Prisma.sql`(${newId()}::uuid, ${personId}::uuid, ${dateOf(from)}::date,
      ${to === null ? null : dateOf(to)}::date, ${isMain}, ${orgId}::uuid, 'posted')`,
  )
  return Prisma.sql`insert into appointment (id, person_id, valid_from, valid_to, is_main, work_org_id, start_reason)
    values ${Prisma.join(rows)}`
}

const overlap = ({ from, to, isMain }: Period, other: Period) =>
  isMain && other.isMain && from < (other.to ?? Infinity) && other.from < (to ?? Infinity)

const periods = fc.array(
  fc
    .record({
      from: fc.nat(20),
      days: fc.integer({ min: 1, max: 8 }),
      isOpen: fc.boolean(),
      isMain: fc.boolean(),
    })
    .map(({ from, days, isOpen, isMain }): Period => ({ from, to: isOpen ? null : from + days, isMain })),
  { minLength: 1, maxLength: 4 },
)

test('history never overlaps: exactly the insertions that would make it so are refused', async ({ db }) => {
  const { id: orgId } = await buildSchool(db)
  await fc.assert(
    fc.asyncProperty(periods, periods, async (there, added) => {
      const { id } = await buildPerson(db, { appointment: null })
      for (const rows of [there, added]) {
        const before = await db.appointment.findMany({ where: { personId: id } })
        const dayOf = (date: Date) => (date.getTime() - START) / DAY_MS
        const known = before.map(({ validFrom, validTo, isMain }) => ({
          from: dayOf(validFrom),
          to: validTo && dayOf(validTo),
          isMain,
        }))
        const isWrong = rows.some((row, at) =>
          [...known, ...rows.slice(0, at)].some((one) => overlap(row, one)),
        )
        const written = db.$executeRaw(inserting(id, orgId, rows)).then(
          () => true,
          (error: unknown) => {
            if (String(error).includes('23P01')) return false
            throw error
          },
        )
        expect(await written).toBe(!isWrong)
      }
    }),
    { numRuns: 60 },
  )
})

test('a change that would make two of them meet is refused', async ({ db }) => {
  const { id: orgId } = await buildSchool(db)
  const { id } = await buildPerson(db, { appointment: null })
  await db.$executeRaw(
    inserting(id, orgId, [
      { from: 0, to: 10, isMain: true },
      { from: 10, to: null, isMain: true },
    ]),
  )
  await expect(
    db.$executeRaw`update appointment set valid_to = valid_to + 1 where person_id = ${id}::uuid and valid_to is not null`,
  ).rejects.toThrow('23P01')
})

testOnServer('of two that write at the same time the second waits, and is refused', async ({ db }) => {
  const { id: orgId } = await buildSchool(db)
  const { id } = await buildPerson(db, { appointment: null })
  const write = (pause: number) =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw(inserting(id, orgId, [{ from: 0, to: null, isMain: true }]))
      await tx.$queryRaw`select pg_sleep(${pause})::text`
    })
  const both = await Promise.allSettled([write(0.3), write(0.3)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.appointment.count({ where: { personId: id } })).toBe(1)
})
