/** A room that is added by one line is in the frame, the matrix, the settings, the trail, the jobs, the home page and the seed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect } from 'vitest'
import { register, registerJobs, rooms } from '#app/composition/register.server.ts'
import { trailActs, trailCodeWord } from '#app/composition/trail.server.ts'
import { uploadsFor } from '#app/composition/uploads.server.ts'
import { type Action, roleAllows, roleNames } from '#app/platform/access/roles.ts'
import { actionChoices } from '#app/platform/audit/trail-words.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { settings } from '#app/platform/env.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { enqueue, startJobs } from '#app/platform/jobs/jobs.server.ts'
import { effectOf } from '#app/platform/policy/effects.server.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { loader as layout } from '#app/routes/_app+/_layout.tsx'
import { loader as home } from '#app/routes/_app+/index.tsx'
import { loader as settingsOfPlace } from '#app/routes/_app+/policy+/$placeId.index.tsx'
import { loader as person } from '#app/routes/_app+/staff+/$personId.tsx'
import { seedDemo } from '#prisma/seed/seed.server.ts'
import { actorOf, buildAccount, buildCounty, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, signedIn } from '#test/harness/request.ts'
import { heard, planted } from './planted.ts'

const reads = 'planted:read' as Action

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const member = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const inspector = await buildAccount(db, { organisationId: county.id, grants: ['inspector'] })
  const leader = await buildAccount(db, { organisationId: county.id, grants: ['leader'] })
  return { county, member, inspector, leader }
}

async function ask<Value>(
  loader: (given: never) => Value,
  path: string,
  accountId: string,
  params: Record<string, string> = {},
) {
  const request = getRequest(path, { ...(await signedIn(accountId)), 'Accept-Language': 'en' })
  const { status, value } = await answerOf<unknown>(loader as never, request, params)
  expect(status).toBe(200)
  return JSON.stringify(value)
}

test('before it is there nobody has its action, and its name can be taken once', () => {
  expect(roleNames.filter((role) => roleAllows(role, reads))).toEqual([])
  register(planted)
  expect(() => register(planted)).toThrow('planted')
})

describe('a planted room', () => {
  beforeAll(() => {
    if (!rooms().includes(planted)) register(planted)
  })

  test('its action is held by the roles it names', () => {
    expect(roleNames.filter((role) => roleAllows(role, reads))).toEqual(['inspector'])
  })

  test('its page is in the frame of who may use it, between its neighbours, and in the list the matrix walks', async ({
    db,
  }) => {
    const { inspector, leader } = await buildWorld(db)
    const frame = await ask(layout, '/', inspector.id)
    const at = ['/staff', '/planted', '/organisations'].map((href) => frame.indexOf(`"${href}"`))
    expect(at.every((place) => place > 0)).toBe(true)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(frame).toContain('To the nursery')
    expect(await ask(layout, '/', leader.id)).not.toContain('/planted')
    const routes = Object.assign({}, ...rooms().map((room) => room.routes ?? {}))
    expect(routes['routes/_app+/planted+/index']).toEqual({ get: reads })
  })

  test('its task waits on the home page under its name, with what changed and where to start', async ({
    db,
  }) => {
    const { inspector, leader } = await buildWorld(db)
    const page = await ask(home, '/', inspector.id)
    for (const text of ['Nursery', 'beds to water', 'rain', '/planted/new']) expect(page).toContain(text)
    expect(await ask(home, '/', leader.id)).not.toContain('/planted/new')
  })

  test('its setting holds, is on the settings pages, and a change of it tells what it does', async ({
    db,
  }) => {
    const { county, inspector } = await buildWorld(db)
    const policies = await policiesAt(db, county.id, '2026-09-01')
    expect(policies.use('planted.most' as never)).toMatchObject({ value: 7, from: 'default' })
    expect(await ask(settingsOfPlace, '/policy', inspector.id, { placeId: county.id })).toContain(
      'planted.most',
    )
    const change = { organisationId: county.id, key: 'planted.most', value: 9, validFrom: '2026-09-01' }
    const { lines } = await effectOf(db, await actorOf(db, inspector.id), change)
    expect(lines.map(({ key }) => key)).toEqual(['planted.effect'])
  })

  test('its acts are choices of the trail, its codes are words', () => {
    const choices = actionChoices(trailActs(), translator('zh-CN'))
    expect(choices.at(-1)?.options).toEqual([{ value: 'planted.sown', label: '播种' }])
    expect(trailCodeWord('en')('soil', 'loam', 'bed:1')).toBe('soil loam')
  })

  test('its event stands in a record’s timeline', async ({ db }) => {
    const { member, inspector } = await buildWorld(db)
    const page = await ask(person, `/staff/${member.id}`, inspector.id, { personId: member.id })
    expect(page).toContain('planted a tree')
  })

  test('its upload is taken as large as it says', () => {
    expect(uploadsFor(settings()).get('/planted/new')).toBe(123)
  })

  test('its job is worked on, its sweep made at start', async ({ db, database }) => {
    registerJobs()
    const stop = await startJobs(database)
    try {
      await db.$transaction((tx) => enqueue(tx, 'planted-job', { what: 'dig' }))
      for (let i = 0; i < 100 && !heard.includes('job dig'); i++) await sleep(100)
    } finally {
      await stop()
    }
    expect(heard).toEqual(expect.arrayContaining(['sweep', 'job dig']))
  })

  test('its part of the demo is sown', { timeout: 60_000 }, async ({ database }) => {
    const done = await seedDemo(database, { staffCount: 100, today: '2026-09-01' })
    expect(done).toMatchObject({ ok: true, outcome: 'loaded' })
    expect(heard).toContain('seed 2026-09-01')
  })
})
