/** A studio dissolved with activities ahead: they are cancelled, everybody is told, members and rooms are free. */
import { expect } from 'vitest'
import { scheduleActivity } from '#app/modules/studios/activities/activities.commands.server.ts'
import { dissolveStudio } from '#app/modules/studios/studios/dissolve.commands.server.ts'
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
import { buildActivity, buildMember, buildPair, buildStudio } from '#test/factories/studios.ts'
import { test, testOnServer } from '#test/harness/db.ts'

/** Activities are ahead by the clock of the house. */
const TODAY = new Date().toISOString().slice(0, 10)
const LATER = '2089-03-17'

type Said = { ok: boolean; reason?: string }
const reasonOf = (said: Said) => (said.ok ? 'done' : said.reason)

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const [home, host] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
  ]
  const registrar = await actorWith(db, 'registrar', county.id)
  const office = await actorWith(db, 'school_office', host.id)
  const led = await buildPerson(db, { appointment: { workOrgId: home.id } })
  const account = await buildAccount(db, { personId: led.id, organisationId: home.id })
  const leader: Actor = { ...registrar, grants: [], personId: led.id, accountId: account.id }
  const term = { validFrom: '2020-09-01', validTo: '2095-09-01' }
  const studio = await buildStudio(db, { orgId: county.id, schoolId: home.id, leaderId: led.id, ...term })
  return { db, county, home, host, registrar, office, leader, led, studio }
}
type World = Awaited<ReturnType<typeof world>>

const dissolve = ({ db, studio, registrar }: World, by: Actor = registrar, version = 1) =>
  dissolveStudio(db, by, { id: studio.id, version, why: '主持人调离' }, TODAY)

const schedule = ({ db, studio, host, leader }: World, formKey = newId()) =>
  scheduleActivity(
    db,
    leader,
    {
      ...{ studioId: studio.id, kind: 'outreach', title: '送教', about: '', hostId: host.id, room: '录播室' },
      ...{ time: { day: LATER, from: '14:00', to: '16:00' }, repeat: { kind: 'once' }, onlineUrl: null },
      ...{ stage: 'primary', subject: 'chinese', tenths: 0, people: [], formKey },
    },
    TODAY,
  )

test('cancels what is ahead, leaves what was, and frees everybody', async ({ db }) => {
  const here = await world(db)
  const { studio, led, host } = here
  const trainee = await buildPerson(db)
  await buildMember(db, { studioId: studio.id, personId: trainee.id })
  await buildPair(db, { studioId: studio.id, mentorId: led.id, traineeId: trainee.id })
  expect(reasonOf(await schedule(here))).toBe('done')
  const past = await buildActivity(db, {
    ...{ studioId: studio.id, hostId: host.id, state: 'confirmed' },
    startsAt: new Date('2025-03-17T06:00:00Z'),
  })
  expect(reasonOf(await dissolve(here, here.leader))).toBe('not_found')
  expect(reasonOf(await dissolve(here, here.registrar, 2))).toBe('stale')
  expect(await dissolve(here)).toMatchObject({ ok: true, cancelled: 1 })
  expect(reasonOf(await dissolve(here, here.registrar, 2))).toBe('ended')
  expect(await db.studioActivity.findUnique({ where: { id: past.id } })).toMatchObject({ state: 'confirmed' })
  const ahead = await db.studioActivity.findFirstOrThrow({ where: { id: { not: past.id } } })
  expect(ahead).toMatchObject({ state: 'cancelled', cancelledWhy: '主持人调离', sequence: 1 })
  expect(await db.studioBooking.count({ where: { isReleased: false } })).toBe(0)
  const on = new Date(TODAY)
  expect(await db.studioMember.count({ where: { validTo: { gt: on } } })).toBe(0)
  expect(await db.studioPair.count({ where: { validTo: { gt: on } } })).toBe(0)
  const told = await db.notification.findMany({ where: { accountId: here.office.accountId } })
  expect(told.map(({ topic }) => topic)).toContain('notice.studio_cancelled')
  expect(
    await db.notification.count({
      where: { accountId: here.leader.accountId, topic: 'notice.studio_dissolved' },
    }),
  ).toBe(1)
  expect(reasonOf(await schedule(here))).toBe('not_allowed')
})

testOnServer('leaves nothing ahead, also what is scheduled at the same moment', async ({ db }) => {
  for (let round = 0; round < 4; round++) {
    const here = await world(db)
    const said = await Promise.all([dissolve(here), schedule(here)])
    const reasons = said.map(reasonOf)
    expect(['done done', 'done not_allowed', 'meanwhile done', 'done dissolved']).toContain(reasons.join(' '))
    if (reasons[0] === 'meanwhile') expect(reasonOf(await dissolve(here))).toBe('done')
    const ahead = { studioId: here.studio.id, state: { in: ['asked', 'planned'] } }
    expect(await db.studioActivity.count({ where: ahead })).toBe(0)
  }
})
