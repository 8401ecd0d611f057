/** Plans: made of what the round holds, kept with reasons, cancelled, one at a time, nobody else's business. */
import { describe, expect } from 'vitest'
import { differencesOf } from '#app/modules/exchange/plans/compare.queries.server.ts'
import { cancelPlan, requestPlan } from '#app/modules/exchange/plans/plans.commands.server.ts'
import { solvePlan } from '#app/modules/exchange/plans/plans.job.server.ts'
import {
  canReadPlans,
  findPlan,
  placementsOf,
  rulesOf,
  unplacedIn,
} from '#app/modules/exchange/plans/plans.queries.server.ts'
import { readProblem } from '#app/modules/exchange/plans/problem.sql.server.ts'
import { setRule } from '#app/modules/exchange/plans/rules.commands.server.ts'
import { findRound } from '#app/modules/exchange/rounds/rounds.queries.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import {
  buildApplication,
  buildExemption,
  buildNeed,
  buildPolicySetting,
  buildRound,
} from '#test/factories/exchange.ts'
import { usualPolicies } from '#test/factories/exchange-policies.ts'
import { actorWith, buildCounty, buildPerson, buildSchool, buildTitle } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

/** Five mathematics teachers of one school, of whom three volunteer for one post, and one of them for a second besides. */
async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const [home, village, town] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id, placeType: '121' }),
  ]
  await buildPolicySetting(db, { organisationId: county.id, key: 'exchange.share_lost', value: 0.4 })
  const bureau = await actorWith(db, 'registrar', county.id)
  const office = await actorWith(db, 'school_office', home.id)
  const round = await buildRound(db, { orgId: county.id })
  const post = await buildNeed(db, { roundId: round.id, orgId: village.id })
  const second = await buildNeed(db, { roundId: round.id, orgId: town.id, places: 3 })
  const people = []
  for (let at = 0; at < 5; at++) {
    const appointment = { workOrgId: home.id, stage: 'primary', subject: 'mathematics' }
    const person = await buildPerson(db, { appointment })
    await buildTitle(db, { personId: person.id })
    people.push(person.id)
  }
  const [first = '', other = '', third = ''] = people
  const volunteers = [first, other, third]
  const wishes = [[post.id], [post.id], [post.id, second.id]]
  for (const [at, personId] of volunteers.entries()) {
    const { id } = await buildApplication(db, { roundId: round.id, personId })
    const ranks = (wishes[at] ?? []).map((needId, rank) => ({ applicationId: id, needId, rank: rank + 1 }))
    await db.exchangePreference.createMany({ data: ranks })
    await db.exchangeApplication.update({ where: { id }, data: { points: 1000 + at * 100 } })
  }
  const move = async (state: string) => db.exchangeRound.update({ where: { id: round.id }, data: { state } })
  await move('contest')
  const planning = () => move('matching')
  return { county, home, bureau, office, roundId: round.id, post, second, volunteers, planning }
}

const reasonOf = (done: { ok: boolean; reason?: string }) => (done.ok ? 'done' : done.reason)

async function solved(db: PrismaClient, actor: Actor, roundId: string) {
  const asked = await requestPlan(db, actor, { roundId })
  if (!asked.ok) throw new Error(asked.reason)
  await solvePlan(db, asked.id)
  const round = await findRound(db, actor, roundId)
  if (!round) throw new Error('no round')
  return { round, id: asked.id, plan: await findPlan(db, round, asked.id) }
}

