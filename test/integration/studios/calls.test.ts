/** A call, from its word to the studio that stands: conditions, blind scores, approval, public notice. */
import { describe, expect } from 'vitest'
import { applyToCall, withdrawApplication } from '#app/modules/studios/calls/applications.commands.server.ts'
import { callOff, nameExperts, sayCall } from '#app/modules/studios/calls/calls.commands.server.ts'
import { proposeStudios } from '#app/modules/studios/calls/proposal.commands.server.ts'
import { reviewsOf } from '#app/modules/studios/calls/reviews.queries.server.ts'
import { giveScore } from '#app/modules/studios/calls/scores.commands.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { advanceCases } from '#app/platform/approvals/advance.job.server.ts'
import { decideCase } from '#app/platform/approvals/cases.commands.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import {
  actorWith,
  buildAccount,
  buildCounty,
  buildHonour,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildTitle,
} from '#test/factories/registry.ts'
import { buildStudio } from '#test/factories/studios.ts'
import { test } from '#test/harness/db.ts'

const TODAY = '2026-11-29'
const CLOSED = '2027-01-02'
const NOTICE_OVER = '2027-03-01'
const reasonOf = (done: { ok: true } | { ok: false; reason: string }) => (done.ok ? 'done' : done.reason)

const call = {
  ...{ title: '第三届名师工作室', about: '', documentNo: '聊教函 3 号', stages: ['primary'], subjects: [] },
  ...{ places: 1, opensOn: TODAY, closesOn: '2026-12-31', termFrom: '2027-03-01' },
}

/** A city that calls, a school with a master teacher, and experts from elsewhere. */
async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const school = await buildSchool(db, { parentId: county.id, name: '梁水镇中心小学' })
  const registrar = await actorWith(db, 'registrar', prefecture.id)
  const said = await sayCall(db, registrar, { ...call, orgId: prefecture.id }, TODAY)
  if (!said.ok) throw new Error(said.reason)
  return { db, prefecture, county, school, registrar, callId: said.id }
}
type World = Awaited<ReturnType<typeof world>>

async function teacherOf({ db, school, registrar }: World, name = '王晓红') {
  const { id: personId } = await buildPerson(db, {
    name,
    appointment: { workOrgId: school.id, staffCategory: 'full_time_teacher' },
  })
  await buildTitle(db, { personId, titleLevel: 'senior' })
  await buildHonour(db, { personId, honour: 'master_teacher_city' })
  const account = await buildAccount(db, { personId })
  return { ...registrar, grants: [], personId, accountId: account.id }
}

const wishFor = ({ callId }: World) => ({
  ...{ callId, version: 0, stage: 'primary', subject: 'chinese' },
  ...{ name: '王晓红工作室', plan: '王晓红在梁水镇中心小学三年规划' },
})

const apply = (world: World, teacher: Actor, change = {}, day = TODAY) =>
  applyToCall(world.db, teacher, { ...wishFor(world), ...change }, day)

async function expertsOf({ db, prefecture, registrar, callId }: World, count = 3): Promise<Actor[]> {
  const accounts = await Promise.all(
    Array.from({ length: count }, (_, at) =>
      buildAccount(db, { username: `expert${at}`, organisationId: prefecture.id }),
    ),
  )
  const names = accounts.map(({ username }) => username)
  const { version } = await db.studioCall.findUniqueOrThrow({ where: { id: callId } })
  expect(reasonOf(await nameExperts(db, registrar, { id: callId, version, names }, CLOSED))).toBe('done')
  return accounts.map(({ id }) => ({ ...registrar, grants: [], personId: null, accountId: id }))
}

const score = (db: PrismaClient, by: Actor, applicationId: string, points: number | null) =>
  giveScore(db, by, { applicationId, points, declares: points === null, comment: '' }, CLOSED)

async function propose({ db, registrar, callId }: World, applicationIds: string[]) {
  const { version } = await db.studioCall.findUniqueOrThrow({ where: { id: callId } })
  return reasonOf(await proposeStudios(db, registrar, { id: callId, version, applicationIds }, CLOSED))
}

async function decide(db: PrismaClient, by: Actor, decision: 'approve' | 'return' | 'reject' = 'approve') {
  const { id, version } = await db.approvalCase.findFirstOrThrow({ where: { decidedAt: null } })
  return reasonOf(await decideCase(db, by, { id, version, comment: '同意', decision }, CLOSED))
}

