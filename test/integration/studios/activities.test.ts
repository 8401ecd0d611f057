/** Activities of a studio: a series is all or none, a move is a booking too, a cancelled one books nobody. */
import { expect } from 'vitest'
import {
  type ActivityWish,
  cancelActivity,
  moveActivity,
  scheduleActivity,
} from '#app/modules/studios/activities/activities.commands.server.ts'
import { answerActivity, decideCounter } from '#app/modules/studios/activities/answers.commands.server.ts'
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
import { buildStudio } from '#test/factories/studios.ts'
import { test, testOnServer } from '#test/harness/db.ts'

const TODAY = '2027-03-10'

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const [home, host] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
  ]
  const { id: personId } = await buildPerson(db, { appointment: { workOrgId: home.id } })
  const term = { validFrom: new Date('2027-03-01'), validTo: new Date('2030-03-01') }
  const studioId = newId()
  await db.studio.create({
    data: {
      ...{ id: studioId, name: '语文', tier: 'city', orgId: prefecture.id, schoolId: home.id },
      ...{ stage: 'primary', subject: 'chinese', ...term },
      members: { create: { id: newId(), personId, role: 'leader', ...term } },
    },
  })
  const leader = { ...(await actorWith(db, 'registrar', prefecture.id)), grants: [], personId }
  await db.account.update({ where: { id: leader.accountId }, data: { personId } })
  const wish: ActivityWish = {
    ...{ studioId, kind: 'outreach', title: '送教下乡', about: '', hostId: host.id, room: '录播室' },
    time: { day: '2027-03-17', from: '14:00', to: '16:00' },
    repeat: { kind: 'weekly', everyWeeks: 1, until: '2027-04-07' },
    ...{ onlineUrl: null, stage: 'primary', subject: 'chinese', tenths: 20, people: [] },
  }
  return { leader, wish, home, county, prefecture }
}

test('a series is there as a whole or not at all', async ({ db }) => {
  const { leader, wish, county } = await world(db)
  const once = { ...wish, repeat: { kind: 'once' } as const }
  expect(
    await scheduleActivity(
      db,
      leader,
      { ...once, formKey: newId(), time: { ...wish.time, day: '2027-04-07' } },
      TODAY,
    ),
  ).toMatchObject({ ok: true })
  expect(await scheduleActivity(db, leader, wish, TODAY)).toEqual({ ok: false, reason: 'clash' })
  expect(await db.studioActivity.count()).toBe(1)
  const until = { kind: 'weekly', everyWeeks: 1, until: '2027-03-31' } as const
  expect(await scheduleActivity(db, leader, { ...wish, repeat: until }, TODAY)).toMatchObject({ ok: true })
  expect(await db.studioActivity.count({ where: { state: 'asked', seriesId: { not: null } } })).toBe(3)

  const refused = async (change: Partial<ActivityWish>) => {
    const done = await scheduleActivity(db, leader, { ...once, ...change }, TODAY)
    return done.ok ? null : done.reason
  }
  expect(await refused({ time: { ...wish.time, to: '13:00' } })).toBe('ends_before')
  expect(await refused({ time: { ...wish.time, day: '2030-03-01' } })).toBe('outside_term')
  expect(await refused({ time: { ...wish.time, day: '2027-03-09' } })).toBe('in_past')
  expect(await refused({ repeat: { kind: 'weekly', everyWeeks: 1, until: '2037-03-17' } })).toBe(
    'repeat_too_many',
  )
  expect(await refused({ hostId: newId() })).toBe('host_unknown')
  expect(await refused({ people: [newId()] })).toBe('not_a_member')
  const other = await actorWith(db, 'registrar', county.id)
  expect(await scheduleActivity(db, other, once, TODAY)).toMatchObject({ reason: 'not_allowed' })
})

test('one that is moved is asked again and counts up; one cancelled leaves its time free', async ({ db }) => {
  const { leader, wish } = await world(db)
  const once = { ...wish, repeat: { kind: 'once' } as const }
  const done = await scheduleActivity(db, leader, once, TODAY)
  const [id = ''] = done.ok ? done.ids : []
  const time = { day: '2027-03-18', from: '09:00', to: '11:00' }
  expect(await moveActivity(db, leader, { id, version: 1, time }, TODAY)).toMatchObject({ ok: true })
  expect(await db.studioActivity.findFirst()).toMatchObject({
    ...{ state: 'asked', sequence: 1, startsAt: new Date('2027-03-18T01:00:00Z') },
  })
  expect(await scheduleActivity(db, leader, { ...once, time }, TODAY)).toMatchObject({ reason: 'clash' })
  expect(await cancelActivity(db, leader, { id, version: 2, why: '考试' }, TODAY)).toMatchObject({ ok: true })
  expect(await scheduleActivity(db, leader, { ...once, time }, TODAY)).toMatchObject({ ok: true })
  expect(await moveActivity(db, leader, { id, version: 3, time }, TODAY)).toMatchObject({
    reason: 'wrong_state',
  })
})

