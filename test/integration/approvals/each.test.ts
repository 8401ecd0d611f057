/** A step that waits at several organisations: each has its word, none is passed over, any of them can send it back. */
import { expect } from 'vitest'
import type { Actor } from '#app/platform/access/actor.ts'
import { advanceCases } from '#app/platform/approvals/advance.job.server.ts'
import { decideCase } from '#app/platform/approvals/cases.commands.server.ts'
import { countInbox, listInbox } from '#app/platform/approvals/inbox.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { actorWith, buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { buildWorld, caseOf, decider, named, openMade, TODAY } from './world.ts'

const SCHOOLS = 4

async function build(db: PrismaClient) {
  const world = await buildWorld(db)
  const heads: Actor[] = []
  for (let at = 0; at < SCHOOLS; at += 1) {
    const school = await buildSchool(db, { parentId: world.county.id })
    named.push(school.id)
    heads.push(await actorWith(db, 'leader', school.id))
  }
  const id = await openMade(db, world, { process: 'made.each' })
  return { ...world, heads, id }
}

function decide(db: PrismaClient, by: Actor | undefined, id: string, version: number, decision = 'approve') {
  if (!by) throw new Error('nobody')
  const input = { id, version, comment: decision, decision: decision as 'approve' | 'return' }
  return decideCase(db, by, input, TODAY)
}

test('all at once with the same page before them: each word counts, and the last one passes the step', async ({
  db,
}) => {
  const { heads, id, head } = await build(db)
  const { version } = await caseOf(db, id)
  expect(await decide(db, head, id, version)).toMatchObject({ reason: 'not_awaited' })
  const all = await Promise.all(heads.map((one) => decide(db, one, id, version)))
  expect(all.map(({ ok }) => ok)).toEqual(heads.map(() => true))
  const now = await caseOf(db, id)
  expect(now).toMatchObject({ state: 'waiting', step: 1 })
  expect(now.entries.filter(({ kind }) => kind === 'approved')).toHaveLength(SCHOOLS)
  expect(now.waits).toHaveLength(1)
})

test('one has its word once, and the case waits for the others', async ({ db }) => {
  const { heads, id } = await build(db)
  const { version } = await caseOf(db, id)
  expect(await decide(db, heads[0], id, version)).toMatchObject({ ok: true })
  expect(await decide(db, heads[0], id, version)).toMatchObject({ reason: 'not_awaited' })
  expect((await caseOf(db, id)).waits).toHaveLength(SCHOOLS - 1)
})

test('one of them sends it back for all', async ({ db }) => {
  const { heads, id } = await build(db)
  const { version } = await caseOf(db, id)
  await decide(db, heads[0], id, version)
  expect(await decide(db, heads[1], id, version, 'return')).toMatchObject({ ok: true })
  expect(await caseOf(db, id)).toMatchObject({ state: 'returned', waits: [] })
  expect(await decide(db, heads[2], id, version + 1)).toMatchObject({ ok: false })
})

test('overdue, it is one case in the inbox above, whose word stands for all that are late', async ({
  db,
}) => {
  const { heads, id, county } = await build(db)
  await decide(db, heads[0], id, 2)
  await advanceCases(db, '2027-06-01')
  const above = await decider(db, 'leader', county.id)
  expect((await listInbox(db, above, null, '2027-06-01')).rows).toHaveLength(1)
  expect((await countInbox(db, above, '2027-06-01')).waiting).toMatchObject({ count: 1 })
  expect(await decide(db, above, id, 2)).toMatchObject({ ok: true })
  expect(await caseOf(db, id)).toMatchObject({ state: 'waiting', step: 1 })
})

test('the database lets nobody pass a step on which a word is awaited', async ({ db }) => {
  const { id } = await build(db)
  const passed = db.approvalCase.update({ where: { id }, data: { step: 1, version: { increment: 1 } } })
  await expect(passed).rejects.toThrow(/awaited/)
})
