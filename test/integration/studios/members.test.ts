/** Members of a studio: asked and answered, seats kept for rural schools, turns of a person, leaving. */
import { describe, expect } from 'vitest'
import {
  answerWish,
  applyToJoin,
  endMembership,
  inviteMember,
} from '#app/modules/studios/members/members.commands.server.ts'
import { joinableFor } from '#app/modules/studios/members/members.queries.server.ts'
import { closePair, makePair } from '#app/modules/studios/members/pairs.commands.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import {
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { buildActivity, buildMember, buildStudio } from '#test/factories/studios.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const TODAY = '2027-03-10'
const TERM = { validFrom: '2027-03-01', validTo: '2030-03-01' }

type Said = { ok: boolean; reason?: string }
const reasonOf = (said: Said) => (said.ok ? 'done' : said.reason)

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const town = await buildSchool(db, { parentId: county.id, placeType: '111', name: '实验小学' })
  const village = await buildSchool(db, { parentId: county.id, placeType: '220', name: '村小' })
  const base = await actorWith(db, 'registrar', prefecture.id)
  const teacher = async (schoolId: string, name = '李明'): Promise<Actor & { personId: string }> => {
    const appointment = { workOrgId: schoolId, staffCategory: 'full_time_teacher', subject: 'chinese' }
    const { id: personId } = await buildPerson(db, { name, appointment })
    const account = await buildAccount(db, { personId, organisationId: schoolId })
    return { ...base, grants: [], personId, accountId: account.id, displayName: name }
  }
  const leader = await teacher(town.id, '主持人')
  const studio = await buildStudio(db, {
    ...{ orgId: prefecture.id, schoolId: town.id, leaderId: leader.personId },
    ...TERM,
  })
  return { db, prefecture, county, town, village, teacher, leader, studioId: studio.id }
}
type World = Awaited<ReturnType<typeof world>>

const apply = ({ db, studioId }: World, by: Actor, role: 'core' | 'trainee' = 'trainee', of = studioId) =>
  applyToJoin(db, by, { studioId: of, role, note: '' }, TODAY)

const answer = (
  { db }: World,
  by: Actor,
  said: Awaited<ReturnType<typeof apply>>,
  word: 'accepted' | 'declined' | 'withdrawn' = 'accepted',
) => answerWish(db, by, { id: said.ok ? said.id : newId(), version: 1, answer: word }, TODAY)

async function join(world: World, by: Actor, role: 'core' | 'trainee' = 'trainee') {
  expect(reasonOf(await answer(world, world.leader, await apply(world, by, role)))).toBe('done')
  return world.db.studioMember.findFirstOrThrow({
    where: { studioId: world.studioId, personId: by.personId ?? '' },
  })
}

const fill = async ({ db, studioId, teacher, town }: World, role: 'core' | 'trainee', count: number) => {
  for (let seat = 1; seat <= count; seat++)
    await buildMember(db, { studioId, role, seat, personId: (await teacher(town.id)).personId })
}