test('a host takes a date, or counters with another that the studio takes; once each', async ({ db }) => {
  const { leader, wish } = await world(db)
  const office = await actorWith(db, 'school_office', wish.hostId ?? '')
  const done = await scheduleActivity(db, leader, { ...wish, repeat: { kind: 'once' } }, TODAY)
  const [id = ''] = done.ok ? done.ids : []
  const time = { day: '2027-03-19', from: '08:00', to: '10:00' }
  const counter = { id, version: 1, answer: 'countered' as const, time, note: '当天有考试' }
  expect(await answerActivity(db, leader, counter)).toMatchObject({ reason: 'not_found' })
  expect(await answerActivity(db, office, { ...counter, time: { ...time, to: '07:00' } })).toMatchObject({
    reason: 'ends_before',
  })
  expect(await answerActivity(db, office, counter)).toMatchObject({ ok: true })
  expect(
    await answerActivity(db, office, { ...counter, version: 2, answer: 'accepted', time: null }),
  ).toMatchObject({
    reason: 'answered',
  })
  expect(await decideCounter(db, leader, { id, version: 2, takes: true }, TODAY)).toMatchObject({ ok: true })
  const startsAt = new Date('2027-03-19T00:00:00Z')
  expect(await db.studioActivity.findFirst()).toMatchObject({ state: 'planned', sequence: 1, startsAt })
  expect(await db.studioBooking.findMany()).toMatchObject([{ startsAt }, { startsAt }])
})

test('what a host takes or declines is news to calendars, and is answered once', async ({ db }) => {
  const { leader, wish } = await world(db)
  const office = await actorWith(db, 'school_office', wish.hostId)
  const once = { ...wish, repeat: { kind: 'once' } as const }
  const state = async (day: string, answer: 'accepted' | 'declined') => {
    const done = await scheduleActivity(db, leader, { ...once, time: { ...wish.time, day } }, TODAY)
    const [id = ''] = done.ok ? done.ids : []
    const said = { id, version: 1, answer, time: null, note: '' }
    expect(await answerActivity(db, office, said)).toMatchObject({ ok: true })
    expect(await answerActivity(db, office, { ...said, version: 2 })).toMatchObject({ reason: 'wrong_state' })
    return db.studioActivity.findUnique({ where: { id }, select: { state: true, sequence: true } })
  }
  expect(await state('2027-03-17', 'accepted')).toEqual({ state: 'planned', sequence: 1 })
  expect(await state('2027-03-18', 'declined')).toEqual({ state: 'declined', sequence: 1 })
})

testOnServer('a person or a room is booked once, whoever asks at the same moment', async ({ db }) => {
  const { leader, wish, home, prefecture } = await world(db)
  const { id: otherId } = await buildPerson(db, { appointment: { workOrgId: home.id } })
  const term = { validFrom: '2027-03-01', validTo: '2030-03-01' }
  const other = await buildStudio(db, { orgId: prefecture.id, schoolId: home.id, leaderId: otherId, ...term })
  const account = await buildAccount(db, { personId: otherId })
  const asOther = { ...leader, personId: otherId, accountId: account.id }
  const once = { ...wish, repeat: { kind: 'once' } as const }
  const at = (from: string, to: string) => ({ ...once, time: { day: '2027-03-17', from, to } })
  const done = await Promise.all([
    scheduleActivity(db, leader, at('14:00', '16:00'), TODAY),
    scheduleActivity(db, asOther, { ...at('15:00', '17:00'), studioId: other.id }, TODAY),
    scheduleActivity(db, leader, at('14:30', '15:30'), TODAY),
    scheduleActivity(db, asOther, { ...at('14:00', '18:00'), studioId: other.id }, TODAY),
  ])
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  expect(done.filter((one) => !one.ok && one.reason === 'clash')).toHaveLength(3)
  expect(await db.studioActivity.count()).toBe(1)
  expect(await db.studioBooking.count()).toBe(2)
})