describe('a call', () => {
  test('is of a bureau, in the order of its days', async ({ db }) => {
    const { prefecture, school, registrar } = await world(db)
    const say = async (change: object) =>
      reasonOf(await sayCall(db, registrar, { ...call, orgId: prefecture.id, ...change }, TODAY))
    expect(await say({ orgId: school.id })).toBe('not_a_bureau')
    expect(await say({ closesOn: '2026-11-28' })).toBe('closes_before_opens')
    expect(await say({ opensOn: '2026-01-01', closesOn: '2026-02-01' })).toBe('closed_already')
    expect(await say({ termFrom: '2026-12-31' })).toBe('term_before_close')
  })

  test('takes applications whose conditions hold, while it is open; sent anew they are replaced', async ({
    db,
  }) => {
    const here = await world(db)
    const teacher = await teacherOf(here)
    expect(reasonOf(await apply(here, teacher, { stage: 'junior' }))).toBe('not_called_for')
    expect(reasonOf(await apply(here, teacher, {}, CLOSED))).toBe('not_open')
    expect(reasonOf(await apply(here, teacher))).toBe('done')
    expect(reasonOf(await apply(here, teacher))).toBe('stale')
    expect(reasonOf(await apply(here, teacher, { version: 1, name: '读写工作室' }))).toBe('done')
    const taken = await withdrawApplication(db, teacher, { callId: here.callId, version: 2 }, TODAY)
    expect(reasonOf(taken)).toBe('done')
    expect(await db.studioApplication.findMany()).toMatchObject([
      { state: 'withdrawn', name: '读写工作室', decision: { outcome: 'may' } },
    ])
    const { id: novice } = await buildPerson(db, { appointment: { workOrgId: here.school.id } })
    expect(reasonOf(await apply(here, { ...teacher, personId: novice }))).toBe('conditions')
  })

  test('that is called off takes nothing more', async ({ db }) => {
    const here = await world(db)
    const wish = { id: here.callId, version: 1 }
    expect(reasonOf(await callOff(db, await actorWith(db, 'registrar', here.county.id), wish))).toBe(
      'not_allowed',
    )
    expect(reasonOf(await callOff(db, here.registrar, wish))).toBe('done')
    expect(reasonOf(await apply(here, await teacherOf(here)))).toBe('not_open')
  })
})

describe('scoring', () => {
  test('is blind: an expert reads neither names nor schools', async ({ db }) => {
    const here = await world(db)
    await apply(here, await teacherOf(here))
    const [expert] = await expertsOf(here)
    const reviews = await reviewsOf(db, expert ?? here.registrar, CLOSED)
    expect(reviews).toMatchObject([{ number: 1, studioName: '□□工作室', plan: '□□在□□三年规划' }])
    expect(JSON.stringify(reviews)).not.toMatch(/王晓红|梁水镇/)
    expect(await reviewsOf(db, here.registrar, CLOSED)).toEqual([])
  })

  test('keeps one score of an expert, none of their own school, whatever writes it', async ({ db }) => {
    const here = await world(db)
    await apply(here, await teacherOf(here))
    const { id: applicationId } = await db.studioApplication.findFirstOrThrow()
    const { id: colleague } = await buildPerson(db, { appointment: { workOrgId: here.school.id } })
    const account = await buildAccount(db, { username: 'colleague', personId: colleague })
    const names = ['expert0', 'expert1', 'colleague']
    const name = async (day: string) =>
      reasonOf(await nameExperts(db, here.registrar, { id: here.callId, version: 1, names }, day))
    expect(await name(TODAY)).toBe('still_open')
    expect(await name(CLOSED)).toBe('expert_unknown')
    await buildAccount(db, { username: 'expert0' })
    const one = await buildAccount(db, { username: 'expert1' })
    expect(await name(CLOSED)).toBe('done')
    const expert = { ...here.registrar, grants: [], personId: null, accountId: one.id }
    const tied = { ...expert, personId: colleague, accountId: account.id }
    expect(reasonOf(await score(db, here.registrar, applicationId, 9_000))).toBe('not_found')
    expect(reasonOf(await score(db, expert, applicationId, 9_000))).toBe('done')
    expect(reasonOf(await score(db, expert, applicationId, 8_800))).toBe('done')
    expect(reasonOf(await score(db, tied, applicationId, 9_900))).toBe('conflict')
    expect(await score(db, tied, applicationId, null)).toMatchObject({ ok: true, conflict: 'own_school' })
    expect(await db.studioScore.findMany({ orderBy: { points: 'asc' } })).toMatchObject([
      { points: 8_800, conflict: null },
      { points: null, conflict: 'own_school' },
    ])
    await expect(
      db.studioScore.update({
        where: { applicationId_accountId: { applicationId, accountId: account.id } },
        data: { points: 100, conflict: null },
      }),
    ).rejects.toThrow('another school')
  })
})

