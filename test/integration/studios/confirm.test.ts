/** What becomes of an activity that was held: the host's word, hours in the ledger, what teachers make of it; and of one never answered. */
import { expect } from 'vitest'
import { findClashes } from '#app/modules/studios/activities/clashes.server.ts'
import { confirmActivity, markHeld, sayUse } from '#app/modules/studios/activities/confirm.commands.server.ts'
import { lapse, remind } from '#app/modules/studios/activities/unanswered.job.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import {
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildStatus,
} from '#test/factories/registry.ts'
import { buildActivity, buildStudio } from '#test/factories/studios.ts'
import { test } from '#test/harness/db.ts'

const TODAY = '2027-03-18'
const AFTER = new Date('2027-03-17T09:00:00Z')
const reasonOf = (done: { ok: true } | { ok: false; reason: string }) => (done.ok ? 'done' : done.reason)

async function world(db: PrismaClient, state = 'planned') {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const home = await buildSchool(db, { parentId: county.id })
  const host = await buildSchool(db, { parentId: county.id })
  const leader = await buildPerson(db, { appointment: { workOrgId: home.id } })
  const teacher = await buildPerson(db, { name: '李静', appointment: { workOrgId: host.id } })
  const studio = await buildStudio(db, { orgId: county.id, schoolId: home.id, leaderId: leader.id })
  const account = await buildAccount(db, { personId: leader.id })
  const office = await actorWith(db, 'school_office', host.id)
  const asLeader = { ...office, grants: [], personId: leader.id, accountId: account.id }
  const activity = await buildActivity(db, { studioId: studio.id, hostId: host.id, state })
  return { db, home, host, leader, teacher, studio, office, asLeader, activity }
}
type World = Awaited<ReturnType<typeof world>>

const held = ({ db, asLeader, activity }: World, people: string[], now = AFTER) =>
  markHeld(db, asLeader, { id: activity.id, version: 1, people }, TODAY, now)
const confirmed = ({ db, office, activity }: World, change: object) =>
  confirmActivity(
    db,
    office,
    { ...{ id: activity.id, version: 2, happened: true, listeners: [], note: '' }, ...change },
    TODAY,
  )

test('everybody who was there has the hours, once the host has confirmed it', async ({ db }) => {
  const here = await world(db)
  const { leader, teacher, activity } = here
  expect(reasonOf(await held(here, [leader.id], new Date('2027-03-17T07:00:00Z')))).toBe('not_over')
  expect(reasonOf(await held(here, []))).toBe('nobody_there')
  expect(reasonOf(await held(here, [teacher.id]))).toBe('not_a_member')
  expect(reasonOf(await held(here, [leader.id]))).toBe('done')
  expect(await db.trainingEntry.count()).toBe(0)
  expect(reasonOf(await confirmed(here, { listeners: [leader.id] }))).toBe('not_of_school')
  expect(reasonOf(await confirmed(here, { listeners: [teacher.id] }))).toBe('done')
  expect(await db.trainingEntry.findMany({ orderBy: { kind: 'asc' } })).toMatchObject([
    { personId: teacher.id, kind: 'course', source: `studios:${activity.id}`, tenths: 20 },
    { personId: leader.id, kind: 'lesson', source: `studios:${activity.id}`, state: 'approved' },
  ])
  expect(reasonOf(await confirmed(here, { version: 3, listeners: [] }))).toBe('wrong_state')
})

test('what the host says was not held gives nobody hours, and says why', async ({ db }) => {
  const here = await world(db)
  await held(here, [here.leader.id])
  expect(reasonOf(await confirmed(here, { happened: false }))).toBe('why_missing')
  expect(reasonOf(await confirmed(here, { happened: false, note: '临时停课' }))).toBe('done')
  expect(await db.studioActivity.findFirst()).toMatchObject({ state: 'not_held' })
  expect([await db.trainingEntry.count(), await db.studioAttendance.count()]).toEqual([0, 0])
})