describe('joining', () => {
  test('is asked by one side and answered by the other, for the rest of the term', async ({ db }) => {
    const here = await world(db)
    const one = await here.teacher(here.village.id, '王红')
    const invite = { studioId: here.studioId, schoolId: here.village.id, name: '王红', staffNumber: null }
    const asked = await inviteMember(db, here.leader, { ...invite, role: 'trainee', note: '欢迎' }, TODAY)
    expect(reasonOf(asked)).toBe('done')
    expect(reasonOf(await answer(here, here.leader, asked))).toBe('not_allowed')
    expect(reasonOf(await apply(here, one))).toBe('is_asked')
    expect(reasonOf(await answer(here, one, asked))).toBe('done')
    expect(reasonOf(await answer(here, one, asked))).toBe('wrong_state')
    expect(await db.studioMember.findFirst({ where: { personId: one.personId } })).toMatchObject({
      ...{ role: 'trainee', validFrom: new Date(TODAY), validTo: new Date('2030-03-01') },
    })
    const told = await db.notification.findMany({ where: { topic: { startsWith: 'notice.studio_wish' } } })
    expect(told.map(({ topic }) => topic).toSorted()).toEqual([
      'notice.studio_wish_accepted',
      'notice.studio_wish_invited',
    ])
    expect(reasonOf(await apply(here, one))).toBe('is_member')
  })

  test('is taken back by who asked, declined by who was asked, and no business of anybody else', async ({
    db,
  }) => {
    const here = await world(db)
    const [one, other] = [await here.teacher(here.town.id), await here.teacher(here.town.id)]
    const asked = await apply(here, one)
    expect(reasonOf(await answer(here, other, asked))).toBe('not_found')
    expect(reasonOf(await answer(here, one, asked))).toBe('not_allowed')
    expect(reasonOf(await answer(here, one, asked, 'withdrawn'))).toBe('done')
    expect(reasonOf(await answer(here, here.leader, await apply(here, one), 'declined'))).toBe('done')
    expect(await db.studioMember.count({ where: { role: 'trainee' } })).toBe(0)
  })

  test('names one teacher of the school, or says why not', async ({ db }) => {
    const here = await world(db)
    await here.teacher(here.town.id, '张伟')
    const twin = await here.teacher(here.town.id, '张伟')
    const { staffNumber } = await db.person.findUniqueOrThrow({ where: { id: twin.personId } })
    const of = (change: object) =>
      inviteMember(
        db,
        here.leader,
        {
          ...{ studioId: here.studioId, schoolId: here.town.id, name: '张伟', staffNumber: null },
          ...{ role: 'core', note: '', ...change },
        },
        TODAY,
      )
    expect(reasonOf(await of({}))).toBe('person_several')
    expect(reasonOf(await of({ name: '无此人' }))).toBe('person_unknown')
    expect(reasonOf(await of({ schoolId: here.village.id }))).toBe('person_unknown')
    expect(reasonOf(await of({ staffNumber }))).toBe('done')
    expect(reasonOf(await of({ name: '主持人' }))).toBe('is_member')
  })

  test('is for those of the area: a county’s studio takes nobody of another county', async ({ db }) => {
    const here = await world(db)
    const other = await buildCounty(db, { parentId: here.prefecture.id })
    const away = await here.teacher((await buildSchool(db, { parentId: other.id })).id)
    const own = await buildStudio(db, { orgId: here.county.id, schoolId: here.town.id, ...TERM })
    expect(reasonOf(await apply(here, away, 'trainee', own.id))).toBe('not_of_area')
    const [city] = [await joinableFor(db, away.personId, TODAY)]
    expect(city.map(({ id }) => id)).toEqual([here.studioId])
    expect(reasonOf(await apply(here, away))).toBe('done')
    expect(await joinableFor(db, away.personId, TODAY)).toEqual([])
  })
})

describe('seats', () => {
  test('of trainees are kept for rural and weak schools', async ({ db }) => {
    const here = await world(db)
    await fill(here, 'trainee', 14)
    expect(reasonOf(await apply(here, await here.teacher(here.town.id)))).toBe('kept_for_rural')
    const { seat } = await join(here, await here.teacher(here.village.id))
    expect(seat).toBe(20)
    const { id: organisationId } = here.town
    const designation = { id: newId(), organisationId, kind: 'weak', validFrom: new Date('2026-01-01') }
    await db.organisationDesignation.create({ data: designation })
    expect((await join(here, await here.teacher(here.town.id))).seat).toBe(19)
  })

  test('run out, and so do the turns of a person', async ({ db }) => {
    const here = await world(db)
    await fill(here, 'core', 8)
    const one = await here.teacher(here.town.id)
    expect(reasonOf(await apply(here, one, 'core'))).toBe('full')
    const another = await buildStudio(db, { orgId: here.prefecture.id, schoolId: here.town.id, ...TERM })
    expect(reasonOf(await apply(here, here.leader, 'core', another.id))).toBe('no_turn')
    expect(reasonOf(await apply(here, here.leader, 'trainee', another.id))).toBe('done')
  })
})

