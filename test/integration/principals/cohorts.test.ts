/** A cohort: who may apply, the county's word, judges, the list, places that the database holds. */
import { describe, expect } from 'vitest'
import {
  answerCandidate,
  applyForCohort,
  withdrawCandidacy,
} from '#app/modules/principals/cohorts/candidates.commands.server.ts'
import {
  changePlaces,
  nameJudges,
  openDefence,
  sayCohort,
} from '#app/modules/principals/cohorts/cohorts.commands.server.ts'
import {
  type CohortRow,
  findCohort,
  listCandidates,
} from '#app/modules/principals/cohorts/cohorts.queries.server.ts'
import { judgingsOf, waitingFor } from '#app/modules/principals/cohorts/judging.queries.server.ts'
import { drawList } from '#app/modules/principals/cohorts/list.commands.server.ts'
import { followList, noticeRows } from '#app/modules/principals/cohorts/naming.server.ts'
import { subjectOf } from '#app/modules/principals/cohorts/naming.ts'
import {
  confirmPlace,
  declinePlace,
  endCandidacy,
} from '#app/modules/principals/cohorts/places.commands.server.ts'
import { scoreCandidate } from '#app/modules/principals/cohorts/scores.commands.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { buildCandidate, buildCohort } from '#test/factories/principals.ts'
import {
  actorOf,
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const TODAY = '2027-03-10'

type Said = { ok: boolean; reason?: string }
const reasonOf = (said: Said) => (said.ok ? 'done' : said.reason)

async function world(db: PrismaClient) {
  const city = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: city.id })
  const registrar = await actorWith(db, 'registrar', city.id)
  const countyRegistrar = await actorWith(db, 'registrar', county.id)
  const head = async (over: object = {}, person: object = {}) => {
    const school = await buildSchool(db, { parentId: county.id, stages: ['primary'], placeType: '111' })
    const made = await buildPerson(db, {
      ...{ birthDate: '1980-05-01', ...person },
      appointment: {
        workOrgId: school.id,
        schoolPost: 'principal',
        stage: 'primary',
        validFrom: '2018-08-01',
        ...over,
      },
    })
    const account = await buildAccount(db, { personId: made.id, organisationId: school.id })
    const actor: Actor & { personId: string } = { ...(await actorOf(db, account.id)), personId: made.id }
    return { actor, person: made, school }
  }
  const said = {
    ...{
      orgId: city.id,
      title: '第三届名校长',
      about: '',
      documentNo: '教字 3 号',
      places: 2,
      blindShare: 60,
    },
    ...{ opensOn: TODAY, closesOn: '2027-04-10', cycleFrom: '2027-09-01' },
    shares: [{ kind: 'rural' as const, code: '', places: 1 }],
    indicators: (['blind', 'defence'] as const).flatMap((phase) =>
      [60, 40].map((points, at) => ({ phase, points, title: `指标${at}` })),
    ),
  }
  const say = (over: object = {}, by: Actor = registrar) => sayCohort(db, by, { ...said, ...over }, TODAY)
  return { db, city, county, registrar, countyRegistrar, head, say }
}
type World = Awaited<ReturnType<typeof world>>

async function called(here: World, over: object = {}) {
  const done = await here.say(over)
  expect(reasonOf(done)).toBe('done')
  return done.ok ? done.id : ''
}

const apply = ({ db }: World, by: Actor, cohortId: string, version = 0, today = TODAY) =>
  applyForCohort(db, by, { cohortId, version, plan: '办学规划' }, today)

const answer = (
  { db, countyRegistrar }: World,
  id: string,
  word: 'recommended' | 'returned' | 'passed_over' = 'recommended',
  over: object = {},
) => answerCandidate(db, countyRegistrar, { id, version: 1, answer: word, note: '', ...over }, TODAY)

describe('calling', () => {
  test('holds for three years, for one at a time, with shares and points that add up', async ({ db }) => {
    const here = await world(db)
    const id = await called(here)
    const cohort = await db.principalCohort.findUniqueOrThrow({ where: { id } })
    expect(cohort.cycleTo.toISOString().slice(0, 10)).toBe('2030-09-01')
    expect(reasonOf(await here.say({ cycleFrom: '2030-08-31' }))).toBe('overlaps')
    expect(reasonOf(await here.say({ cycleFrom: '2030-09-01' }))).toBe('done')
    const [blind, ...others] = [
      { phase: 'blind', points: 99, title: '' },
      { phase: 'defence', points: 100, title: '' },
    ]
    expect(reasonOf(await here.say({ indicators: [blind, ...others] }))).toBe('blind_not_hundred')
    expect(reasonOf(await here.say({ places: 0, shares: [{ kind: 'rural', code: '', places: 1 }] }))).toBe(
      'shares_exceed',
    )
    expect(reasonOf(await here.say({ closesOn: '2027-09-01' }))).toBe('cycle_before_close')
    expect(reasonOf(await here.say({}, here.countyRegistrar))).toBe('not_allowed')
  })
})

