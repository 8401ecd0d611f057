/** From a solved plan to the return: approved three times, put up in public, in the registry by itself, arrived, assessed, ended. */
import { describe, expect } from 'vitest'
import { submitPlan } from '#app/modules/exchange/plans/submission.commands.server.ts'
import { allowanceMonths } from '#app/modules/exchange/postings/allowance.sql.server.ts'
import {
  cancelPosting,
  endEarly,
  extend,
  type PostingOutcome,
} from '#app/modules/exchange/postings/postings.commands.server.ts'
import {
  findPosting,
  listPostings,
  type PostingRow,
  writtenOf,
} from '#app/modules/exchange/postings/postings.queries.server.ts'
import { addSlot, removeSlot, slotsOf } from '#app/modules/exchange/postings/timetable.server.ts'
import {
  assess,
  confirmArrival,
  writeLog,
} from '#app/modules/exchange/postings/while-away.commands.server.ts'
import { listTargets } from '#app/modules/exchange/targets.queries.server.ts'
import { retireStaff } from '#app/modules/registry/service.commands.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { advanceCases } from '#app/platform/approvals/advance.job.server.ts'
import { findCase } from '#app/platform/approvals/case.queries.server.ts'
import { decideCase } from '#app/platform/approvals/cases.commands.server.ts'
import { answerObjection, objectTo } from '#app/platform/approvals/objections.commands.server.ts'
import { verifyAudit } from '#app/platform/audit/verify.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { addDays } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { buildNeed, buildPolicySetting, buildPosting, buildRound } from '#test/factories/exchange.ts'
import {
  actorOf,
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const TODAY = '2027-06-01'
const START = '2027-09-01'
const END = '2028-09-01'

/** Two schools that send a teacher each to a village, as a plan has it; and everybody who has a word on it. */
async function buildWorld(db: PrismaClient) {
  const city = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: city.id })
  const [first, second, village] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id, placeType: '220' }),
  ]
  const round = await buildRound(db, { orgId: county.id })
  const need = await buildNeed(db, { roundId: round.id, orgId: village.id, places: 2 })
  const people = []
  for (const school of [first, second]) {
    const appointment = { workOrgId: school.id, stage: 'primary', subject: 'mathematics' }
    people.push(await buildPerson(db, { appointment, name: school === first ? '王晓红' : '李建国' }))
  }
  const [one, two] = people
  if (!one || !two) throw new Error('nobody')
  const where = { id: round.id }
  const locked = { needsLockedAt: new Date(), needsLockedByName: '测试' }
  await db.exchangeRound.update({ where, data: { state: 'volunteering', ...locked } })
  for (const state of ['contest', 'matching']) await db.exchangeRound.update({ where, data: { state } })
  const holder = await buildAccount(db, { organisationId: first.id, personId: one.id })
  return {
    ...{ city, county, first, second, village, need, one, two, roundId: round.id },
    plan: await buildPlan(db, round.id, 1, [one.id, two.id], need.id),
    bureau: await actorWith(db, 'registrar', county.id),
    heads: [await actorWith(db, 'leader', first.id), await actorWith(db, 'leader', second.id)] as const,
    countyLeader: await actorWith(db, 'leader', county.id),
    cityLeader: await actorWith(db, 'leader', city.id),
    host: await actorWith(db, 'school_office', village.id),
    teacher: await actorOf(db, holder.id),
  }
}

type World = Awaited<ReturnType<typeof buildWorld>>

async function buildPlan(
  db: PrismaClient,
  roundId: string,
  number: number,
  people: string[],
  needId: string,
) {
  const plan = await db.exchangePlan.create({
    data: { id: newId(), roundId, number, state: 'solved', settings: {}, createdByName: '人事股' },
  })
  await db.exchangePlacement.createMany({
    data: people.map((personId) => ({ planId: plan.id, personId, needId, rank: 1, why: {} })),
  })
  return plan.id
}

const reasonOf = (done: { ok: boolean; reason?: string }) => (done.ok ? 'done' : done.reason)

async function caseIdOf(db: PrismaClient): Promise<string> {
  return (await db.approvalCase.findFirstOrThrow({ orderBy: { openedAt: 'desc' } })).id
}

async function decide(db: PrismaClient, by: Actor, day = TODAY, decision: 'approve' | 'return' = 'approve') {
  const id = await caseIdOf(db)
  const { version } = await db.approvalCase.findUniqueOrThrow({ where: { id } })
  return reasonOf(await decideCase(db, by, { id, version, comment: '同意', decision }, day))
}

