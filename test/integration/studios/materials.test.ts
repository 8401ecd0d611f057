/** Materials of activities, and the schools that an activity is for: who brings them, who reads them, who is told. */
import { expect } from 'vitest'
import { schoolsOfLines } from '#app/modules/registry/index.server.ts'
import {
  cancelActivity,
  scheduleActivity,
} from '#app/modules/studios/activities/activities.commands.server.ts'
import { findVisit, listVisits } from '#app/modules/studios/activities/activities.queries.server.ts'
import { eventsOf } from '#app/modules/studios/feeds/feed-events.server.ts'
import { addMaterial, removeMaterial } from '#app/modules/studios/materials/materials.commands.server.ts'
import { materialsOf, mayReadMaterial } from '#app/modules/studios/materials/materials.queries.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { translator } from '#app/platform/i18n/translate.ts'
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
import { test } from '#test/harness/db.ts'

const TODAY = '2027-03-10'
const words = { t: translator('zh-CN'), locale: 'zh-CN' as const }
const pdf = { name: '教案.pdf', bytes: Buffer.from('%PDF-1.4 教案') }

type Said = { ok: boolean; reason?: string }
const reasonOf = (said: Said) => (said.ok ? 'done' : said.reason)

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const school = () => buildSchool(db, { parentId: county.id })
  const [home, host, other, third] = [await school(), await school(), await school(), await school()]
  const base = await actorWith(db, 'registrar', county.id)
  const holder = async (): Promise<Actor & { personId: string }> => {
    const { id: personId } = await buildPerson(db, { appointment: { workOrgId: home.id } })
    const account = await buildAccount(db, { personId, organisationId: home.id })
    return { ...base, grants: [], personId, accountId: account.id }
  }
  const [leader, trainee, stranger] = [await holder(), await holder(), await holder()]
  const studio = await buildStudio(db, { orgId: county.id, schoolId: home.id, leaderId: leader.personId })
  await buildMember(db, { studioId: studio.id, personId: trainee.personId })
  const office = (of: { id: string }) => actorWith(db, 'school_office', of.id)
  return { db, home, host, other, third, leader, trainee, stranger, studio, base, office }
}

test('members bring materials; those whom they concern read them, nobody else; the leader takes them out', async ({
  db,
}) => {
  const here = await world(db)
  const activity = await buildActivity(db, { studioId: here.studio.id, hostId: here.host.id })
  await db.studioTarget.create({ data: { activityId: activity.id, schoolId: here.other.id } })
  const add = (by: Actor, file: typeof pdf | null = pdf) =>
    addMaterial(db, by, { activityId: activity.id, title: '教案', file }, TODAY)
  expect(reasonOf(await add(here.stranger))).toBe('not_found')
  expect(reasonOf(await add(here.trainee, null))).toBe('file_missing')
  const page = { name: '课件.html', bytes: Buffer.from('<html><script>alert(1)</script></html>') }
  expect(reasonOf(await add(here.trainee, page))).toBe('file_kind')
  const large = { name: '大.pdf', bytes: Buffer.concat([pdf.bytes, Buffer.alloc(10 * 1024 * 1024)]) }
  expect(reasonOf(await add(here.trainee, large))).toBe('file_too_large')
  const added = await add(here.trainee)
  expect(reasonOf(added)).toBe('done')
  const [row] = await materialsOf(db, activity.id)
  const may = (by: Actor) => mayReadMaterial(db, by, row?.attachmentId ?? '')
  const readers = [
    here.leader,
    here.trainee,
    here.base,
    await here.office(here.host),
    await here.office(here.other),
  ]
  for (const one of readers) expect(await may(one)).toBe(true)
  for (const one of [here.stranger, await here.office(here.third)]) expect(await may(one)).toBe(false)
  const there = {
    activityId: activity.id,
    personId: here.stranger.personId,
    orgId: here.host.id,
    part: 'listener',
  }
  await db.studioAttendance.create({ data: there })
  expect(await may(here.stranger)).toBe(true)
  const id = added.ok ? added.id : ''
  expect(reasonOf(await removeMaterial(db, here.trainee, { id }, TODAY))).toBe('not_allowed')
  expect(reasonOf(await removeMaterial(db, here.leader, { id }, TODAY))).toBe('done')
  expect(await may(here.leader)).toBe(false)
})

test('schools that an activity is for are told of it and of what becomes of it, read it, and have it in their calendar', async ({
  db,
}) => {
  const here = await world(db)
  const wish = {
    ...{
      studioId: here.studio.id,
      kind: 'forum' as const,
      title: '名师讲坛',
      about: '',
      hostId: here.home.id,
    },
    ...{ time: { day: '2027-03-17', from: '14:00', to: '16:00' }, repeat: { kind: 'once' as const } },
    ...{ room: null, onlineUrl: null, stage: 'primary', subject: 'chinese', tenths: 20, people: [] },
  }
  const schedule = (targets: string[]) => scheduleActivity(db, here.leader, { ...wish, targets }, TODAY)
  expect(reasonOf(await schedule([newId()]))).toBe('target_unknown')
  const said = await schedule([here.other.id, here.home.id, here.other.id])
  const id = said.ok ? (said.ids[0] ?? '') : ''
  expect(await db.studioTarget.findMany()).toEqual([{ activityId: id, schoolId: here.other.id }])
  const [office, third] = [await here.office(here.other), await here.office(here.third)]
  expect(await findVisit(db, office, id)).toMatchObject({ id })
  expect(await findVisit(db, third, id)).toBeNull()
  expect((await listVisits(db, office)).map((one) => one.id)).toEqual([id])
  const events = await eventsOf(db, { kind: 'school', id: here.other.id }, TODAY, words)
  expect(events.map(({ uid }) => uid)).toEqual([id])
  expect(reasonOf(await cancelActivity(db, here.leader, { id, version: 1, why: '改期' }, TODAY))).toBe('done')
  const topics = (of: Actor) => db.notification.findMany({ where: { accountId: of.accountId } })
  // The office was not there yet when it was scheduled.
  expect((await topics(office)).map(({ topic }) => topic)).toEqual(['notice.studio_cancelled'])
  expect(await topics(third)).toEqual([])
})

test('lines name schools by name, by code or by both; what means none or several is told', async ({ db }) => {
  const { leader, host, other, third } = await world(db)
  await db.organisation.update({ where: { id: host.id }, data: { name: '梁水镇中心小学' } })
  await db.organisation.updateMany({
    where: { id: { in: [other.id, third.id] } },
    data: { name: '实验小学' },
  })
  const of = (...lines: string[]) => schoolsOfLines(db, leader, lines)
  expect(await of()).toEqual({ ids: [], unknown: null })
  const both = `实验小学（${other.code}）`
  expect(await of(' 梁水镇中心小学 ', both, third.code)).toEqual({
    ids: [host.id, other.id, third.id],
    unknown: null,
  })
  expect(await of('梁水镇中心小学', '实验小学')).toEqual({ ids: [host.id], unknown: '实验小学' })
  expect(await of('没有的学校')).toEqual({ ids: [], unknown: '没有的学校' })
})