describe('applying', () => {
  test('is of heads who meet the conditions through the cycle, once', async ({ db }) => {
    const here = await world(db)
    const id = await called(here)
    const one = await here.head()
    const sent = await apply(here, one.actor, id)
    expect(reasonOf(sent)).toBe('done')
    expect(reasonOf(await apply(here, one.actor, id))).toBe('stale')
    expect(reasonOf(await apply(here, one.actor, id, 1))).toBe('done')
    expect(await db.principalCandidate.count()).toBe(1)
    const reasonFor = async (over: object, person: object = {}) =>
      reasonOf(await apply(here, (await here.head(over, person)).actor, id))
    expect(await reasonFor({ schoolPost: 'deputy_principal' })).toBe('no_school')
    expect(await reasonFor({ validFrom: '2024-08-01' })).toBe('conditions')
    expect(await reasonFor({}, { birthDate: '1970-01-01' })).toBe('conditions')
    // A woman of 52 in a worker's category would be gone; a head born in 1967 retires within the cycle.
    expect(await reasonFor({}, { birthDate: '1967-09-01' })).toBe('conditions')
    expect(reasonOf(await apply(here, one.actor, id, 2, '2027-04-11'))).toBe('not_open')
    const back = { cohortId: id, version: 2 }
    expect(reasonOf(await withdrawCandidacy(db, one.actor, back, TODAY))).toBe('done')
    expect(reasonOf(await apply(here, one.actor, id, 3))).toBe('done')
  })
})

describe('the county', () => {
  test('recommends no more than its share, sends back and passes over with a reason', async ({ db }) => {
    const here = await world(db)
    const share = [{ kind: 'county' as const, code: here.county.id, places: 1 }]
    const id = await called(here, { shares: share })
    const heads = [await here.head(), await here.head(), await here.head()]
    const ids: string[] = []
    for (const { actor } of heads) {
      const sent = await apply(here, actor, id)
      ids.push(sent.ok ? sent.id : '')
    }
    const [first = '', second = '', third = ''] = ids
    expect(reasonOf(await answer(here, first))).toBe('done')
    expect(reasonOf(await answer(here, second))).toBe('quota')
    expect(reasonOf(await answer(here, second, 'returned'))).toBe('no_note')
    expect(reasonOf(await answer(here, second, 'returned', { note: '补充业绩' }))).toBe('done')
    expect(reasonOf(await answer(here, third, 'passed_over', { note: '考核未达优秀' }))).toBe('done')
    // What was sent back can be mended after the call has closed.
    expect(reasonOf(await apply(here, heads[1]?.actor as Actor, id, 2, '2027-04-20'))).toBe('done')
    const elsewhere = await actorWith(db, 'registrar', (await buildCounty(db, { parentId: here.city.id })).id)
    const word = { id: second, version: 3, answer: 'recommended' as const, note: '' }
    expect(reasonOf(await answerCandidate(db, elsewhere, word, TODAY))).toBe('not_found')
  })
})

async function judged(here: World, count: number, places = 2) {
  const { db, city, county } = here
  const cohort = await buildCohort(db, {
    orgId: city.id,
    places,
    opensOn: '2027-01-01',
    closesOn: '2027-03-01',
    cycleFrom: '2027-09-01',
    cycleTo: '2030-09-01',
  })
  const candidates: { id: string; actor: Actor; name: string; school: string }[] = []
  for (let at = 0; at < count; at++) {
    const { actor, person, school } = await here.head()
    const made = await buildCandidate(db, {
      ...{ cohortId: cohort.id, personId: person.id, schoolId: school.id, countyId: county.id },
      ...{ state: 'recommended', plan: `${person.name}在${school.name}的规划 ${at}` },
    })
    candidates.push({ id: made.id, actor, name: person.name, school: school.name })
  }
  const judges: Actor[] = []
  for (let at = 0; at < 5; at++) {
    const account = await buildAccount(db, { organisationId: city.id })
    judges.push(await actorOf(db, account.id))
  }
  const names = await db.account.findMany({ where: { id: { in: judges.map((one) => one.accountId) } } })
  const named = await nameJudges(
    db,
    here.registrar,
    { id: cohort.id, version: 1, names: names.map(({ username }) => username) },
    TODAY,
  )
  expect(reasonOf(named)).toBe('done')
  return { cohortId: cohort.id, candidates, judges }
}

