/** Accounts from the command line: the first administrator, a forgotten password, a barred account. */
import { describe, expect } from 'vitest'
import { createUser, disableUser, listUsers, type NewUser, resetPassword } from '#app/cli/users.server.ts'
import { signIn } from '#app/platform/auth/sign-in.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { test } from '#test/harness/db.ts'

const first: NewUser = {
  username: 'Admin.One',
  displayName: '王敏',
  role: 'administrator',
  organisationCode: '3715',
  newPrefecture: '聊城市',
}

async function createFirst(db: PrismaClient): Promise<string> {
  const done = await createUser(db, first)
  if (!done.ok) throw new Error(done.reason)
  return done.password
}

describe('createUser', () => {
  test('makes the prefecture and its administrator on an empty installation', async ({ db }) => {
    const password = await createFirst(db)
    const address = '127.0.0.1'
    expect(await signIn(db, { username: 'admin.one', password, address })).toMatchObject({ ok: true })
    expect(await listUsers(db)).toEqual([
      {
        username: 'admin.one',
        displayName: '王敏',
        organisation: '聊城市',
        roles: ['administrator'],
        disabled: false,
      },
    ])
    const account = await db.account.findFirstOrThrow()
    expect(account.mustChangePassword).toBe(true)
    expect(await db.auditEntry.count({ where: { action: 'account.created' } })).toBe(1)
  })

  test('refuses by value, and then nothing is written', async ({ db }) => {
    await createFirst(db)
    const second = { ...first, username: 'two', newPrefecture: undefined }
    const refusals: [NewUser, string][] = [
      [{ ...second, username: 'admin.one' }, 'username_taken'],
      [{ ...second, username: 'x y' }, 'username_form'],
      [{ ...second, role: 'emperor' }, 'role_unknown'],
      [{ ...second, organisationCode: '9999' }, 'organisation_unknown'],
      [{ ...second, newPrefecture: '另一市' }, 'organisations_exist'],
    ]
    for (const [wish, reason] of refusals) expect(await createUser(db, wish)).toEqual({ ok: false, reason })
    expect(await db.account.count()).toBe(1)
    expect(await db.organisation.count()).toBe(1)
  })
})

test('a reset ends the sessions and makes the old password useless', async ({ db }) => {
  const old = await createFirst(db)
  const account = await db.account.findFirstOrThrow()
  const expiresAt = new Date(Date.now() + 60_000)
  await db.session.create({ data: { id: 'some hash', accountId: account.id, expiresAt } })
  const done = await resetPassword(db, 'admin.one')
  expect(done.ok).toBe(true)
  expect(await db.session.count()).toBe(0)
  const address = '127.0.0.1'
  expect(await signIn(db, { username: 'admin.one', password: old, address })).toMatchObject({ ok: false })
  expect(await resetPassword(db, 'nobody')).toEqual({ ok: false, reason: 'account_unknown' })
})

test('a disabled account cannot sign in; the last administrator is kept', async ({ db }) => {
  await createFirst(db)
  const second = await createUser(db, {
    ...first,
    username: 'two',
    role: 'registrar',
    newPrefecture: undefined,
  })
  if (!second.ok) throw new Error(second.reason)
  expect(await disableUser(db, 'two')).toEqual({ ok: true })
  const attempt = { username: 'two', password: second.password, address: '127.0.0.1' }
  expect(await signIn(db, attempt)).toEqual({ ok: false, reason: 'disabled' })
  expect((await listUsers(db)).map((one) => one.disabled)).toEqual([false, true])
  expect(await disableUser(db, 'admin.one')).toEqual({ ok: false, reason: 'last_administrator' })
})
