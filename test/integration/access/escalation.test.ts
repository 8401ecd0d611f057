/** Ways to more power than one was given, each tried and refused; nothing is written then. */
import { describe, expect } from 'vitest'
import type { Actor } from '#app/platform/access/actor.ts'
import {
  changeAccount,
  createAccount,
  disableAccount,
  enableAccount,
  resetAccountPassword,
} from '#app/platform/auth/accounts.commands.server.ts'
import { findAccount, listAccounts } from '#app/platform/auth/accounts.queries.server.ts'
import { giveGrant, revokeGrant } from '#app/platform/auth/grants.commands.server.ts'
import { isLastAdministrator } from '#app/platform/auth/last-administrator.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
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

async function world(db: PrismaClient) {
  const city = await buildPrefecture(db)
  const east = await buildCounty(db, { parentId: city.id })
  const west = await buildCounty(db, { parentId: city.id })
  const school = await buildSchool(db, { parentId: east.id })
  return { city, east, west, school }
}

const forbidden = { ok: false, reason: 'forbidden' }
const anyone = { query: '', organisationId: null, role: null, state: null }

/** All acts on another's account. */
function actsOn(db: PrismaClient, actor: Actor, accountId: string, organisationId: string) {
  return [
    () => giveGrant(db, actor, accountId, { role: 'leader', organisationId }),
    () => disableAccount(db, actor, accountId),
    () => enableAccount(db, actor, accountId),
    () => resetAccountPassword(db, actor, accountId),
    () => changeAccount(db, actor, accountId, { displayName: '改名', staffNumber: '' }),
  ]
}

async function expectRefused(db: PrismaClient, actor: Actor, accountId: string, organisationId: string) {
  const before = await db.account.findUniqueOrThrow({ where: { id: accountId }, include: { grants: true } })
  for (const act of actsOn(db, actor, accountId, organisationId)) expect(await act()).toEqual(forbidden)
  const after = await db.account.findUniqueOrThrow({ where: { id: accountId }, include: { grants: true } })
  expect(after).toEqual(before)
  expect(await db.auditEntry.count()).toBe(0)
}

describe('nobody gives themselves more', () => {
  test('the own grants, state and password are out of reach here', async ({ db }) => {
    const { east } = await world(db)
    const admin = await actorWith(db, 'administrator', east.id)
    await expectRefused(db, admin, admin.accountId, east.id)
    const own = await db.grant.findFirstOrThrow({ where: { accountId: admin.accountId } })
    expect(await revokeGrant(db, admin, admin.accountId, own.id)).toEqual(forbidden)
  })

  test('a role that carries no appointing gives none, whatever the page was told', async ({ db }) => {
    const { city, east } = await world(db)
    const account = await buildAccount(db, { organisationId: east.id })
    for (const role of ['registrar', 'school_office', 'leader', 'inspector'] as const)
      await expectRefused(db, await actorWith(db, role, city.id), account.id, east.id)
  })

  test('an actor made up on the way (more roles than the database knows) is read anew', async ({ db }) => {
    const { city, east } = await world(db)
    const account = await buildAccount(db, { organisationId: east.id })
    const leader = await actorWith(db, 'leader', east.id)
    const pretended: Actor = {
      ...leader,
      grants: [{ role: 'administrator', organisationId: city.id, organisationKind: 'prefecture' }],
    }
    await expectRefused(db, pretended, account.id, east.id)
  })

  test('who was disabled a moment ago does nothing more', async ({ db }) => {
    const { east } = await world(db)
    const account = await buildAccount(db, { organisationId: east.id })
    const admin = await actorWith(db, 'administrator', east.id)
    await db.account.update({ where: { id: admin.accountId }, data: { disabledAt: new Date() } })
    await expectRefused(db, admin, account.id, east.id)
    const wish = { username: 'new', displayName: '新', organisationId: east.id, staffNumber: '', role: null }
    expect(await createAccount(db, admin, wish)).toEqual(forbidden)
  })

  test('a role of another name in the database gives nothing', async ({ db }) => {
    const { east } = await world(db)
    const account = await buildAccount(db, { organisationId: east.id, grants: ['leader'] })
    await db.grant.updateMany({ where: { accountId: account.id }, data: { role: 'superuser' } })
    expect((await actorOf(db, account.id)).grants).toEqual([])
  })
})

