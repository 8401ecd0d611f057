/** The feeds of a studio, of the host school and of a member, read by an independent parser. */
import ICAL from 'ical.js'
import { expect } from 'vitest'
import { calendarBehind } from '#app/composition/calendar.server.ts'
import {
  cancelActivity,
  moveActivity,
  scheduleActivity,
} from '#app/modules/studios/activities/activities.commands.server.ts'
import { calendarBehindFeed, feedAddress, makeStudioFeed } from '#app/modules/studios/feeds/feed.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { newId } from '#app/platform/ids.ts'
import { makeFeed } from '#app/platform/notifications/choices.commands.server.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import {
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { buildStudio } from '#test/factories/studios.ts'
import { test } from '#test/harness/db.ts'

const TODAY = '2027-03-10'
const words = { t: translator('zh-CN'), locale: 'zh-CN' } as const
const TITLE = '送教；下乡, \r\nEND:VEVENT <script>alert(1)</script>'

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const home = await buildSchool(db, { parentId: county.id, name: '实验小学' })
  const host = await buildSchool(db, { parentId: county.id, name: '梁水镇中心小学' })
  const { id: personId } = await buildPerson(db, { appointment: { workOrgId: home.id } })
  const { id: memberId } = await buildPerson(db, { appointment: { workOrgId: home.id } })
  const studio = await buildStudio(db, { orgId: county.id, schoolId: home.id, leaderId: personId })
  const { validFrom, validTo } = studio
  await db.studioMember.create({
    data: { id: newId(), studioId: studio.id, personId: memberId, role: 'core', validFrom, validTo },
  })
  const office = await actorWith(db, 'school_office', host.id)
  const of = async (id: string) => ({
    ...{ ...office, grants: [], personId: id, accountId: (await buildAccount(db, { personId: id })).id },
  })
  return { home, host, studio, office, leader: await of(personId), member: await of(memberId), memberId }
}

/** At a time of day: a person's calendar has their deadlines too, which are whole days. */
function eventsIn(text: string | null) {
  const calendar = new ICAL.Component(ICAL.parse(text ?? ''))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const vevents = calendar.getAllSubcomponents('vevent').filter((one) => one.getFirstPropertyValue('status'))
  return vevents.map((one) => {
    const event = new ICAL.Event(one)
    return {
      ...{ uid: event.uid, summary: event.summary, place: event.location, sequence: event.sequence },
      status: String(one.getFirstPropertyValue('status')),
      zone: event.startDate.zone?.tzid,
      from: event.startDate.toJSDate().toISOString(),
      to: event.endDate.toJSDate().toISOString(),
    }
  })
}

test('hold the event at the right instant, moved and cancelled too', async ({ db }) => {
  const { host, studio, office, leader, member, memberId } = await world(db)
  const schedule = async (day: string) => {
    const done = await scheduleActivity(
      db,
      leader,
      {
        ...{
          studioId: studio.id,
          kind: 'outreach',
          title: TITLE,
          about: '',
          hostId: host.id,
          room: '录播室',
        },
        ...{ time: { day, from: '14:00', to: '16:30' }, repeat: { kind: 'once' }, onlineUrl: null },
        ...{ stage: 'primary', subject: 'chinese', tenths: 20, people: [memberId] },
      },
      TODAY,
    )
    return done.ok ? (done.ids[0] ?? '') : ''
  }
  const [moved, cancelled] = [await schedule('2027-03-17'), await schedule('2027-03-24')]
  const time = { day: '2027-03-18', from: '09:00', to: '10:00' }
  await moveActivity(db, leader, { id: moved, version: 1, time }, TODAY)
  await cancelActivity(db, leader, { id: cancelled, version: 1, why: '考试' }, TODAY)

  expect(await makeStudioFeed(db, office, { kind: 'studio', id: studio.id }, TODAY)).toMatchObject({
    ok: false,
  })
  await makeStudioFeed(db, leader, { kind: 'studio', id: studio.id }, TODAY)
  await makeStudioFeed(db, office, { kind: 'school', id: host.id }, TODAY)
  await makeFeed(db, member, { formKey: null })
  const behind = async (kind: 'studio' | 'school', id: string) => {
    const address = await feedAddress(db, { kind, id })
    const secret = /\/feeds\/(.+)\.ics$/.exec(address ?? '')?.[1] ?? ''
    return calendarBehindFeed(db, secret, TODAY, words)
  }
  const own = await db.calendarFeed.findFirstOrThrow()
  const texts = [
    await behind('studio', studio.id),
    await behind('school', host.id),
    await calendarBehind(db, decryptPersonal(own.secret)),
  ]
  for (const text of texts) {
    expect(eventsIn(text)).toEqual([
      {
        ...{ uid: `${moved}@shizi`, sequence: 1, status: 'TENTATIVE', zone: 'Asia/Shanghai' },
        ...{ summary: expect.stringContaining('<script>'), place: '梁水镇中心小学 录播室' },
        ...{ from: '2027-03-18T01:00:00.000Z', to: '2027-03-18T02:00:00.000Z' },
      },
      {
        ...{ uid: `${cancelled}@shizi`, sequence: 1, status: 'CANCELLED', zone: 'Asia/Shanghai' },
        ...{ summary: expect.anything(), place: '梁水镇中心小学 录播室' },
        ...{ from: '2027-03-24T06:00:00.000Z', to: '2027-03-24T08:30:00.000Z' },
      },
    ])
  }
  const before = await feedAddress(db, { kind: 'studio', id: studio.id })
  await makeStudioFeed(db, leader, { kind: 'studio', id: studio.id }, TODAY)
  const secret = /\/feeds\/(.+)\.ics$/.exec(before ?? '')?.[1] ?? ''
  expect(await calendarBehindFeed(db, secret, TODAY, words)).toBeNull()
})

test('of ten thousand events are whole', { timeout: 120_000 }, async ({ db }) => {
  const { home, studio, leader } = await world(db)
  await db.$executeRaw`
    insert into studio_activity (id, studio_id, kind, title, starts_at, ends_at, host_id, stage, subject)
    select gen_random_uuid(), ${studio.id}::uuid, 'seminar', '研讨 ' || n, timestamptz '2027-01-01 08:00+08' + n * interval '1 hour',
      timestamptz '2027-01-01 09:00+08' + n * interval '1 hour', ${home.id}::uuid, 'primary', 'chinese'
    from generate_series(1, 10000) as n`
  await makeStudioFeed(db, leader, { kind: 'studio', id: studio.id }, TODAY)
  const address = await feedAddress(db, { kind: 'studio', id: studio.id })
  const secret = /\/feeds\/(.+)\.ics$/.exec(address ?? '')?.[1] ?? ''
  const text = (await calendarBehindFeed(db, secret, TODAY, words)) ?? ''
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(new Set(events.map((one) => one.getFirstPropertyValue('uid'))).size).toBe(10_000)
})