describe('a plan', () => {
  test('places as many as the rules allow, proven best, and tells each of the others why', async ({ db }) => {
    const { bureau, roundId, post, second, volunteers, planning } = await buildWorld(db)
    expect(reasonOf(await requestPlan(db, bureau, { roundId }))).toBe('wrong_state')
    await planning()
    const { round, id, plan } = await solved(db, bureau, roundId)
    expect(plan).toMatchObject({
      number: 1,
      state: 'solved',
      placed: 2,
      unplaced: 1,
      result: { isProven: true },
    })
    const placed = await placementsOf(db, bureau, round, id)
    const needs = await db.exchangePlacement.findMany({ where: { planId: id } })
    // Five teachers, of whom two may leave: the third goes to the second post, the one with more points to the first.
    expect(Object.fromEntries(needs.map(({ personId, needId }) => [personId, needId]))).toEqual({
      [volunteers[1] ?? '']: post.id,
      [volunteers[2] ?? '']: second.id,
    })
    expect(placed.map(({ rank }) => rank).sort()).toEqual([1, 2])
    const [left] = await unplacedIn(db, bureau, round, id)
    expect(left).toMatchObject({ personId: volunteers[0] })
    expect(left?.why.reasons.map(({ rule }) => rule)).toEqual(['faculty_limit', 'post_full'])
    const actions = (await db.auditEntry.findMany({ orderBy: { seq: 'asc' } })).map(({ action }) => action)
    expect(actions.slice(-2)).toEqual(['plan.requested', 'plan.solved'])
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  test('keeps pins and bans, and hands them on to the next; who is exempt by then is left out', async ({
    db,
  }) => {
    const { bureau, roundId, post, second, volunteers, planning } = await buildWorld(db)
    await planning()
    const asked = await requestPlan(db, bureau, { roundId })
    if (!asked.ok) throw new Error(asked.reason)
    const [first = '', other = '', third = ''] = volunteers
    const rule = { planId: asked.id, reason: '家校距离' }
    await db.exchangePlanRule.createMany({
      data: [
        { ...rule, personId: first, needId: second.id, kind: 'pin' },
        { ...rule, personId: other, needId: post.id, kind: 'forbid' },
      ],
    })
    await solvePlan(db, asked.id)
    const placed = async (planId: string) =>
      (await db.exchangePlacement.findMany({ where: { planId } }))
        .map(
          ({ personId, needId }) =>
            `${volunteers.indexOf(personId)} ${needId === post.id ? 'post' : 'second'}`,
        )
        .sort()
    expect(await placed(asked.id)).toEqual(['0 second', '2 post'])
    await buildExemption(db, { personId: third, validFrom: '2027-08-01', validTo: '2028-08-01' })
    const again = await solved(db, bureau, roundId)
    expect(again.plan).toMatchObject({ number: 2, state: 'solved' })
    expect(await placed(again.id)).toEqual(['0 second'])
  })

  test('a pin and a ban made by HR are kept by the next plan, and by nobody else’s hand', async ({ db }) => {
    const { bureau, office, roundId, post, second, volunteers, planning } = await buildWorld(db)
    await planning()
    const { id, round } = await solved(db, bureau, roundId)
    const [first = '', other = ''] = volunteers
    const rule = (
      personId: string,
      needId: string,
      kind: 'pin' | 'forbid' | 'none',
      by = bureau,
      planId = id,
    ) => setRule(db, by, { roundId, planId, personId, needId, kind, reason: '家校距离' })
    expect(reasonOf(await rule(first, post.id, 'pin', office))).toBe('not_allowed')
    const far = await buildRound(db)
    const host = await buildSchool(db, { parentId: far.orgId })
    const elsewhere = await buildNeed(db, { roundId: far.id, orgId: host.id })
    expect(reasonOf(await rule(first, elsewhere.id, 'pin'))).toBe('post_unfit')
    expect(reasonOf(await rule(first, second.id, 'pin'))).toBe('done')
    expect(reasonOf(await rule(first, post.id, 'pin'))).toBe('done')
    expect(reasonOf(await rule(other, post.id, 'forbid'))).toBe('done')
    expect(await rulesOf(db, bureau, round, id)).toMatchObject([
      { personId: first, kind: 'pin' },
      { personId: other, kind: 'forbid' },
    ])
    const next = await solved(db, bureau, roundId)
    expect(
      await db.exchangePlacement.findFirst({ where: { planId: next.id, personId: first } }),
    ).toMatchObject({
      needId: post.id,
    })
    expect(reasonOf(await rule(first, post.id, 'none'))).toBe('not_latest')
    expect(reasonOf(await rule(first, post.id, 'none', bureau, next.id))).toBe('done')
    const differing = await differencesOf(db, bureau, round, id, next.id)
    const changed = async (planId: string) =>
      new Map(
        (await db.exchangePlacement.findMany({ where: { planId } })).map((one) => [one.personId, one.needId]),
      )
    const [before, after] = [await changed(id), await changed(next.id)]
    const people = new Set([...before.keys(), ...after.keys()])
    expect(differing.map(({ personId }) => personId).sort()).toEqual(
      [...people].filter((one) => before.get(one) !== after.get(one)).sort(),
    )
  })

  test('that cannot be says which rules collide', async ({ db }) => {
    const { bureau, roundId, post, volunteers, planning } = await buildWorld(db)
    await planning()
    const asked = await requestPlan(db, bureau, { roundId })
    if (!asked.ok) throw new Error(asked.reason)
    for (const personId of volunteers.slice(0, 2))
      await db.exchangePlanRule.create({
        data: { planId: asked.id, personId, needId: post.id, kind: 'pin', reason: '两人一岗' },
      })
    await solvePlan(db, asked.id)
    const round = await findRound(db, bureau, roundId)
    const plan = round && (await findPlan(db, round, asked.id))
    expect(plan).toMatchObject({ state: 'no_solution', placed: 0, unplaced: 0 })
    const rules = plan?.result?.status === 'no_solution' ? plan.result.collisions.map(({ rule }) => rule) : []
    expect(new Set(rules)).toEqual(new Set(['pin', 'places']))
  })

  test('cancelled before its turn is not solved; after it, it cannot be cancelled', async ({ db }) => {
    const { bureau, roundId, planning } = await buildWorld(db)
    await planning()
    const asked = await requestPlan(db, bureau, { roundId })
    if (!asked.ok) throw new Error(asked.reason)
    expect(reasonOf(await requestPlan(db, bureau, { roundId }))).toBe('solving')
    expect(reasonOf(await cancelPlan(db, bureau, { roundId, planId: asked.id }))).toBe('done')
    await solvePlan(db, asked.id)
    expect(await db.exchangePlan.findUnique({ where: { id: asked.id } })).toMatchObject({
      state: 'cancelled',
    })
    const { id } = await solved(db, bureau, roundId)
    expect(reasonOf(await cancelPlan(db, bureau, { roundId, planId: id }))).toBe('wrong_state')
  })

  test('is the county’s: a school reads no plan and makes none, another county finds no round', async ({
    db,
  }) => {
    const { bureau, office, roundId, planning } = await buildWorld(db)
    await planning()
    const { round } = await solved(db, bureau, roundId)
    expect(canReadPlans(bureau, round)).toBe(true)
    expect(canReadPlans(office, round)).toBe(false)
    expect(reasonOf(await requestPlan(db, office, { roundId }))).toBe('not_allowed')
    const stranger = await actorWith(db, 'registrar', (await buildCounty(db)).id)
    expect(reasonOf(await requestPlan(db, stranger, { roundId }))).toBe('not_found')
  })

  testOnServer('asked for twice at once is one', async ({ db }) => {
    const { bureau, roundId, planning } = await buildWorld(db)
    await planning()
    const told = await Promise.all([1, 2, 3].map(() => requestPlan(db, bureau, { roundId })))
    expect(told.map(reasonOf).sort()).toEqual(['done', 'solving', 'solving'])
    expect(await db.exchangePlan.count()).toBe(1)
  })
})

test('the problem counts faculties whole, and knows rural, weak and small hosts', async ({ db }) => {
  const { county, home, roundId, post, second } = await buildWorld(db)
  await db.organisationDesignation.create({
    data: { id: post.id, organisationId: second.orgId, kind: 'weak', validFrom: new Date('2020-01-01') },
  })
  const round = { id: roundId, orgId: county.id, schoolYear: 2027 }
  const problem = await readProblem(db, round, roundId, usualPolicies)
  expect(problem.faculties).toEqual([
    { orgId: home.id, stage: 'primary', subject: 'mathematics', teachers: 5 },
  ])
  expect(problem.needs.map(({ id, isRural, isWeak }) => [id === post.id, isRural, isWeak]).sort()).toEqual([
    [false, false, true],
    [true, true, false],
  ])
  expect(problem.teachers.map(({ points }) => points)).toEqual([1200, 1100, 1000])
})
