/** Wishes of two volunteers: both must state one, either takes it back, and the plan keeps to those that hold. */
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import { readProblem } from '#app/modules/exchange/plans/problem.sql.server.ts'
import { dropWish, stateWish, wishesOf } from '#app/modules/exchange/volunteering/wishes.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { buildApplication, buildNeed, buildRound } from '#test/factories/exchange.ts'
import { usualPolicies } from '#test/factories/exchange-policies.ts'
import {
  actorOf,
  buildAccount,
  buildCounty,
  buildPerson,
  buildSchool,
  buildTitle,
} from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const TODAY = '2027-03-20'

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const home = await buildSchool(db, { parentId: county.id })
  const host = await buildSchool(db, { parentId: county.id })
  const round = await buildRound(db, { orgId: county.id })
  await buildNeed(db, { roundId: round.id, orgId: host.id, places: 2 })
  const volunteer = async (isSent: boolean) => {
    const appointment = { workOrgId: home.id, stage: 'primary', subject: 'mathematics' }
    const person = await buildPerson(db, { appointment })
    await buildTitle(db, { personId: person.id })
    if (isSent) await buildApplication(db, { roundId: round.id, personId: person.id })
    const account = await buildAccount(db, { organisationId: home.id, personId: person.id })
    return { ...person, actor: await actorOf(db, account.id) }
  }
  return {
    county,
    round,
    one: await volunteer(true),
    two: await volunteer(true),
    idle: await volunteer(false),
  }
}

const reasonOf = (done: { ok: boolean; reason?: string }) => (done.ok ? 'done' : done.reason)

test('holds once both have stated it, and no longer once one takes it back', async ({ db }) => {
  const { county, round, one, two, idle } = await buildWorld(db)
  const state = (by: typeof one, staffNumber: string, day = TODAY) =>
    stateWish(db, by.actor, { kind: 'couple', staffNumber }, day)
  const pairs = async () =>
    (await readProblem(db, { id: round.id, orgId: county.id, schoolYear: 2027 }, round.id, usualPolicies))
      .pairs
  expect(reasonOf(await state(one, idle.staffNumber))).toBe('colleague_unknown')
  expect(reasonOf(await state(one, one.staffNumber))).toBe('own_number')
  expect(reasonOf(await state(idle, one.staffNumber))).toBe('not_volunteered')
  expect(reasonOf(await state(one, two.staffNumber, '2027-04-02'))).toBe('window_closed')
  expect(reasonOf(await state(one, two.staffNumber))).toBe('done')
  expect(reasonOf(await state(one, two.staffNumber))).toBe('done')
  expect(await wishesOf(db, round.id, two.id)).toMatchObject([
    { kind: 'couple', isMine: false, isTheirs: true },
  ])
  expect(await pairs()).toEqual([])
  expect(reasonOf(await state(two, one.staffNumber))).toBe('done')
  expect(await pairs()).toMatchObject([{ kind: 'couple' }])
  const [wish] = await wishesOf(db, round.id, one.id)
  const drop = { wishId: wish?.id ?? '' }
  expect(reasonOf(await dropWish(db, idle.actor, drop, TODAY))).toBe('not_volunteered')
  expect(reasonOf(await dropWish(db, two.actor, drop, TODAY))).toBe('done')
  expect(reasonOf(await dropWish(db, two.actor, drop, TODAY))).toBe('not_found')
  expect(await pairs()).toEqual([])
})

testOnServer('stated by both at once it is one wish, and holds', async ({ db }) => {
  const { round, one, two } = await buildWorld(db)
  const both = await Promise.all([
    stateWish(db, one.actor, { kind: 'near', staffNumber: two.staffNumber }, TODAY),
    stateWish(db, two.actor, { kind: 'near', staffNumber: one.staffNumber }, TODAY),
  ])
  expect(both.map(reasonOf)).toEqual(['done', 'done'])
  expect(await db.exchangeWish.findMany({ where: { roundId: round.id } })).toMatchObject([
    { firstAgreed: true, secondAgreed: true },
  ])
})

testOnServer('stated while the window is being closed it comes too late', async ({ db }) => {
  const { round, one, two } = await buildWorld(db)
  const stated = await db.$transaction(async (tx) => {
    await tx.exchangeRound.update({ where: { id: round.id }, data: { state: 'contest' } })
    const stating = stateWish(db, one.actor, { kind: 'near', staffNumber: two.staffNumber }, TODAY)
    // It waits for the round, which is not closed to anybody else yet.
    await setTimeout(300)
    return { stating }
  })
  expect(reasonOf(await stated.stating)).toBe('window_closed')
  expect(await db.exchangeWish.count()).toBe(0)
})