const score = ({ db }: World, by: Actor, candidateId: string, points: (number | null)[], declares = false) =>
  scoreCandidate(db, by, { candidateId, points, declares, comment: '' }, TODAY)

describe('judging', () => {
  test('is blind until the defence: neither name, school nor number is in what a judge sees', async ({
    db,
  }) => {
    const here = await world(db)
    const { judges, candidates, cohortId } = await judged(here, 2)
    const [judge] = judges as [Actor]
    const papers = await judgingsOf(db, judge, TODAY, candidates[0]?.id)
    expect(papers.filter(({ plan }) => plan.includes('规划')).map((one) => one.candidateId)).toEqual([
      candidates[0]?.id,
    ])
    expect(await waitingFor(db, judge, TODAY)).toMatchObject({ count: 2 })
    const seen = JSON.stringify(papers)
    const people = await db.person.findMany({ select: { name: true, staffNumber: true } })
    for (const { name, staffNumber } of people) {
      expect(seen).not.toContain(name)
      expect(seen).not.toContain(staffNumber)
    }
    for (const { school } of candidates) expect(seen).not.toContain(school)
    for (const by of judges)
      for (const { id } of candidates) expect(reasonOf(await score(here, by, id, [5000, 3000]))).toBe('done')
    expect(reasonOf(await openDefence(db, here.registrar, { id: cohortId, version: 2 }, TODAY))).toBe('done')
    expect(JSON.stringify(await judgingsOf(db, judge, TODAY))).toContain(candidates[0]?.name)
  })

  test('takes a whole form within its ranges, once, of others, while the phase runs', async ({ db }) => {
    const here = await world(db)
    const { judges, candidates, cohortId } = await judged(here, 1)
    const [judge, another] = judges as [Actor, Actor]
    const id = candidates[0]?.id ?? ''
    expect(reasonOf(await score(here, judge, id, [5000, null]))).toBe('half_form')
    expect(reasonOf(await score(here, judge, id, [5000, 3000, 1]))).toBe('half_form')
    expect(reasonOf(await score(here, judge, id, [6001, 3000]))).toBe('out_of_range')
    expect(reasonOf(await score(here, judge, id, [6000, 4000]))).toBe('done')
    expect(reasonOf(await score(here, judge, id, [5900, 3900]))).toBe('done')
    expect(reasonOf(await score(here, here.registrar, id, [6000, 4000]))).toBe('not_found')
    expect(reasonOf(await score(here, another, id, [], true))).toBe('done')
    const kept = await db.principalScore.findMany({ orderBy: { at: 'asc' } })
    expect(kept.map(({ total, conflict }) => [total, conflict])).toEqual([
      [9800, null],
      [null, 'declared'],
    ])
    expect(reasonOf(await openDefence(db, here.registrar, { id: cohortId, version: 2 }, TODAY))).toBe(
      'scores_missing',
    )
    await db.principalCohort.update({ where: { id: cohortId }, data: { state: 'proposed' } })
    expect(reasonOf(await score(here, judge, id, [5000, 3000]))).toBe('not_scoring')
    // Whatever the code thinks: half a form, another sum, a range too far.
    const raw = (points: number[], total: number) =>
      db.principalScore.create({
        data: {
          candidateId: id,
          cohortId,
          accountId: judges[2]?.accountId ?? '',
          phase: 'blind',
          points,
          total,
        },
      })
    await expect(raw([5000], 5000)).rejects.toThrow(/whole form/)
    await expect(raw([5000, 3000], 9000)).rejects.toThrow(/whole form/)
    await expect(raw([6100, 3000], 9100)).rejects.toThrow(/whole form/)
  })
})

