/** What an administrator does with accounts: it works, ends sessions where it must, and is written down. */
import { describe, expect } from 'vitest'
import {
  changeAccount,
  createAccount,
  disableAccount,
  enableAccount,
  resetAccountPassword,
} from '#app/platform/auth/accounts.commands.server.ts'
import { eachAccount, findAccount, listAccounts } from '#app/platform/auth/accounts.queries.server.ts'
import { giveGrant, revokeGrant } from '#app/platform/auth/grants.commands.server.ts'
import { signIn } from '#app/platform/auth/sign-in.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { Keyset } from '#app/platform/lists/keyset.ts'
import {
  actorOf,
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildSchool,
  testPassword,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { signedIn } from '#test/harness/request.ts'

const address = '127.0.0.1'
const anyone = { query: '', organisationId: null, role: null, state: null }

async function office(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  return { county, school, admin: await actorWith(db, 'administrator', county.id) }
}

function actionsWritten(db: PrismaClient) {
  return db.auditEntry
    .findMany({ orderBy: { seq: 'asc' }, select: { action: true, after: true, before: true } })
    .then((entries) => entries.map(({ action }) => action))
}

describe('an account', () => {
  test('is created with a role that its creator does not hold, signs in once, and must change', async ({
    db,
  }) => {
    const { school, admin } = await office(db)
    const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
    const done = await createAccount(db, admin, {
      username: 'wang.min',
      displayName: '王敏',
      organisationId: school.id,
      staffNumber: person.staffNumber,
      role: 'registrar',
    })
    if (!done.ok) throw new Error(done.reason)
    const { accountId, password } = done
    expect(await signIn(db, { username: 'wang.min', password, address })).toEqual({ ok: true, accountId })
    const record = await findAccount(db, admin, accountId)
    expect(record).toMatchObject({
      mustChangePassword: true,
      person: { href: `/staff/${person.id}` },
      reach: 'manages',
    })
    expect((await actorOf(db, accountId)).grants).toMatchObject([
      { role: 'registrar', organisationId: school.id },
    ])
    expect(await actionsWritten(db)).toEqual(['account.created', 'grant.given'])
    const stored = JSON.stringify(await db.auditEntry.findMany({ select: { after: true, before: true } }))
    expect(stored).not.toContain(password)
  })

  test('of a taken name is refused, also when two create it at once', async ({ db }) => {
    const { county, admin } = await office(db)
    const wish = {
      username: 'same',
      displayName: '甲',
      organisationId: county.id,
      staffNumber: '',
      role: null,
    }
    const both = await Promise.all([createAccount(db, admin, wish), createAccount(db, admin, wish)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'username_taken' })
  })

  test('that is disabled is signed out and stays out until it is enabled', async ({ db }) => {
    const { school, admin } = await office(db)
    const account = await buildAccount(db, { organisationId: school.id, grants: ['leader'] })
    await signedIn(account.id)
    expect(await disableAccount(db, admin, account.id)).toEqual({ ok: true })
    expect(await db.session.count()).toBe(0)
    const attempt = { username: account.username, password: testPassword, address }
    expect(await signIn(db, attempt)).toMatchObject({ ok: false, reason: 'disabled' })
    expect(await enableAccount(db, admin, account.id)).toEqual({ ok: true })
    expect(await signIn(db, attempt)).toMatchObject({ ok: true })
    expect((await actorOf(db, account.id)).grants).toHaveLength(1)
    expect(await actionsWritten(db)).toEqual(['account.disabled', 'account.enabled'])
  })

  test('with a new password is signed out, and the old password is useless', async ({ db }) => {
    const { school, admin } = await office(db)
    const account = await buildAccount(db, { organisationId: school.id })
    await signedIn(account.id)
    const done = await resetAccountPassword(db, admin, account.id)
    if (!done.ok) throw new Error(done.reason)
    expect(await db.session.count()).toBe(0)
    const attempt = { username: account.username, address }
    expect(await signIn(db, { ...attempt, password: testPassword })).toMatchObject({ ok: false })
    expect(await signIn(db, { ...attempt, password: done.password })).toMatchObject({ ok: true })
  })

  test('is renamed and linked, with before and after; nothing changed writes nothing', async ({ db }) => {
    const { school, admin } = await office(db)
    const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
    const account = await buildAccount(db, { organisationId: school.id, displayName: '王敏' })
    const wish = { displayName: '王慧敏', staffNumber: person.staffNumber }
    expect(await changeAccount(db, admin, account.id, wish)).toEqual({ ok: true })
    expect(await changeAccount(db, admin, account.id, wish)).toEqual({ ok: true })
    const entries = await db.auditEntry.findMany()
    expect(entries).toMatchObject([
      { action: 'account.changed', before: { displayName: '王敏', staffNumber: '' }, after: wish },
    ])
  })
})

describe('a grant', () => {
  test('is given once, taken once, and kept with who and when', async ({ db }) => {
    const { county, school, admin } = await office(db)
    const account = await buildAccount(db, { organisationId: county.id })
    const wish = { role: 'school_office' as const, organisationId: school.id }
    expect(await giveGrant(db, admin, account.id, wish)).toEqual({ ok: true })
    expect(await giveGrant(db, admin, account.id, wish)).toEqual({ ok: false, reason: 'already_held' })
    const [grant] = (await findAccount(db, admin, account.id))?.grants ?? []
    expect(grant).toMatchObject({ ...wish, grantedBy: admin.displayName })
    const grantId = grant?.id ?? ''
    expect(await revokeGrant(db, admin, account.id, grantId)).toEqual({ ok: true })
    expect(await revokeGrant(db, admin, account.id, grantId)).toEqual({ ok: false, reason: 'not_held' })
    expect(await db.grant.count({ where: { revokedAt: { not: null } } })).toBe(1)
    expect(await actionsWritten(db)).toEqual(['grant.given', 'grant.revoked'])
  })
})

describe('the list', () => {
  test('pages visit every account once, forward and back', async ({ db }) => {
    const { school, admin } = await office(db)
    for (let i = 0; i < 11; i++) await buildAccount(db, { organisationId: school.id })
    const seen: string[] = []
    let cursor: Keyset | null = null
    let last: Keyset | null = null
    do {
      const page: Awaited<ReturnType<typeof listAccounts>> = await listAccounts(db, admin, anyone, cursor, 5)
      expect(page.total).toEqual({ count: 12, more: false })
      seen.push(...page.rows.map(({ username }) => username))
      last = page.previous
      cursor = page.next
    } while (cursor)
    expect(new Set(seen).size).toBe(12)
    expect(seen).toHaveLength(12)
    const back = await listAccounts(db, admin, anyone, last, 5)
    expect(back.rows.map(({ username }) => username)).toEqual(seen.slice(5, 10))
  })

  test('narrows by name, organisation, role and state; what is typed is never a pattern', async ({ db }) => {
    const { county, school, admin } = await office(db)
    await buildAccount(db, { organisationId: school.id, username: 'a_b', displayName: '甲' })
    await buildAccount(db, { organisationId: school.id, username: 'axb', grants: ['leader'] })
    await buildAccount(db, { organisationId: county.id, username: 'gone', disabledAt: new Date() })
    const names = async (filter: Partial<Parameters<typeof listAccounts>[2]>) =>
      (await listAccounts(db, admin, { ...anyone, ...filter })).rows.map(({ username }) => username)
    expect(await names({ query: 'a_b' })).toEqual(['a_b'])
    expect(await names({ query: '%' })).toEqual([])
    expect(await names({ query: '甲' })).toEqual(['a_b'])
    expect(await names({ organisationId: school.id })).toEqual(['a_b', 'axb'])
    expect(await names({ role: 'leader' })).toEqual(['axb'])
    expect(await names({ state: 'disabled' })).toEqual(['gone'])
    const all: string[] = []
    for await (const { username } of eachAccount(db, admin, anyone)) all.push(username)
    expect(all).toHaveLength(4)
  })
})