async function approveAll(db: PrismaClient, { heads, countyLeader, cityLeader }: World, day = TODAY) {
  for (const by of [...heads, countyLeader, cityLeader]) expect(await decide(db, by, day)).toBe('done')
}

async function inForce(db: PrismaClient, world: World): Promise<PostingRow> {
  const { roundId, plan, bureau, one } = world
  await submitPlan(db, bureau, { roundId, planId: plan }, TODAY)
  await approveAll(db, world)
  await advanceCases(db, '2027-07-01')
  const { id } = await db.exchangePosting.findFirstOrThrow({ where: { personId: one.id } })
  const found = await findPosting(db, bureau, id)
  if (!found) throw new Error('no posting')
  return found
}

const asked = ({ id, version }: PostingRow) => ({ id, version })

describe('a plan on its way', () => {
  test('every sending school, the county, the city, the notice; then the registry has it, dated ahead', async ({
    db,
  }) => {
    const world = await buildWorld(db)
    const { roundId, plan, bureau, heads, countyLeader, cityLeader, one, two, need, village } = world
    expect(reasonOf(await submitPlan(db, heads[0], { roundId, planId: plan }, TODAY))).toBe('not_allowed')
    expect(reasonOf(await submitPlan(db, bureau, { roundId, planId: plan }, TODAY))).toBe('done')
    expect(reasonOf(await submitPlan(db, bureau, { roundId, planId: plan }, TODAY))).toBe('wrong_state')
    expect(await decide(db, countyLeader)).toBe('not_awaited')
    expect(await decide(db, heads[0])).toBe('done')
    expect(await decide(db, cityLeader)).toBe('not_awaited')
    expect(await decide(db, heads[1])).toBe('done')
    expect(await decide(db, countyLeader)).toBe('done')
    expect(await decide(db, cityLeader)).toBe('done')
    const [notice] = await db.publicNotice.findMany()
    expect(notice?.rows).toHaveLength(2)
    expect(JSON.stringify(notice?.rows)).not.toContain(one.staffNumber)
    expect(await db.exchangePosting.count()).toBe(0)
    await advanceCases(db, '2027-07-01')
    const made = await db.exchangePosting.findMany({ orderBy: { seat: 'asc' } })
    expect(made.map(({ seat, needId }) => [seat, needId])).toEqual([
      [1, need.id],
      [2, need.id],
    ])
    expect(new Set(made.map(({ personId }) => personId))).toEqual(new Set([one.id, two.id]))
    const posts = await db.appointment.findMany({
      where: { personId: one.id },
      orderBy: { validFrom: 'asc' },
    })
    expect(posts).toMatchObject([
      { isMain: true, validTo: null },
      {
        isMain: false,
        workOrgId: village.id,
        startReason: 'posted',
        validFrom: new Date(START),
        validTo: new Date(END),
      },
    ])
    expect(await db.exchangeRound.findUnique({ where: { id: roundId } })).toMatchObject({ state: 'decided' })
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  test('a head reads who of their own goes; one who goes does not decide; another county finds nothing', async ({
    db,
  }) => {
    const world = await buildWorld(db)
    const { roundId, plan, bureau, heads, one, two, second } = world
    const head = await buildAccount(db, { organisationId: second.id, personId: two.id, grants: ['leader'] })
    await submitPlan(db, bureau, { roundId, planId: plan }, TODAY)
    const id = await caseIdOf(db)
    expect(await decide(db, await actorOf(db, head.id))).toBe('own_case')
    const found = await findCase(db, heads[0], id, TODAY)
    const words = {
      db,
      actor: heads[0],
      t: ((key: string, of: object) => `${key} ${JSON.stringify(of)}`) as never,
      locale: 'zh-CN' as const,
    }
    const facts = JSON.stringify(await found?.process.facts?.(words, found.subject))
    expect(facts).toContain(one.name)
    expect(facts).not.toContain(two.name)
    const stranger = await actorWith(db, 'leader', (await buildCounty(db)).id)
    expect(await findCase(db, stranger, id, TODAY)).toBeNull()
  })

  test('another plan in its place begins the notice anew, and an upheld objection sends it back', async ({
    db,
  }) => {
    const world = await buildWorld(db)
    const { roundId, plan, bureau, cityLeader, one, two, need } = world
    await submitPlan(db, bureau, { roundId, planId: plan }, TODAY)
    await approveAll(db, world)
    const other = await buildPlan(db, roundId, 2, [two.id], need.id)
    expect(reasonOf(await submitPlan(db, bureau, { roundId, planId: other }, '2027-06-03'))).toBe('done')
    const notices = await db.publicNotice.findMany({ orderBy: { number: 'asc' } })
    expect(notices.map(({ state }) => state)).toEqual(['replaced', 'running'])
    expect(JSON.stringify(notices[1]?.rows)).not.toContain(one.name)
    const said = await objectTo(
      db,
      {
        noticeId: notices[1]?.id ?? '',
        text: '<script>alert(1)</script>',
        contact: '某家长',
        address: '127.0.0.1',
      },
      '2027-06-04',
    )
    expect(said.ok).toBe(true)
    await advanceCases(db, '2027-07-01')
    expect(await db.exchangePosting.count()).toBe(0)
    const objection = await db.noticeObjection.findFirstOrThrow()
    const answer = { objectionId: objection.id, answer: '属实', isUpheld: true }
    expect(reasonOf(await answerObjection(db, cityLeader, answer, '2027-07-01'))).toBe('done')
    expect(reasonOf(await submitPlan(db, bureau, { roundId, planId: plan }, '2027-07-02'))).toBe('done')
    expect(await db.exchangePlan.findMany({ orderBy: { number: 'asc' }, select: { state: true } })).toEqual([
      { state: 'submitted' },
      { state: 'solved' },
    ])
    await approveAll(db, world, '2027-07-03')
    await advanceCases(db, '2027-08-01')
    expect(await db.exchangePosting.count()).toBe(2)
  })

  test('who has been posted elsewhere meanwhile is left out and told; the others go', async ({ db }) => {
    const world = await buildWorld(db)
    const { roundId, plan, bureau, one, first } = world
    await submitPlan(db, bureau, { roundId, planId: plan }, TODAY)
    await buildPosting(db, {
      personId: one.id,
      homeOrgId: first.id,
      validFrom: '2028-01-01',
      validTo: '2028-03-01',
    })
    await approveAll(db, world)
    await advanceCases(db, '2027-07-01')
    expect(await db.exchangePosting.count({ where: { planId: plan } })).toBe(1)
    const [left] = await db.exchangeUnplaced.findMany({ where: { planId: plan } })
    expect(left).toMatchObject({ personId: one.id, why: { reasons: [{ rule: 'posted_already' }] } })
  })
})

describe('a posting', () => {
  test('arrival, log, assessments: by the host, of those who came, once each', async ({ db }) => {
    const world = await buildWorld(db)
    const posting = await inForce(db, world)
    const { host, teacher, heads, village, county, two } = world
    const day = '2027-09-03'
    expect(reasonOf(await confirmArrival(db, host, { ...asked(posting), day }, '2027-08-30'))).toBe(
      'wrong_phase',
    )
    expect(reasonOf(await confirmArrival(db, heads[0], { ...asked(posting), day }, day))).toBe('not_allowed')
    expect(reasonOf(await confirmArrival(db, host, { ...asked(posting), day: '2027-08-31' }, day))).toBe(
      'outside_posting',
    )
    const grade = { id: posting.id, kind: 'midterm', grade: 'excellent', text: '认真' } as const
    expect(reasonOf(await assess(db, host, grade, day))).toBe('not_arrived')
    expect(reasonOf(await confirmArrival(db, host, { ...asked(posting), day }, day))).toBe('done')
    expect(reasonOf(await confirmArrival(db, host, { ...asked(posting), day }, day))).toBe(
      'changed_meanwhile',
    )
    const log = { id: posting.id, day, text: '任三年级数学' }
    expect(reasonOf(await writeLog(db, teacher, log, day))).toBe('done')
    expect(reasonOf(await writeLog(db, host, log, day))).toBe('done')
    expect(reasonOf(await writeLog(db, heads[1], log, day))).toBe('not_found')
    expect(reasonOf(await writeLog(db, teacher, { ...log, day: '2027-09-04' }, day))).toBe('day_ahead')
    expect(reasonOf(await assess(db, host, grade, '2028-01-10'))).toBe('done')
    expect(reasonOf(await assess(db, host, grade, '2028-01-10'))).toBe('assessed_already')
    const final = { ...grade, kind: 'final' } as const
    expect(reasonOf(await assess(db, host, final, '2028-01-10'))).toBe('final_too_early')
    expect(reasonOf(await assess(db, host, final, '2028-08-20'))).toBe('done')
    expect(await db.trainingEntry.findMany()).toMatchObject([
      { source: `exchange:${posting.id}`, state: 'approved', tenths: 240, evidence: 'confirmed' },
    ])
    const { logs, assessments } = await writtenOf(db, posting.id)
    expect(logs.map(({ kind }) => kind).sort()).toEqual(['duty', 'own'])
    expect(assessments).toHaveLength(2)
    const grants = ['school_office'] as const
    const own = await buildAccount(db, { organisationId: village.id, personId: two.id, grants })
    const { id } = await db.exchangePosting.findFirstOrThrow({ where: { personId: two.id } })
    expect(reasonOf(await assess(db, await actorOf(db, own.id), { ...final, id }, '2028-08-20'))).toBe(
      'own_posting',
    )
    const months = await allowanceMonths(db, { organisationId: county.id, from: START, to: '2028-01-10' })
    expect(months.map(({ month }) => month)).toEqual(['2027-09-01', '2027-10-01', '2027-11-01', '2027-12-01'])
  })

  test('an early return, an extension, calling off: the registry follows, and nonsense is refused', async ({
    db,
  }) => {
    const world = await buildWorld(db)
    const posting = await inForce(db, world)
    const { bureau, host, one, two } = world
    const early = { why: 'illness', reason: '住院' } as const
    const end = (lastDay: string, today = '2027-12-01') =>
      endEarly(db, bureau, { ...asked(posting), ...early, lastDay }, today)
    expect(reasonOf(await end('2027-08-01'))).toBe('ends_before_start')
    expect(reasonOf(await end('2028-08-31'))).toBe('not_earlier')
    const byHost = await endEarly(
      db,
      host,
      { ...asked(posting), ...early, lastDay: '2027-12-31' },
      '2027-12-01',
    )
    expect(reasonOf(byHost)).toBe('not_allowed')
    expect(reasonOf(await end('2027-12-31'))).toBe('done')
    expect(reasonOf(await end('2027-12-31'))).toBe('changed_meanwhile')
    const post = () => db.appointment.findFirst({ where: { personId: one.id, isMain: false } })
    expect(await post()).toMatchObject({ validTo: new Date('2028-01-01') })
    const other = await db.exchangePosting.findFirstOrThrow({ where: { personId: two.id } })
    const later = await findPosting(db, bureau, other.id)
    if (!later) throw new Error('no posting')
    const longer = (lastDay: string): Promise<PostingOutcome> =>
      extend(db, bureau, { ...asked(later), lastDay, reason: '接续' }, TODAY)
    expect(reasonOf(await longer('2028-08-31'))).toBe('not_later')
    expect(reasonOf(await longer('2031-09-01'))).toBe('too_long')
    await buildPosting(db, {
      personId: two.id,
      homeOrgId: later.homeId,
      validFrom: '2029-01-01',
      validTo: '2029-09-01',
    })
    expect(reasonOf(await longer('2029-03-01'))).toBe('overlaps')
    expect(reasonOf(await longer('2028-12-31'))).toBe('done')
    const off = { ...asked(later), version: later.version + 1, reason: '家中有事' }
    expect(reasonOf(await cancelPosting(db, bureau, off, START))).toBe('wrong_phase')
    expect(reasonOf(await cancelPosting(db, bureau, off, '2027-08-31'))).toBe('done')
    expect(await db.appointment.count({ where: { personId: two.id } })).toBe(1)
    expect((await verifyAudit(db)).ok).toBe(true)
  })

  test('ends with the service, whoever ends that', async ({ db }) => {
    const world = await buildWorld(db)
    const { id } = await inForce(db, world)
    const { bureau, one } = world
    const retire = { personId: one.id, version: one.version, lastDay: '2027-12-31', documentNo: null }
    expect(reasonOf(await retireStaff(db, bureau, retire))).toBe('done')
    expect(await findPosting(db, bureau, id)).toMatchObject({
      validTo: '2028-01-01',
      endReason: 'retired',
      plannedTo: END,
    })
  })

  test('both schools and the county list it, each by its own scope', async ({ db }) => {
    const world = await buildWorld(db)
    await inForce(db, world)
    const all = { phase: null, schoolYear: 2027, orgId: null }
    const listed = async (actor: Actor, filter = all) =>
      (await listPostings(db, actor, filter, null, START)).total
    expect(await listed(world.bureau)).toBe(2)
    expect(await listed(world.host)).toBe(2)
    expect(await listed(world.heads[0])).toBe(1)
    expect(await listed(world.bureau, { ...all, schoolYear: 2026 })).toBe(0)
    const { rows } = await listPostings(db, world.bureau, { ...all, phase: 'in_force' } as never, null, START)
    expect(rows).toHaveLength(2)
    expect(await listed(await actorWith(db, 'registrar', (await buildCounty(db)).id))).toBe(0)
  })

  test('two of one person never overlap, and no post has more people than places', async ({ db }) => {
    const world = await buildWorld(db)
    const posting = await inForce(db, world)
    const again = { personId: posting.personId, homeOrgId: posting.homeId }
    const overlapping = { ...again, validFrom: addDays(START, 10), validTo: addDays(END, 10) }
    await expect(buildPosting(db, overlapping)).rejects.toThrow()
    const third = await buildPerson(db)
    const seat = { personId: third.id, needId: world.need.id }
    await expect(buildPosting(db, { ...seat, seat: 3 })).rejects.toThrow()
    await expect(buildPosting(db, { ...seat, seat: 1 })).rejects.toThrow()
  })

  testOnServer('a seat that two would take at once is one person’s', async ({ db }) => {
    const world = await buildWorld(db)
    const people = await Promise.all([1, 2, 3, 4].map(() => buildPerson(db)))
    const hostOrgId = world.village.id
    const tried = await Promise.allSettled(
      people.map((person) =>
        buildPosting(db, { personId: person.id, hostOrgId, needId: world.need.id, seat: 1 }),
      ),
    )
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a timetable of teaching rounds', () => {
  async function buildRounds(db: PrismaClient) {
    const world = await buildWorld(db)
    const dates = { validFrom: START, validTo: END }
    const away = { personId: world.one.id, homeOrgId: world.first.id, hostOrgId: world.village.id, ...dates }
    const { id } = await buildPosting(db, { ...away, form: 'rounds', isFullTime: false })
    const at = (startsAt: number, endsAt: number, orgId = world.village.id, by = world.host) =>
      addSlot(db, by, { postingId: id, orgId, weekday: 3, startsAt, endsAt }, START)
    return { ...world, id, at, away }
  }

  test('several schools a week, never two at once, and only in the county', async ({ db }) => {
    const { at, second, heads, id, host } = await buildRounds(db)
    expect(reasonOf(await at(480, 540))).toBe('done')
    expect(reasonOf(await at(540, 600, second.id))).toBe('done')
    expect(reasonOf(await at(530, 550, second.id))).toBe('clash')
    expect(reasonOf(await at(700, 640))).toBe('hours_order')
    expect(reasonOf(await at(700, 760, (await buildSchool(db)).id))).toBe('school_elsewhere')
    expect(reasonOf(await at(700, 760, second.id, heads[0]))).toBe('not_allowed')
    const [slot] = await slotsOf(db, id)
    expect(slot).toMatchObject({ weekday: 3, startsAt: 480, endsAt: 540 })
    const remove = { postingId: id, slotId: slot?.id ?? '' }
    expect(reasonOf(await removeSlot(db, host, remove, START))).toBe('done')
    expect(reasonOf(await removeSlot(db, host, remove, START))).toBe('not_found')
    expect(reasonOf(await at(480, 540))).toBe('done')
    expect(
      reasonOf(
        await addSlot(db, host, { ...remove, orgId: second.id, weekday: 1, startsAt: 1, endsAt: 2 }, END),
      ),
    ).toBe('over')
  })

  test('is of rounds only, and may stand beside a full-time posting of other hours', async ({ db }) => {
    const { away, host, village } = await buildRounds(db)
    const full = await buildPosting(db, away)
    const asked = { postingId: full.id, orgId: village.id, weekday: 1, startsAt: 480, endsAt: 540 }
    expect(reasonOf(await addSlot(db, host, asked, START))).toBe('not_rounds')
  })

  testOnServer('two who give one hour at once: one is told of the clash', async ({ db }) => {
    const { at, second, village } = await buildRounds(db)
    const told = await Promise.all([at(480, 540, village.id), at(500, 560, second.id)])
    expect(told.map(reasonOf).sort()).toEqual(['clash', 'done'])
  })
})

test('a form lasts as long as its setting says, and counts where its setting says so', async ({ db }) => {
  const world = await buildWorld(db)
  const posting = await inForce(db, world)
  const { bureau, county } = world
  await buildPolicySetting(db, { organisationId: county.id, key: 'exchange.months_fixed_term', value: 14 })
  const longer = (lastDay: string) =>
    extend(db, bureau, { ...asked(posting), lastDay, reason: '接续' }, TODAY)
  expect(await longer('2028-11-01')).toMatchObject({ reason: 'too_long', values: { months: 14 } })
  const goneIn = async () => (await listTargets(db, bureau, 2027))[0]?.gone
  expect(await goneIn()).toBe(2)
  await buildPolicySetting(db, { organisationId: county.id, key: 'exchange.counts_fixed_term', value: false })
  expect(await goneIn()).toBe(0)
})
