/** Volunteering: for what fits, until the window closes; points counted, published, contested, answered. */
import { describe, expect } from 'vitest'
import {
  closeContests,
  closeVolunteering,
  signOffNeeds,
} from '#app/modules/exchange/rounds/rounds.commands.server.ts'
import { closeWindows } from '#app/modules/exchange/rounds/rounds.job.server.ts'
import { findRound } from '#app/modules/exchange/rounds/rounds.queries.server.ts'
import {
  checkClaims,
  volunteer,
  withdraw,
} from '#app/modules/exchange/volunteering/applications.commands.server.ts'
import {
  applicationOf,
  findApplication,
  listApplications,
  ownRound,
  publishedPoints,
  rankedPosts,
} from '#app/modules/exchange/volunteering/applications.queries.server.ts'
import { answerContest, contestPoints } from '#app/modules/exchange/volunteering/contests.commands.server.ts'
import { countPoints } from '#app/modules/exchange/volunteering/point-facts.sql.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { buildExemption, buildNeed, buildPolicySetting, buildRound } from '#test/factories/exchange.ts'
import {
  actorOf,
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildSchool,
  buildTitle,
} from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const today = '2027-03-15'

async function buildTeacher(db: PrismaClient, workOrgId: string, change: object = {}) {
  const post = { workOrgId, stage: 'primary', subject: 'mathematics', validFrom: '2018-09-01' }
  const person = await buildPerson(db, { appointment: { ...post, ...change } })
  await buildTitle(db, { personId: person.id })
  const account = await buildAccount(db, { organisationId: workOrgId, personId: person.id })
  return { person, actor: await actorOf(db, account.id) }
}

/** A county whose two schools offer mathematics, and a teacher of a third. */
async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const [home, village, town] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id, placeType: '121' }),
  ]
  const bureau = await actorWith(db, 'registrar', county.id)
  const office = await actorWith(db, 'school_office', home.id)
  const round = await buildRound(db, { orgId: county.id })
  const posts = [
    await buildNeed(db, { roundId: round.id, orgId: village.id, places: 2 }),
    await buildNeed(db, { roundId: round.id, orgId: town.id }),
  ].map(({ id }) => id)
  const other = await buildNeed(db, { roundId: round.id, orgId: town.id, subject: 'english' })
  const own = await buildNeed(db, { roundId: round.id, orgId: home.id })
  const { person, actor } = await buildTeacher(db, home.id)
  await signOffNeeds(db, bureau, { id: round.id, version: 1 })
  const wish = { ranked: posts, statement: '愿意去', acceptsOther: true, grounds: [], version: 0 }
  return { county, home, bureau, office, roundId: round.id, posts, other, own, person, actor, wish }
}

async function roundSeenBy(db: PrismaClient, actor: Actor, id: string) {
  const round = await findRound(db, actor, id)
  if (!round) throw new Error('no round')
  return round
}

const reasonOf = (done: { ok: boolean; reason?: string }) => (done.ok ? 'done' : done.reason)

