/** What waits for somebody: theirs and nothing else, each once, over pages; and what time alone does. */
import { expect } from 'vitest'
import type { Actor } from '#app/platform/access/actor.ts'
import { advanceCases } from '#app/platform/approvals/advance.job.server.ts'
import { approveCases, decideCase } from '#app/platform/approvals/cases.commands.server.ts'
import { countInbox, listInbox, streamInbox } from '#app/platform/approvals/inbox.queries.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import type { Keyset } from '#app/platform/lists/keyset.ts'
import { buildSchool, buildTownship } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { buildWorld, caseOf, decider, openMade, TODAY, told } from './world.ts'

async function idsOf(db: PrismaClient, actor: Actor, today = TODAY): Promise<string[]> {
  const ids: string[] = []
  let cursor: Keyset | null = null
  do {
    const page = await listInbox(db, actor, cursor, today)
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  return ids
}

test('each sees what waits at their very place, and nobody what waits elsewhere', async ({ db }) => {
  const world = await buildWorld(db)
  const other = await buildWorld(db)
  const [one, two] = [await openMade(db, world), await openMade(db, world)]
  expect((await idsOf(db, world.head)).sort()).toEqual([one, two].sort())
  await approveCases(db, world.head, { ids: [one], comment: '' }, TODAY)
  expect(await idsOf(db, world.head)).toEqual([two])
  expect(await idsOf(db, world.registrar)).toEqual([one])
  for (const nobody of [world.cityRegistrar, world.teacher, other.head, other.registrar])
    expect(await idsOf(db, nobody)).toEqual([])
})

test('pages lead over all of it, each case once, the earliest due first; the sheet has the same', async ({
  db,
}) => {
  const world = await buildWorld(db)
  const cases = new Set<string>()
  for (let at = 0; at < 103; at++) cases.add(await openMade(db, world))
  const ids = await idsOf(db, world.head)
  expect(ids).toHaveLength(103)
  expect(new Set(ids)).toEqual(cases)
  const streamed = []
  for await (const rows of streamInbox(db, world.head, TODAY)) streamed.push(...rows.map(({ id }) => id))
  expect(streamed).toEqual(ids)
  expect((await listInbox(db, world.head, null, TODAY)).total).toEqual({ count: 103, more: false })
})

test('a party’s own case is not in their list, nor what they stand in for somebody at', async ({ db }) => {
  const world = await buildWorld(db)
  await openMade(db, world)
  await db.approvalDelegation.create({
    data: {
      ...{ id: newId(), fromId: world.head.accountId, toId: world.teacher.accountId },
      ...{ validFrom: toDbDate(TODAY), validTo: toDbDate('2026-10-01') },
    },
  })
  expect(await idsOf(db, world.teacher)).toEqual([])
  const deputy = await decider(db, 'inspector', world.school.id)
  await db.approvalDelegation.deleteMany({})
  await db.approvalDelegation.create({
    data: {
      ...{ id: newId(), fromId: world.head.accountId, toId: deputy.accountId },
      ...{ validFrom: toDbDate(TODAY), validTo: toDbDate('2026-10-01') },
    },
  })
  expect(await idsOf(db, deputy)).toHaveLength(1)
  expect(await idsOf(db, deputy, '2026-10-01')).toEqual([])
})

test('overdue for three working days a step is open to the same post above, once', async ({ db }) => {
  const world = await buildWorld(db)
  const id = await openMade(db, world)
  // Due on 12 October; three working days later is the 15th.
  const above = await decider(db, 'leader', world.county.id)
  await advanceCases(db, '2026-10-15')
  expect(await idsOf(db, above, '2026-10-15')).toEqual([])
  expect(await countInbox(db, world.head, '2026-10-15')).toMatchObject({ urgent: { count: 1 } })
  for (let again = 0; again < 2; again++) await advanceCases(db, '2026-10-16')
  expect(await idsOf(db, above, '2026-10-16')).toEqual([id])
  expect(await idsOf(db, world.head, '2026-10-16')).toEqual([id])
  const { entries, version } = await caseOf(db, id)
  expect(entries.filter(({ kind }) => kind === 'escalated')).toHaveLength(1)
  const input = { id, version, comment: '', decision: 'approve' as const }
  expect(await decideCase(db, above, input, '2026-10-16')).toMatchObject({ ok: true })
  expect(await idsOf(db, world.head, '2026-10-16')).toEqual([])
})

test('whoever is to decide is reminded once, a working day before it is due', async ({ db }) => {
  const world = await buildWorld(db)
  const id = await openMade(db, world)
  const urgentOn = async (day: string) => (await countInbox(db, world.head, day)).urgent.count
  const told = async () => (await caseOf(db, id)).entries.filter(({ kind }) => kind === 'reminded').length
  // Due on 12 October: the 8th is two working days before it, the 9th one, the 10th a Saturday that is worked.
  await advanceCases(db, '2026-10-09')
  expect([await urgentOn('2026-10-09'), await told()]).toEqual([0, 0])
  for (let again = 0; again < 2; again++) await advanceCases(db, '2026-10-10')
  expect([await urgentOn('2026-10-10'), await told()]).toEqual([1, 1])
  const page = await listInbox(db, world.head, null, '2026-10-10')
  expect(page.rows).toMatchObject([{ id, isReminded: true, isEscalated: false }])
  await advanceCases(db, '2026-10-16')
  expect(await told()).toBe(1)
})

test('above a school is its county, though a township lies between', async ({ db }) => {
  const world = await buildWorld(db)
  const township = await buildTownship(db, { parentId: world.county.id })
  const school = await buildSchool(db, { parentId: township.id })
  const id = await openMade(db, { ...world, school })
  await advanceCases(db, '2026-10-16')
  expect((await caseOf(db, id)).waits.map(({ organisationId }) => organisationId).sort()).toEqual(
    [school.id, world.county.id].sort(),
  )
  expect(await db.auditEntry.count({ where: { action: 'case.escalated' } })).toBe(1)
})

test('a public notice stands for its working days and then decides the case, once', async ({ db }) => {
  const world = await buildWorld(db)
  const id = await openMade(db, world, { process: 'made.noticed' })
  for (const one of [world.head, world.registrar, world.cityRegistrar])
    await approveCases(db, one, { ids: [id], comment: '' }, TODAY)
  const { state, notices } = await caseOf(db, id)
  expect(state).toBe('notice')
  // Five working days after 29 September.
  expect(notices).toMatchObject([{ number: 1, state: 'running', lastDay: toDbDate('2026-10-12') }])
  await advanceCases(db, '2026-10-12')
  expect(told).toEqual([])
  for (let again = 0; again < 2; again++) await advanceCases(db, '2026-10-13')
  expect((await caseOf(db, id)).state).toBe('approved')
  expect(told.map(({ outcome }) => outcome)).toEqual(['approved'])
  expect((await caseOf(db, id)).notices).toMatchObject([{ state: 'ended' }])
})