async function listed(here: World, count: number, places: number) {
  const made = await judged(here, count, places)
  const { db } = here
  for (const phase of ['blind', 'defence'] as const) {
    for (const by of made.judges)
      for (const [at, { id }] of made.candidates.entries()) await score(here, by, id, [5900 - 100 * at, 3000])
    if (phase === 'blind')
      expect(reasonOf(await openDefence(db, here.registrar, { id: made.cohortId, version: 2 }, TODAY))).toBe(
        'done',
      )
  }
  const drawn = await drawList(db, here.registrar, { id: made.cohortId, version: 3 }, TODAY)
  expect(reasonOf(drawn)).toBe('done')
  const subject = subjectOf(made.cohortId)
  return { ...made, subject, approve: () => followList(db, [{ id: newId(), subject, outcome: 'approved' }]) }
}

describe('the list', () => {
  test('is drawn by the scores, told in public by its places only, and undone when it is refused', async ({
    db,
  }) => {
    const here = await world(db)
    const { candidates, cohortId, subject } = await listed(here, 3, 2)
    const order = await db.principalCandidate.findMany({ orderBy: { position: 'asc' }, where: { cohortId } })
    expect(order.map(({ id }) => id)).toEqual(candidates.map(({ id }) => id))
    expect(order[0]?.why).toEqual({ rank: 1, by: 'rank', blind: 8900, defence: 8900, total: 890_000 })
    expect((await noticeRows(db, subject)).map(({ name }) => name).sort()).toEqual(
      candidates
        .slice(0, 2)
        .map(({ name }) => name)
        .sort(),
    )
    // Before it stands, the county sees its candidates, not their positions.
    const cohort = async (actor: Actor) => (await findCohort(db, actor, cohortId)) as CohortRow
    const seen = async (actor: Actor) =>
      (await listCandidates(db, actor, await cohort(actor))).map(({ position, why }) => [
        position,
        why === null,
      ])
    expect(await seen(here.countyRegistrar)).toEqual([
      [null, true],
      [null, true],
      [null, true],
    ])
    expect(await seen(here.registrar)).toEqual([
      [1, false],
      [2, false],
      [3, false],
    ])
    const end = { id: candidates[0]?.id ?? '', version: 1, note: '调离' }
    expect(reasonOf(await endCandidacy(db, here.registrar, end))).toBe('list_sent')
    await followList(db, [{ id: newId(), subject, outcome: 'rejected' }])
    expect(await db.principalCohort.findFirst({ where: { id: cohortId } })).toMatchObject({
      state: 'defence',
    })
    expect(await db.principalCandidate.count({ where: { position: { not: null } } })).toBe(0)
  })

  test('is not drawn with somebody who meets the conditions no more, until they are left out', async ({
    db,
  }) => {
    const here = await world(db)
    const { candidates, cohortId } = await judged(here, 3)
    for (const phase of ['blind', 'defence'] as const) {
      await db.principalCohort.update({
        where: { id: cohortId },
        data: { state: phase === 'blind' ? 'scoring' : 'defence' },
      })
      const judges = await db.principalJudge.findMany()
      for (const { accountId } of judges)
        for (const { id } of candidates) await score(here, await actorOf(db, accountId), id, [5000, 3000])
    }
    const first = await db.principalCandidate.findFirstOrThrow({ orderBy: { id: 'asc' } })
    await db.person.update({ where: { id: first.personId }, data: { birthDate: new Date('1968-01-01') } })
    await db.$executeRaw`update roster_entry set birth_date = '1968-01-01' where person_id = ${first.personId}::uuid`
    const draw = () => drawList(db, here.registrar, { id: cohortId, version: 2 }, TODAY)
    expect(reasonOf(await draw())).toBe('conditions_lost')
    const end = { id: first.id, version: first.version, note: '' }
    expect(reasonOf(await endCandidacy(db, here.registrar, end))).toBe('no_note')
    expect(reasonOf(await endCandidacy(db, here.registrar, { ...end, note: '周期内退休' }))).toBe('done')
    expect(reasonOf(await draw())).toBe('done')
  })
})