describe('a proposal', () => {
  test('needs its scores; approved by school and city, and put up, the studio stands for its term', async ({
    db,
  }) => {
    const here = await world(db)
    await apply(here, await teacherOf(here))
    await apply(here, await teacherOf(here, '李静'))
    const [first, second] = await db.studioApplication.findMany({ orderBy: { id: 'asc' } })
    const [a = '', b = ''] = [first?.id, second?.id]
    const experts = await expertsOf(here)
    for (const by of experts.slice(1)) await score(db, by, a, 9_000)
    expect(await propose(here, [a])).toBe('too_few_scores')
    for (const by of experts) await score(db, by, a, 9_000)
    expect(await propose(here, [])).toBe('nobody_chosen')
    expect(await propose(here, [a, b])).toBe('too_many')
    expect(await propose(here, [newId()])).toBe('not_found')
    expect(await propose(here, [a])).toBe('done')
    expect(reasonOf(await score(db, experts[0] ?? here.registrar, a, 1))).toBe('not_found')

    const head = await actorWith(db, 'leader', here.school.id)
    const city = await actorWith(db, 'leader', here.prefecture.id)
    expect(await decide(db, city)).not.toBe('done')
    expect(await decide(db, head)).toBe('done')
    expect(await decide(db, city)).toBe('done')
    const notice = await db.publicNotice.findFirstOrThrow()
    expect(notice.rows).toEqual([{ name: '王晓红', organisation: '梁水镇中心小学', note: '王晓红工作室' }])
    expect(await db.studio.count()).toBe(0)
    await advanceCases(db, NOTICE_OVER)
    expect(await db.studio.findMany({ include: { members: true } })).toMatchObject([
      {
        ...{ tier: 'city', schoolId: here.school.id, stage: 'primary', subject: 'chinese' },
        ...{ validFrom: new Date('2027-03-01'), validTo: new Date('2030-03-01') },
        members: [{ personId: first?.personId, role: 'leader' }],
      },
    ])
    expect(await db.studioApplication.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { state: 'founded' },
      { state: 'refused' },
    ])
    expect(await db.notification.count({ where: { topic: { startsWith: 'notice.studio_' } } })).toBe(5)
  })

  test('that is returned is made anew; refused, the call is where it was', async ({ db }) => {
    const here = await world(db)
    await apply(here, await teacherOf(here))
    await apply(here, await teacherOf(here, '李静'))
    const [a = '', b = ''] = (await db.studioApplication.findMany({ orderBy: { id: 'asc' } })).map(
      ({ id }) => id,
    )
    for (const by of await expertsOf(here)) for (const id of [a, b]) await score(db, by, id, 9_000)
    const head = await actorWith(db, 'leader', here.school.id)
    expect(await propose(here, [a])).toBe('done')
    expect(await propose(here, [b])).toBe('wrong_state')
    expect(await decide(db, head, 'return')).toBe('done')
    expect(await propose(here, [b])).toBe('done')
    expect(await db.studioApplication.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { state: 'sent' },
      { state: 'proposed' },
    ])
    expect(await decide(db, head, 'reject')).toBe('done')
    expect(await db.studioCall.findFirst()).toMatchObject({ state: 'scoring' })
    expect(await db.studioApplication.count({ where: { state: 'sent' } })).toBe(2)
  })

  test('whose leader leads another studio by then is left out', async ({ db }) => {
    const here = await world(db)
    const teacher = await teacherOf(here)
    await apply(here, teacher)
    const { id } = await db.studioApplication.findFirstOrThrow()
    for (const by of await expertsOf(here)) await score(db, by, id, 9_000)
    expect(await propose(here, [id])).toBe('done')
    const orgId = here.county.id
    await buildStudio(db, { orgId, schoolId: here.school.id, leaderId: teacher.personId ?? '' })
    expect(await decide(db, await actorWith(db, 'leader', here.school.id))).toBe('done')
    expect(await decide(db, await actorWith(db, 'leader', here.prefecture.id))).toBe('done')
    await advanceCases(db, NOTICE_OVER)
    expect(await db.studio.count()).toBe(1)
    expect(await db.studioApplication.findFirst()).toMatchObject({ state: 'refused' })
  })
})
