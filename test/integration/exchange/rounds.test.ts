/** Rounds: opened, filled by schools, signed off and locked by the county; what schools would lose by subject; refusals. */
import { describe, expect } from 'vitest'
import {
  changePosts,
  type NeedWish,
  offerPosts,
  takeBackPosts,
} from '#app/modules/exchange/rounds/needs.commands.server.ts'
import { findNeed, listNeeds } from '#app/modules/exchange/rounds/needs.queries.server.ts'
import {
  changeWindows,
  openRound,
  removeRound,
  reopenNeeds,
  signOffNeeds,
} from '#app/modules/exchange/rounds/rounds.commands.server.ts'
import { findRound, listRounds } from '#app/modules/exchange/rounds/rounds.queries.server.ts'
import { subjectsOf } from '#app/modules/exchange/rounds/subjects.queries.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { buildNeed, buildPolicySetting, buildRound } from '#test/factories/exchange.ts'
import { actorWith, buildCounty, buildPerson, buildSchool, buildTitle } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const today = '2027-02-01'
const windows = { needsUntil: '2027-03-01', volunteersUntil: '2027-04-01', contestUntil: '2027-04-15' }

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const bureau = await actorWith(db, 'registrar', county.id)
  const office = await actorWith(db, 'school_office', school.id)
  const wish: NeedWish = {
    ...{ orgId: school.id, form: 'fixed_term', stage: 'primary', subject: 'mathematics', places: 2 },
    ...{ validFrom: '2027-09-01', lastDay: '2028-08-31', note: null },
  }
  return { county, school, bureau, office, wish }
}

async function roundSeenBy(db: PrismaClient, actor: Actor, id: string) {
  const round = await findRound(db, actor, id)
  if (!round) throw new Error('no round')
  return round
}