describe('places', () => {
  test('go to the first of the list who say yes; where one leaves or declines the next moves up', async ({
    db,
  }) => {
    const here = await world(db)
    const { candidates, cohortId, approve } = await listed(here, 4, 2)
    await approve()
    const say = (at: number) => confirmPlace(db, candidates[at]?.actor as Actor, { cohortId, version: 2 })
    // The last first: they stand in line, whoever has answered before.
    expect(await say(3)).toMatchObject({ ok: true, place: null, line: 1 })
    expect(await say(0)).toMatchObject({ ok: true, place: 1, line: null })
    expect(await say(2)).toMatchObject({ ok: true, place: null, line: 1 })
    expect(reasonOf(await say(0))).toBe('stale')
    const no = { cohortId, version: 2 }
    expect(reasonOf(await declinePlace(db, candidates[1]?.actor as Actor, no))).toBe('done')
    const placeOf = async (at: number) =>
      (await db.principalCandidate.findUniqueOrThrow({ where: { id: candidates[at]?.id ?? '' } })).place
    expect(await placeOf(2)).toBe(2)
    const first = await db.principalCandidate.findUniqueOrThrow({ where: { id: candidates[0]?.id ?? '' } })
    const end = { id: first.id, version: first.version, note: '调离' }
    expect(reasonOf(await endCandidacy(db, here.countyRegistrar, end))).toBe('not_found')
    expect(reasonOf(await endCandidacy(db, here.registrar, end))).toBe('done')
    expect([await placeOf(0), await placeOf(3)]).toEqual([null, 1])
    const told = await db.notification.findMany({ where: { topic: 'notice.principal_moved_up' } })
    expect(told).toHaveLength(2)
  })

  test('that are added are taken by those in line', async ({ db }) => {
    const here = await world(db)
    const { cohortId, actors } = await crowd(here, 32)
    for (const actor of actors) await confirmPlace(db, actor, { cohortId, version: 1 })
    const more = { id: cohortId, version: 1, places: 31 }
    expect(reasonOf(await changePlaces(db, here.registrar, more))).toBe('done')
    expect(await db.principalCandidate.findFirst({ where: { position: 31 } })).toMatchObject({ place: 31 })
    expect(await db.principalCandidate.count({ where: { state: 'in_line' } })).toBe(1)
  })

  test('200 say yes at once to 30 places: exactly the first 30 hold one, the others know their place in line', {
    timeout: 120_000,
  }, async ({ db }) => {
    const here = await world(db)
    const { cohortId, actors } = await crowd(here, 200)
    const said = await Promise.all(actors.map((actor) => confirmPlace(db, actor, { cohortId, version: 1 })))
    expect(said.every(({ ok }) => ok)).toBe(true)
    const held = said.flatMap((one) => (one.ok && one.place !== null ? [one.place] : []))
    expect(held.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
    const kept = await db.principalCandidate.findMany({ where: { cohortId, place: { not: null } } })
    expect(kept.map(({ position }) => position).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(held)
    expect(said.filter((one) => one.ok && one.line !== null)).toHaveLength(170)
  })

  test('are held by the database whatever the code thinks, and are never fewer than are held', {
    timeout: 120_000,
  }, async ({ db }) => {
    const here = await world(db)
    const { cohortId } = await crowd(here, 40)
    const ids = (await db.principalCandidate.findMany({ where: { cohortId } })).map(({ id }) => id)
    const grab = (id: string, place: number) =>
      db.principalCandidate
        .update({ where: { id }, data: { state: 'cultivating', place, confirmedAt: new Date() } })
        .then(() => true)
        .catch(() => false)
    const got = await Promise.all(ids.map((id, at) => grab(id, (at % 33) + 1)))
    expect(got.filter(Boolean)).toHaveLength(30)
    const change = (places: number) => changePlaces(db, here.registrar, { id: cohortId, version: 1, places })
    expect(reasonOf(await change(29))).toBe('places_held')
    expect(reasonOf(await change(31))).toBe('done')
    await expect(db.principalCohort.update({ where: { id: cohortId }, data: { places: 5 } })).rejects.toThrow(
      /more places are held/,
    )
  })
})

/** So many heads on a list of thirty places, in its order. */
async function crowd({ db, city, county, registrar }: World, count: number) {
  const cohort = await buildCohort(db, { orgId: city.id, state: 'cultivating' })
  const school = await buildSchool(db, { parentId: county.id })
  const actors: Actor[] = []
  for (let position = 1; position <= count; position++) {
    const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
    const account = await buildAccount(db, { personId: person.id, organisationId: school.id })
    await buildCandidate(db, {
      ...{ cohortId: cohort.id, personId: person.id, schoolId: school.id, countyId: county.id },
      ...{ state: 'listed', position },
    })
    actors.push({ ...registrar, grants: [], accountId: account.id, personId: person.id })
  }
  return { cohortId: cohort.id, actors }
}