describe('volunteering', () => {
  test('offers what fits, keeps the ranking, is changed, withdrawn and sent again; every act on record', async ({
    db,
  }) => {
    const { person, actor, posts, wish, bureau, office, roundId } = await buildWorld(db)
    const own = await ownRound(db, person.id, today)
    expect(own?.posts.map(({ id }) => id).sort()).toEqual([...posts].sort())
    const done = await volunteer(db, actor, wish, today)
    if (!done.ok) throw new Error(done.reason)
    expect(await rankedPosts(db, done.id)).toEqual(posts)
    const turned = [...posts].reverse()
    expect((await volunteer(db, actor, { ...wish, ranked: turned, version: 1 }, today)).ok).toBe(true)
    expect(await rankedPosts(db, done.id)).toEqual(turned)
    expect((await withdraw(db, actor, { version: 2 }, today)).ok).toBe(true)
    const round = await roundSeenBy(db, bureau, roundId)
    expect(round.volunteers).toBe(0)
    expect((await listApplications(db, office, round, null)).rows).toEqual([])
    expect((await volunteer(db, actor, { ...wish, version: 3 }, today)).ok).toBe(true)
    expect((await listApplications(db, office, round, null)).rows).toMatchObject([{ personId: person.id }])
    const actions = await db.auditEntry.findMany({ where: { personId: person.id }, orderBy: { seq: 'asc' } })
    expect(actions.map(({ action }) => action.replace('application.', ''))).toEqual([
      ...['submitted', 'changed', 'withdrawn', 'submitted'],
    ])
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  test('is for the next round under way, not for a later one', async ({ db }) => {
    const { county, bureau, person, posts, roundId } = await buildWorld(db)
    const later = await buildRound(db, { orgId: county.id, schoolYear: 2028 })
    await buildNeed(db, { roundId: later.id, orgId: (await buildSchool(db, { parentId: county.id })).id })
    await signOffNeeds(db, bureau, { id: later.id, version: 1 })
    const own = await ownRound(db, person.id, today)
    expect(own?.round.id).toBe(roundId)
    expect(own?.posts.map(({ id }) => id).sort()).toEqual([...posts].sort())
  })

  test('is refused for nothing, the same twice, another subject, one’s own school, and an old form', async ({
    db,
  }) => {
    const { actor, posts, other, own, wish } = await buildWorld(db)
    const send = async (change: object) => reasonOf(await volunteer(db, actor, { ...wish, ...change }, today))
    expect(await send({ ranked: [] })).toBe('no_preference')
    expect(await send({ ranked: [posts[0], posts[0]] })).toBe('same_preference')
    expect(await send({ ranked: [other.id] })).toBe('not_fitting')
    expect(await send({ ranked: [own.id] })).toBe('not_fitting')
    expect(await send({ ranked: [newId()] })).toBe('not_fitting')
    expect(await send({ version: 3 })).toBe('changed_meanwhile')
    expect(await db.exchangeApplication.count()).toBe(0)
  })

  test('is not for the exempt, nor for the early where the county takes none', async ({ db }) => {
    const { county, home, actor, person, wish } = await buildWorld(db)
    const { id } = await buildExemption(db, {
      personId: person.id,
      validFrom: '2027-03-01',
      validTo: '2028-03-01',
    })
    expect(reasonOf(await volunteer(db, actor, wish, today))).toBe('exempt')
    await db.exchangeExemption.delete({ where: { id } })
    const early = await buildTeacher(db, home.id, { validFrom: '2025-09-01' })
    expect(reasonOf(await volunteer(db, early.actor, wish, today))).toBe('done')
    await buildPolicySetting(db, {
      organisationId: county.id,
      key: 'exchange.early_volunteers',
      value: false,
    })
    expect(reasonOf(await volunteer(db, early.actor, { ...wish, version: 1 }, today))).toBe('too_early')
    expect(reasonOf(await volunteer(db, actor, wish, today))).toBe('done')
  })

  test('ends with the window: on its last day still, the day after no more', async ({ db }) => {
    const { actor, wish } = await buildWorld(db)
    expect(reasonOf(await volunteer(db, actor, wish, '2027-04-01'))).toBe('done')
    expect(reasonOf(await volunteer(db, actor, { ...wish, version: 1 }, '2027-04-02'))).toBe('window_closed')
    expect(reasonOf(await withdraw(db, actor, { version: 1 }, '2027-04-02'))).toBe('window_closed')
  })

  testOnServer('of one person at two places at once is one, and the other is told', async ({ db }) => {
    const { actor, wish, posts, office } = await buildWorld(db)
    const turned = { ...wish, ranked: [...posts].reverse() }
    const told = await Promise.all([volunteer(db, actor, wish, today), volunteer(db, actor, turned, today)])
    expect(told.map(reasonOf).sort()).toEqual(['changed_meanwhile', 'done'])
    expect(await db.exchangeApplication.count()).toBe(1)
    expect(await db.exchangePreference.count()).toBe(2)
    // Changed twice on one version, and by the school at the same moment: one, and the others are told.
    const [{ version = 0, roundId = '', personId = '' } = {}] = await db.exchangeApplication.findMany()
    const check = { roundId, personId, version, confirmed: [] }
    const changed = await Promise.all([
      volunteer(db, actor, { ...wish, version }, today),
      volunteer(db, actor, { ...turned, version }, today),
      withdraw(db, actor, { version }, today),
      checkClaims(db, office, check, today),
      checkClaims(db, office, { ...check, confirmed: ['small_child'] }, today),
    ])
    expect(changed.map(reasonOf).sort()).toEqual([...Array(4).fill('changed_meanwhile'), 'done'])
  })

  testOnServer('while the window is closed is counted, or told that it is closed', async ({ db }) => {
    const { actor, bureau, wish, roundId, home } = await buildWorld(db)
    const others = await Promise.all(Array.from({ length: 6 }, () => buildTeacher(db, home.id)))
    await volunteer(db, actor, wish, today)
    const [closed, ...sent] = await Promise.all([
      closeVolunteering(db, bureau, { id: roundId, version: 2 }, '2027-04-01'),
      ...others.map((one) => volunteer(db, one.actor, wish, '2027-04-01')),
    ])
    expect(reasonOf(closed)).toBe('done')
    for (const one of sent) expect(reasonOf(one)).toMatch(/^(done|window_closed)$/)
    const stored = await db.exchangeApplication.findMany()
    expect(stored.length).toBe(1 + sent.filter(({ ok }) => ok).length)
    expect(stored.every(({ points }) => points !== null)).toBe(true)
  })
})

describe('family grounds', () => {
  test('count once the school has confirmed them; nobody checks their own', async ({ db }) => {
    const { county, actor, person, office, wish, roundId } = await buildWorld(db)
    const done = await volunteer(db, actor, { ...wish, grounds: ['small_child', 'spouse_apart'] }, today)
    if (!done.ok) throw new Error(done.reason)
    const points = async () =>
      (await countPoints(db, { id: roundId, orgId: county.id, schoolYear: 2027 })).get(done.id)
    const before = (await points())?.points ?? 0
    const check = { roundId, personId: person.id, version: 1, confirmed: ['small_child' as const] }
    await db.grant.create({
      data: {
        id: newId(),
        accountId: actor.accountId,
        role: 'school_office',
        organisationId: office.organisationId,
      },
    })
    const self = await actorOf(db, actor.accountId)
    expect(reasonOf(await checkClaims(db, self, check, today))).toBe('not_allowed')
    const stranger = await actorWith(db, 'school_office', (await buildSchool(db, { parentId: county.id })).id)
    expect(reasonOf(await checkClaims(db, stranger, check, today))).toBe('not_found')
    expect(reasonOf(await checkClaims(db, office, check, today))).toBe('done')
    expect((await points())?.points).toBe(before + 200)
    const round = await roundSeenBy(db, office, roundId)
    expect((await findApplication(db, office, round, person.id))?.claims).toMatchObject([
      { ground: 'spouse_apart', isConfirmed: false },
      { ground: 'small_child', isConfirmed: true, checkedBy: office.displayName },
    ])
  })
})

describe('points', () => {
  test('are what an account by hand gives: years here, rural years before, a short subject', async ({
    db,
  }) => {
    const { actor, bureau, wish, roundId, person } = await buildWorld(db)
    await volunteer(db, actor, wish, today)
    // Nine full years here on 1 September 2027, all at a village school; four places for one volunteer.
    await closeVolunteering(db, bureau, { id: roundId, version: 2 }, '2027-04-01')
    const round = await roundSeenBy(db, bureau, roundId)
    const found = await applicationOf(db, round, person.id)
    expect(found?.points).toBe((9 + Math.min(10, 8 * 2) + 5) * 100)
    expect(found?.pointsWhy?.reasons.map(({ facts }) => facts.points)).toEqual([9, 10, 5, 0])
  })

  test('are published to those who teach the same, contested, answered, and only then is planned', async ({
    db,
  }) => {
    const { actor, bureau, wish, roundId, person, home } = await buildWorld(db)
    const rival = await buildTeacher(db, home.id, { validFrom: '2020-09-01' })
    const outsider = await buildTeacher(db, home.id)
    await volunteer(db, actor, { ...wish, grounds: ['ill_relative'] }, today)
    await volunteer(db, rival.actor, wish, today)
    expect(reasonOf(await closeVolunteering(db, bureau, { id: roundId, version: 2 }, today))).toBe(
      'window_open',
    )
    await closeWindows(db, '2027-04-01')
    expect((await roundSeenBy(db, bureau, roundId)).state).toBe('volunteering')
    await closeWindows(db, '2027-04-02')
    const round = await roundSeenBy(db, bureau, roundId)
    expect(round.state).toBe('contest')
    const own = await ownRound(db, rival.person.id, '2027-04-05')
    if (!own?.teacher) throw new Error('no teacher')
    const published = await publishedPoints(db, round, own.teacher)
    expect(published.map(({ personId }) => personId)).toEqual([person.id, rival.person.id])

    const about = { applicationId: published[0]?.id ?? '', text: '<script>alert(1)</script> 年限有误' }
    expect(reasonOf(await contestPoints(db, outsider.actor, about, '2027-04-05'))).toBe('not_allowed')
    expect(reasonOf(await contestPoints(db, rival.actor, about, '2027-04-16'))).toBe('contest_closed')
    const raised = await contestPoints(db, rival.actor, about, '2027-04-05')
    if (!raised.ok) throw new Error(raised.reason)
    expect(reasonOf(await closeContests(db, bureau, { id: roundId, version: 3 }, '2027-04-15'))).toBe(
      'unanswered',
    )

    // The ground is confirmed meanwhile: upheld, the points are counted anew.
    const check = { roundId, personId: person.id, version: 1, confirmed: ['ill_relative' as const] }
    expect(reasonOf(await checkClaims(db, bureau, check, '2027-04-06'))).toBe('done')
    const answer = { roundId, personId: person.id, contestId: raised.id, answer: '已核对', upheld: true }
    expect(reasonOf(await answerContest(db, bureau, answer))).toBe('done')
    expect(reasonOf(await answerContest(db, bureau, answer))).toBe('answered')
    const now = await applicationOf(db, round, person.id)
    expect((now?.points ?? 0) - (published[0]?.points ?? 0)).toBe(200)
    expect(reasonOf(await closeContests(db, bureau, { id: roundId, version: 3 }, '2027-04-15'))).toBe('done')
    expect((await roundSeenBy(db, bureau, roundId)).state).toBe('matching')
    expect((await verifyAudit(db)).ok).toBe(true)
  })
})