describe('nobody reaches beyond the own place', () => {
  test('no account of another county, nor of the organisation above', async ({ db }) => {
    const { city, east, west } = await world(db)
    const admin = await actorWith(db, 'administrator', east.id)
    for (const place of [city, west]) {
      const account = await buildAccount(db, { organisationId: place.id })
      await expectRefused(db, admin, account.id, east.id)
      expect(await findAccount(db, admin, account.id)).toBeNull()
    }
    expect((await listAccounts(db, admin, anyone)).rows.map(({ id }) => id)).toEqual([admin.accountId])
  })

  test('no account of the own county that holds a role above or beside it', async ({ db }) => {
    const { city, east, west } = await world(db)
    const admin = await actorWith(db, 'administrator', east.id)
    for (const place of [city, west]) {
      const grants = [{ role: 'leader' as const, organisationId: place.id }]
      const account = await buildAccount(db, { organisationId: east.id, grants })
      await expectRefused(db, admin, account.id, east.id)
      expect((await findAccount(db, admin, account.id))?.reach).toBe('beyond')
    }
  })

  test('no role outside the own scope, not even for an own account', async ({ db }) => {
    const { city, east, west } = await world(db)
    const admin = await actorWith(db, 'administrator', east.id)
    const account = await buildAccount(db, { organisationId: east.id })
    for (const { id: organisationId } of [city, west]) {
      const given = await giveGrant(db, admin, account.id, { role: 'leader', organisationId })
      expect(given).toEqual({ ok: false, reason: 'role_refused' })
      const wish = { username: 'new', displayName: '新', organisationId, staffNumber: '', role: null }
      expect(await createAccount(db, admin, wish)).toEqual(forbidden)
    }
    expect(await db.grant.count({ where: { accountId: account.id } })).toBe(0)
  })

  test('two roles at different places do not add up to appointing at both', async ({ db }) => {
    const { city, east, west } = await world(db)
    const grants = [
      { role: 'administrator' as const, organisationId: east.id },
      { role: 'registrar' as const, organisationId: city.id },
    ]
    const admin = await actorOf(db, (await buildAccount(db, { organisationId: east.id, grants })).id)
    const account = await buildAccount(db, { organisationId: west.id })
    await expectRefused(db, admin, account.id, west.id)
  })

  test('no link to a person of another county, nor to one who has an account', async ({ db }) => {
    const { east, west, school } = await world(db)
    const admin = await actorWith(db, 'administrator', east.id)
    const foreign = await buildPerson(db, { appointment: { workOrgId: west.id } })
    const taken = await buildPerson(db, { appointment: { workOrgId: school.id } })
    await buildAccount(db, { organisationId: school.id, personId: taken.id })
    const wish = { username: 'new', displayName: '新', organisationId: east.id, role: null }
    const link = (staffNumber: string) => createAccount(db, admin, { ...wish, staffNumber })
    expect(await link(foreign.staffNumber)).toEqual({ ok: false, reason: 'person_unknown' })
    expect(await link('no such number')).toEqual({ ok: false, reason: 'person_unknown' })
    expect(await link(taken.staffNumber)).toEqual({ ok: false, reason: 'person_taken' })
  })
})

/** Two city administrators remove each other at the same moment. */
async function removeEachOther(db: PrismaClient) {
  const { city } = await world(db)
  const one = await actorWith(db, 'administrator', city.id)
  const two = await actorWith(db, 'administrator', city.id)
  const grant = await db.grant.findFirstOrThrow({ where: { accountId: one.accountId } })
  const done = await Promise.all([
    disableAccount(db, one, two.accountId),
    revokeGrant(db, two, one.accountId, grant.id),
  ])
  const living = await db.grant.count({ where: { revokedAt: null, account: { disabledAt: null } } })
  return { winners: done.filter(({ ok }) => ok).length, living }
}

describe('the last administrator of a root organisation', () => {
  test('is known, and no other account is', async ({ db }) => {
    const { city, east } = await world(db)
    const first = await actorWith(db, 'administrator', city.id)
    const county = await actorWith(db, 'administrator', east.id)
    expect(await isLastAdministrator(db, first.accountId)).toBe(true)
    expect(await isLastAdministrator(db, county.accountId)).toBe(false)
    const second = await buildAccount(db, { organisationId: city.id, grants: ['administrator'] })
    expect(await isLastAdministrator(db, first.accountId)).toBe(false)
    await db.account.update({ where: { id: second.id }, data: { disabledAt: new Date() } })
    expect(await isLastAdministrator(db, first.accountId)).toBe(true)
  })

  test('of two who remove each other, one stays', async ({ db }) => {
    expect(await removeEachOther(db)).toEqual({ winners: 1, living: 1 })
  })

  testOnServer('also when they act over several connections, again and again', async ({ db }) => {
    for (let round = 0; round < 10; round++) {
      expect(await removeEachOther(db)).toEqual({ winners: 1, living: 1 })
      await db.grant.deleteMany()
    }
  })
})