testOnServer('the last seat is taken once, whoever says yes at the same moment', async ({ db }) => {
  const here = await world(db)
  await fill(here, 'core', 7)
  const people = await Promise.all(Array.from({ length: 4 }, () => here.teacher(here.town.id)))
  const asked = await Promise.all(people.map((one) => apply(here, one, 'core')))
  const said = await Promise.all(asked.map((one) => answer(here, here.leader, one)))
  expect(said.map(reasonOf).toSorted()).toEqual(['done', 'full', 'full', 'full'])
  expect(await db.studioMember.count({ where: { studioId: here.studioId, role: 'core' } })).toBe(8)
})

testOnServer('the database refuses a seat twice, whoever writes it', async ({ db }) => {
  const here = await world(db)
  const [one, other] = [await here.teacher(here.town.id), await here.teacher(here.town.id)]
  const seat = { studioId: here.studioId, seat: 3 }
  await buildMember(db, { ...seat, personId: one.personId })
  await expect(buildMember(db, { ...seat, personId: other.personId })).rejects.toThrow('studio_member_seat')
})

describe('leaving', () => {
  test('ends the membership today, frees the dates to come, and ends the pairs', async ({ db }) => {
    const here = await world(db)
    const one = await here.teacher(here.village.id)
    const { id } = await join(here, one)
    const { id: studioId } = { id: here.studioId }
    const paired = await makePair(
      db,
      here.leader,
      { studioId, mentorId: here.leader.personId, traineeId: one.personId, goal: '公开课' },
      TODAY,
    )
    expect(reasonOf(paired)).toBe('done')
    // The early morning of the next day in China is still today in UTC.
    const {
      id: activityId,
      startsAt,
      endsAt,
    } = await buildActivity(db, {
      ...{ studioId, hostId: here.town.id, startsAt: new Date('2027-03-10T23:00:00Z') },
    })
    const key = `person:${one.personId}`
    await db.studioBooking.create({ data: { activityId, key, startsAt, endsAt } })
    const end = (by: Actor) => endMembership(db, by, { id, why: '工作调动' }, TODAY)
    expect(reasonOf(await end(await here.teacher(here.town.id)))).toBe('not_found')
    expect(reasonOf(await end(one))).toBe('done')
    expect(reasonOf(await end(here.leader))).toBe('wrong_state')
    const over = { validTo: new Date('2027-03-11') }
    expect(await db.studioMember.findUnique({ where: { id } })).toMatchObject({
      ...over,
      leftWhy: '工作调动',
    })
    expect(await db.studioPair.findFirst()).toMatchObject(over)
    expect(await db.studioBooking.count({ where: { key } })).toBe(0)
    expect(reasonOf(await apply(here, one))).toBe('is_member')
    expect(reasonOf(await applyToJoin(db, one, { studioId, role: 'trainee', note: '' }, '2027-03-11'))).toBe(
      'done',
    )
  })

  test('is not for the leader', async ({ db }) => {
    const here = await world(db)
    const { id } = await db.studioMember.findFirstOrThrow({ where: { role: 'leader' } })
    expect(reasonOf(await endMembership(db, here.leader, { id, why: '' }, TODAY))).toBe('leads')
  })
})

test('a trainee has one mentor at a time, who leads or is a core member; the outcome is kept', async ({
  db,
}) => {
  const here = await world(db)
  const [core, trainee] = [await here.teacher(here.town.id), await here.teacher(here.village.id)]
  await join(here, core, 'core')
  await join(here, trainee)
  const pair = (mentor: Actor & { personId: string }, by = here.leader) => {
    const { studioId } = here
    const wish = { studioId, mentorId: mentor.personId, traineeId: trainee.personId, goal: '公开课' }
    return makePair(db, by, wish, TODAY)
  }
  expect(reasonOf(await pair(trainee))).toBe('not_a_member')
  expect(reasonOf(await pair(core, core as typeof here.leader))).toBe('not_allowed')
  const made = await pair(core)
  expect(reasonOf(made)).toBe('done')
  expect(reasonOf(await pair(here.leader))).toBe('has_mentor')
  const id = made.ok ? made.id : ''
  const close = () => closePair(db, here.leader, { id, version: 1, outcome: '上了县级公开课' }, TODAY)
  expect(reasonOf(await close())).toBe('done')
  expect(reasonOf(await close())).toBe('stale')
  expect(await db.studioPair.findUnique({ where: { id } })).toMatchObject({ outcome: '上了县级公开课' })
})
