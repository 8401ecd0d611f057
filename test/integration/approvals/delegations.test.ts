/** Giving one's decisions to a colleague: only one's own, to one's own colleagues, to one at a time, and back at once. */
import { expect } from 'vitest'
import { colleaguesOf, delegate, endDelegation } from '#app/platform/approvals/delegations.commands.server.ts'
import { newId } from '#app/platform/ids.ts'
import { test } from '#test/harness/db.ts'
import { buildWorld, decider, TODAY } from './world.ts'

const wish = { validFrom: TODAY, lastDay: '2026-10-08', reason: '外出培训' }

test('a colleague is named, and nobody else', async ({ db }) => {
  const { head, school, registrar } = await buildWorld(db)
  const deputy = await decider(db, 'inspector', school.id)
  expect((await colleaguesOf(db, head)).map(({ id }) => id)).toContain(deputy.accountId)
  for (const toId of [registrar.accountId, head.accountId, newId()])
    expect(await delegate(db, head, { ...wish, toId }, TODAY)).toEqual({
      ok: false,
      reason: 'colleague_unknown',
    })
  expect(await delegate(db, head, { ...wish, toId: deputy.accountId }, TODAY)).toMatchObject({ ok: true })
  expect(await db.auditEntry.count({ where: { action: 'delegation.given' } })).toBe(1)
})

test('never two at once, backwards, from yesterday, or for more than a year', async ({ db }) => {
  const { head, school } = await buildWorld(db)
  const [one, two] = [await decider(db, 'leader', school.id), await decider(db, 'leader', school.id)]
  const give = (change: object) => delegate(db, head, { ...wish, toId: one.accountId, ...change }, TODAY)
  expect(await give({ lastDay: '2026-09-28' })).toMatchObject({ reason: 'ends_before_start' })
  expect(await give({ validFrom: '2026-09-28' })).toMatchObject({ reason: 'past' })
  expect(await give({ lastDay: '2027-10-01' })).toMatchObject({ reason: 'too_long' })
  expect(await give({})).toMatchObject({ ok: true })
  expect(await give({ toId: two.accountId, validFrom: '2026-10-08', lastDay: '2026-10-09' })).toMatchObject({
    reason: 'overlaps',
  })
  expect(await give({ toId: two.accountId, validFrom: '2026-10-09', lastDay: '2026-10-09' })).toMatchObject({
    ok: true,
  })
})

test('ended it holds no longer; another’s cannot be ended', async ({ db }) => {
  const { head, school } = await buildWorld(db)
  const deputy = await decider(db, 'leader', school.id)
  const given = await delegate(db, head, { ...wish, toId: deputy.accountId }, TODAY)
  const id = given.ok ? given.id : ''
  expect(await endDelegation(db, deputy, { id }, '2026-09-30')).toEqual({ ok: false, reason: 'not_found' })
  expect(await endDelegation(db, head, { id }, '2026-09-30')).toEqual({ ok: true })
  expect(await endDelegation(db, head, { id }, '2026-09-30')).toEqual({ ok: false, reason: 'not_found' })
})