describe('a round', () => {
  test('goes from opened over listed to locked, every act on record', async ({ db }) => {
    const { county, school, bureau, office, wish } = await buildWorld(db)
    const opened = await openRound(db, bureau, { orgId: county.id, schoolYear: 2027, ...windows }, today)
    if (!opened.ok) throw new Error(opened.reason)
    const offered = await offerPosts(db, office, { ...wish, roundId: opened.id }, today)
    if (!offered.ok) throw new Error(offered.reason)
    const one = { id: offered.id, roundId: opened.id }
    const changed = await changePosts(db, office, { ...wish, ...one, version: 1, places: 3 }, today)
    expect(changed.ok).toBe(true)
    const extra = await offerPosts(db, bureau, { ...wish, roundId: opened.id, subject: 'english' }, today)
    if (!extra.ok) throw new Error(extra.reason)
    expect(
      (await takeBackPosts(db, office, { id: extra.id, roundId: opened.id, version: 1 }, today)).ok,
    ).toBe(true)
    expect(await roundSeenBy(db, office, opened.id)).toMatchObject({ needs: 1, places: 3, state: 'needs' })

    expect(await signOffNeeds(db, office, { id: opened.id, version: 1 })).toMatchObject({
      reason: 'not_allowed',
    })
    expect((await signOffNeeds(db, bureau, { id: opened.id, version: 1 })).ok).toBe(true)
    expect(await roundSeenBy(db, office, opened.id)).toMatchObject({
      ...{ state: 'volunteering', lockedBy: bureau.displayName, version: 2 },
    })
    const late = await changePosts(db, bureau, { ...wish, ...one, version: 2, places: 9 }, today)
    expect(late).toMatchObject({ reason: 'needs_locked' })
    const actions = (await db.auditEntry.findMany({ orderBy: { seq: 'asc' } })).map(({ action }) => action)
    expect(actions).toEqual([
      ...['round.opened', 'post.offered', 'post.changed', 'post.offered', 'post.taken_back'],
      'round.needs_signed_off',
    ])
    expect(await db.auditEntry.count({ where: { organisationId: school.id } })).toBe(4)
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  test('is opened again while nobody has volunteered, and not after', async ({ db }) => {
    const { county, school, bureau } = await buildWorld(db)
    const round = await buildRound(db, { orgId: county.id })
    await buildNeed(db, { roundId: round.id, orgId: school.id })
    await signOffNeeds(db, bureau, { id: round.id, version: 1 })
    expect((await reopenNeeds(db, bureau, { id: round.id, version: 2 })).ok).toBe(true)
    expect(await roundSeenBy(db, bureau, round.id)).toMatchObject({ state: 'needs', lockedAt: null })
    await signOffNeeds(db, bureau, { id: round.id, version: 3 })
    const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
    await db.exchangeApplication.create({ data: { id: newId(), roundId: round.id, personId: person.id } })
    const again = await reopenNeeds(db, bureau, { id: round.id, version: 4 })
    expect(again).toMatchObject({ reason: 'has_volunteers' })
    expect((await roundSeenBy(db, bureau, round.id)).state).toBe('volunteering')
  })

  test('opened by mistake is removed; one that holds something is kept', async ({ db }) => {
    const { county, school, bureau } = await buildWorld(db)
    const empty = await buildRound(db, { orgId: county.id, schoolYear: 2026 })
    expect((await removeRound(db, bureau, { id: empty.id, version: 1 })).ok).toBe(true)
    expect(await findRound(db, bureau, empty.id)).toBeNull()
    const round = await buildRound(db, { orgId: county.id })
    await buildNeed(db, { roundId: round.id, orgId: school.id })
    expect(await removeRound(db, bureau, { id: round.id, version: 1 })).toMatchObject({
      reason: 'round_kept',
    })
  })

  const refusals: [what: string, change: object, reason: string][] = [
    ['volunteering that ends with the needs', { volunteersUntil: '2027-03-01' }, 'windows_order'],
    ['contesting before volunteering', { contestUntil: '2027-03-15' }, 'windows_order'],
    ['needs until yesterday', { needsUntil: '2027-01-31' }, 'windows_past'],
    ['steps after the school year', { contestUntil: '2028-09-01' }, 'windows_late'],
    ['a school year that is over', { schoolYear: 2025 }, 'year_over'],
  ]
  test.for(refusals)('is not opened with %s', async ([, change, reason], { db }) => {
    const { county, bureau } = await buildWorld(db)
    const wish = { orgId: county.id, schoolYear: 2027, ...windows, ...change }
    expect(await openRound(db, bureau, wish, today)).toMatchObject({ ok: false, reason })
    expect(await db.exchangeRound.count()).toBe(0)
  })

  test('is one a county and year, of a county only, and of one within reach', async ({ db }) => {
    const { county, school, bureau } = await buildWorld(db)
    const other = await buildCounty(db)
    const wish = { orgId: county.id, schoolYear: 2027, ...windows }
    expect((await openRound(db, bureau, wish, today)).ok).toBe(true)
    const refused = async (change: object) => {
      const done = await openRound(db, bureau, { ...wish, ...change }, today)
      return done.ok ? 'done' : done.reason
    }
    expect(await refused({})).toBe('same_round')
    expect(await refused({ orgId: school.id })).toBe('not_a_county')
    expect(await refused({ orgId: other.id })).toBe('not_allowed')
  })

  test('keeps its windows in order when they change', async ({ db }) => {
    const { county, bureau } = await buildWorld(db)
    const { id } = await buildRound(db, { orgId: county.id })
    const later = { ...windows, volunteersUntil: '2027-04-10' }
    expect((await changeWindows(db, bureau, { id, version: 1, ...later })).ok).toBe(true)
    const stale = await changeWindows(db, bureau, { id, version: 1, ...windows })
    expect(stale).toMatchObject({ reason: 'changed_meanwhile' })
    const wrong = { ...windows, needsUntil: '2027-05-01' }
    expect(await changeWindows(db, bureau, { id, version: 2, ...wrong })).toMatchObject({
      reason: 'windows_order',
    })
    expect(await roundSeenBy(db, bureau, id)).toMatchObject(later)
  })
})

describe('posts', () => {
  const refusals: [what: string, change: Partial<NeedWish>, reason: string][] = [
    ['an end before the start', { lastDay: '2027-08-31' }, 'ends_before_start'],
    ['a start before the school year', { validFrom: '2027-08-31' }, 'outside_school_year'],
    ['a start after it', { validFrom: '2028-09-01', lastDay: '2029-08-31' }, 'outside_school_year'],
    ['more months than are allowed', { lastDay: '2030-09-01' }, 'too_long'],
    ['a stage that the school has not', { stage: 'junior' }, 'stage_not_here'],
  ]
  test.for(refusals)('are refused with %s', async ([, change, reason], { db }) => {
    const { county, office, wish } = await buildWorld(db)
    const round = await buildRound(db, { orgId: county.id })
    const done = await offerPosts(db, office, { ...wish, ...change, roundId: round.id }, today)
    expect(done).toMatchObject({ ok: false, reason })
    expect(await db.exchangeNeed.count()).toBe(0)
  })

  test('stand once: the same entry again is refused', async ({ db }) => {
    const { county, office, wish } = await buildWorld(db)
    const round = await buildRound(db, { orgId: county.id })
    expect((await offerPosts(db, office, { ...wish, roundId: round.id }, today)).ok).toBe(true)
    expect(await offerPosts(db, office, { ...wish, roundId: round.id }, today)).toMatchObject({
      reason: 'same_need',
    })
  })

  test('are the schools’ to list until the last day, and the county’s until it signs off', async ({ db }) => {
    const { county, bureau, office, wish } = await buildWorld(db)
    const round = await buildRound(db, { orgId: county.id })
    const on = (actor: Actor, day: string, subject: string) =>
      offerPosts(db, actor, { ...wish, subject, roundId: round.id }, day)
    expect((await on(office, '2027-03-01', 'chinese')).ok).toBe(true)
    expect(await on(office, '2027-03-02', 'english')).toMatchObject({ reason: 'window_over' })
    expect((await on(bureau, '2027-03-02', 'english')).ok).toBe(true)
  })

  test('of another school and county are nobody else’s business', async ({ db }) => {
    const { county, school, bureau, office, wish } = await buildWorld(db)
    const neighbour = await buildSchool(db, { parentId: county.id })
    const far = await buildSchool(db)
    const round = await buildRound(db, { orgId: county.id })
    const roundId = round.id
    const at = (actor: Actor, orgId: string) => offerPosts(db, actor, { ...wish, orgId, roundId }, today)
    expect(await at(office, neighbour.id)).toMatchObject({ reason: 'not_allowed' })
    expect(await at(bureau, far.id)).toMatchObject({ reason: 'not_allowed' })
    const farOffice = await actorWith(db, 'school_office', far.id)
    expect(await at(farOffice, far.id)).toMatchObject({ reason: 'not_found' })
    expect(await listRounds(db, farOffice)).toEqual([])
    await buildNeed(db, { roundId, orgId: school.id })
    const theirs = await buildNeed(db, { roundId, orgId: neighbour.id })
    const seen = await roundSeenBy(db, office, roundId)
    expect((await listNeeds(db, office, seen, null)).rows.map(({ orgId }) => orgId)).toEqual([school.id])
    expect(await findNeed(db, office, seen, theirs.id)).toBeNull()
    expect((await listNeeds(db, bureau, seen, null)).rows).toHaveLength(2)
    await signOffNeeds(db, bureau, { id: roundId, version: 1 })
    const locked = await roundSeenBy(db, office, roundId)
    expect((await listNeeds(db, office, locked, null)).rows).toHaveLength(2)
  })

  testOnServer(
    'that are listed while the county signs off are in, or refused: never after',
    async ({ db }) => {
      const { county, school, bureau, office, wish } = await buildWorld(db)
      const round = await buildRound(db, { orgId: county.id })
      await buildNeed(db, { roundId: round.id, orgId: school.id, subject: 'chinese' })
      const subjects = ['mathematics', 'english', 'science', 'music', 'art', 'pe']
      const [signed, ...listed] = await Promise.all([
        signOffNeeds(db, bureau, { id: round.id, version: 1 }),
        ...subjects.map((subject) => offerPosts(db, office, { ...wish, subject, roundId: round.id }, today)),
      ])
      expect(signed.ok).toBe(true)
      const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'round.needs_signed_off' } })
      const done = listed.filter(({ ok }) => ok).length
      expect(entry.after).toMatchObject({ needs: 1 + done })
      expect(await db.exchangeNeed.count()).toBe(1 + done)
      for (const one of listed) expect(one.ok ? 'done' : one.reason).toMatch(/^(done|needs_locked)$/)
    },
  )
})

