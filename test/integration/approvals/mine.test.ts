/** One's own cases: what one opened or applied for, each once, whatever has become of it; nobody else's. */
import { expect } from 'vitest'
import type { Actor } from '#app/platform/access/actor.ts'
import { decideCase } from '#app/platform/approvals/cases.commands.server.ts'
import { listOwnCases, streamOwnCases } from '#app/platform/approvals/mine.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { Keyset } from '#app/platform/lists/keyset.ts'
import { test } from '#test/harness/db.ts'
import { buildWorld, openMade, TODAY } from './world.ts'

async function idsOf(db: PrismaClient, actor: Actor): Promise<string[]> {
  const ids: string[] = []
  let cursor: Keyset | null = null
  do {
    const page = await listOwnCases(db, actor, cursor)
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  return ids
}

test('are found by whoever opened them, the newest first, over pages and in the sheet', async ({ db }) => {
  const world = await buildWorld(db)
  const ids: string[] = []
  for (let at = 0; at < 53; at++) ids.unshift(await openMade(db, world))
  const { version } = await db.approvalCase.findUniqueOrThrow({ where: { id: ids[0] ?? '' } })
  const decision = { id: ids[0] ?? '', version, comment: '不合规定', decision: 'reject' as const }
  expect(await decideCase(db, world.head, decision, TODAY)).toMatchObject({ ok: true })
  const opener = await db.approvalCase.findFirstOrThrow({ select: { openedById: true } })
  expect(opener.openedById).toBe(world.teacher.accountId)
  expect(await idsOf(db, world.teacher)).toEqual(ids)
  const page = await listOwnCases(db, world.teacher, null)
  expect(page.total).toEqual({ count: 53, more: false })
  expect(page.rows[0]).toMatchObject({ id: ids[0], state: 'rejected' })
  const streamed = []
  for await (const rows of streamOwnCases(db, world.teacher)) streamed.push(...rows.map(({ id }) => id))
  expect(streamed).toEqual(ids)
  expect(await idsOf(db, world.head)).toEqual([])
})