test('a teacher says by their own address whether they use it, and can say it anew', async ({ db }) => {
  const here = await world(db)
  await buildAccount(db, { personId: here.teacher.id })
  await held(here, [here.leader.id])
  await confirmed(here, { listeners: [here.teacher.id] })
  const told = await db.notification.findFirstOrThrow({ where: { topic: 'notice.studio_use' } })
  const secret = told.href.slice('/uses/'.length)
  expect(reasonOf(await sayUse(db, { secret: newId(), use: 'used', note: '' }))).toBe('not_found')
  expect(reasonOf(await sayUse(db, { secret, use: 'will', note: '' }))).toBe('done')
  expect(reasonOf(await sayUse(db, { secret, use: 'used', note: '<b>好</b>' }))).toBe('done')
  const kept = await db.studioAttendance.findMany({ where: { part: 'listener' } })
  expect(kept).toMatchObject([{ use: 'used', useNote: '<b>好</b>' }])
  expect(JSON.stringify(kept)).not.toContain(secret)
})

test('a host that never answers is reminded once; when the date has come, everybody is free again', async ({
  db,
}) => {
  const here = await world(db, 'asked')
  const { activity, leader } = here
  const range = { startsAt: activity.startsAt, endsAt: activity.endsAt }
  await db.studioBooking.create({ data: { activityId: activity.id, key: `person:${leader.id}`, ...range } })
  await db.studioActivity.update({
    where: { id: activity.id },
    data: { askedAt: new Date('2027-03-01T01:00:00Z') },
  })
  await remind(db, '2027-03-05')
  expect(await db.notification.count()).toBe(0)
  await remind(db, '2027-03-08')
  await remind(db, '2027-03-09')
  expect((await db.notification.findMany({ orderBy: { topic: 'asc' } })).map(({ topic }) => topic)).toEqual([
    'notice.studio_reminded',
    'notice.studio_unanswered',
  ])
  const booked = () => db.studioBooking.count({ where: { isReleased: false } })
  await lapse(db, new Date('2027-03-17T05:00:00Z'))
  expect(await booked()).toBe(1)
  await lapse(db, activity.startsAt)
  await lapse(db, activity.startsAt)
  expect(await db.studioActivity.findFirst()).toMatchObject({ state: 'lapsed', sequence: 1 })
  expect(await booked()).toBe(0)
})

test('all that stands against a date is told: who is booked, where, days off, holidays, leave', async ({
  db,
}) => {
  const { leader, host, activity } = await world(db)
  const range = { startsAt: activity.startsAt, endsAt: activity.endsAt }
  await db.studioBooking.create({ data: { activityId: activity.id, key: `person:${leader.id}`, ...range } })
  const asked = {
    ...{ from: '15:00', to: '17:00', people: [leader.id], hostId: host.id, room: null, except: null },
    days: ['2027-03-17', '2027-03-20'],
  }
  const keys = async (change: object) =>
    (await findClashes(db, { ...asked, ...change })).map(({ day, key }) => `${day} ${key}`)
  expect(await keys({})).toEqual([
    '2027-03-17 clash.person',
    '2027-03-17 clash.host_busy',
    '2027-03-20 clash.day_off',
  ])
  expect(await keys({ except: activity.id })).toEqual(['2027-03-20 clash.day_off'])
  expect(await keys({ from: '16:00', days: ['2027-03-17'] })).toEqual([])
  const spring = { firstDay: new Date('2027-03-18'), lastDay: new Date('2027-07-02'), source: '校历' }
  await db.schoolTerm.create({ data: { schoolYear: 2026, season: 'spring', ...spring } })
  expect(await keys({ from: '16:00', days: ['2027-03-17', '2027-03-18'] })).toEqual([
    '2027-03-17 clash.holidays',
  ])
  await db.statusPeriod.deleteMany({ where: { personId: leader.id } })
  await buildStatus(db, { personId: leader.id, status: 'sick_leave', validFrom: '2027-04-01' })
  expect(await keys({ days: ['2027-04-07'] })).toEqual(['2027-04-07 clash.engaged'])
})