describe('by subject', () => {
  test('a school sees teachers, due, and how many may leave by the share and by the number that stays', async ({
    db,
  }) => {
    const { county, school, bureau, office } = await buildWorld(db)
    const small = await buildSchool(db, { parentId: county.id })
    await buildPolicySetting(db, { organisationId: county.id, key: 'exchange.share_lost', value: 0.5 })
    const teacher = async (workOrgId: string, subject: string) => {
      const person = await buildPerson(db, { appointment: { workOrgId, stage: 'primary', subject } })
      await buildTitle(db, { personId: person.id })
    }
    for (let one = 0; one < 5; one++) await teacher(school.id, 'mathematics')
    await teacher(school.id, 'music')
    await teacher(small.id, 'mathematics')
    const { id } = await buildRound(db, { orgId: county.id })
    await buildNeed(db, { roundId: id, orgId: small.id, places: 2 })
    const round = await roundSeenBy(db, office, id)
    const rowsOf = async (actor: Actor, within: string | null = null) =>
      (await subjectsOf(db, actor, round, within)).rows.map((one) => Object.values(one).join(' '))
    expect(await rowsOf(office)).toEqual(['primary mathematics 5 5 2 0 0', 'primary music 1 1 0 0 0'])
    expect(await rowsOf(bureau)).toEqual(['primary mathematics 6 6 2 0 2', 'primary music 1 1 0 0 0'])
    expect(await rowsOf(bureau, small.id)).toEqual(['primary mathematics 1 1 0 0 2'])
    expect(await rowsOf(office, small.id)).toEqual([])
  })
})
