/** Accounts from the command line: for the first administrator, and for whoever locked themselves out. */
import { nameKeys } from '#app/modules/registry/name-keys.ts'
import { isRole } from '#app/platform/access/roles.ts'
import { type Outcome, refused } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import { isLastAdministrator } from '#app/platform/auth/last-administrator.server.ts'
import { hashPassword, oneTimePassword } from '#app/platform/auth/password.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'

export type UserRefusal =
  | 'username_taken'
  | 'username_form'
  | 'role_unknown'
  | 'organisation_unknown'
  | 'organisations_exist'
  | 'account_unknown'
  | 'last_administrator'

type UserOutcome<Done extends object = object> = Outcome<Done, UserRefusal>
const refuse: Refuse<UserRefusal> = refuseAct

export type NewUser = {
  username: string
  displayName: string
  role: string
  organisationCode: string
  /** Makes the organisation as a prefecture of this name; only while there is none at all. */
  newPrefecture: string | undefined
}

export type ListedUser = {
  username: string
  displayName: string
  organisation: string
  roles: string[]
  disabled: boolean
}

const author = { accountId: null, displayName: 'shizi command line' }
const usernameForm = /^[a-z0-9._-]{3,64}$/

/** Creates an account with one role and a one-time password that the holder has to change. */
export async function createUser(
  db: PrismaClient,
  wish: NewUser,
): Promise<UserOutcome<{ username: string; password: string }>> {
  const username = wish.username.trim().toLowerCase()
  const { role, displayName } = wish
  if (!usernameForm.test(username)) return refused('username_form')
  if (!isRole(role)) return refused('role_unknown')
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return perform(db, author, {
    name: 'createUser',
    input: wish,
    async lock(tx) {
      if (await tx.account.findUnique({ where: { username } })) refuse('username_taken')
    },
    async write(tx) {
      const organisationId = await organisationFor(tx, wish)
      const accountId = newId()
      const data = { id: accountId, username, displayName, organisationId, passwordHash }
      await tx.account.create({ data })
      await tx.grant.create({ data: { id: newId(), accountId, role, organisationId } })
      const about = { organisationId, subject: `account:${accountId}` }
      const done = { username, password }
      return { done, events: [{ action: 'account.created', ...about, after: { username, role } }] }
    },
  })
}

async function organisationFor(tx: Db, { organisationCode: code, newPrefecture: name }: NewUser) {
  if (name === undefined) {
    const found = await tx.organisation.findUnique({ where: { code }, select: { id: true } })
    return found?.id ?? refuse('organisation_unknown')
  }
  if ((await tx.organisation.count()) > 0) refuse('organisations_exist')
  const id = newId()
  const { sortKey } = nameKeys(name)
  await tx.organisation.create({ data: { id, code, kind: 'prefecture', name, sortKey, stages: [] } })
  return id
}

/** Sets a new one-time password; all sessions of the account end. */
export async function resetPassword(
  db: PrismaClient,
  username: string,
): Promise<UserOutcome<{ password: string }>> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const done = await changeAccount(db, username, 'account.password_reset', {
    passwordHash,
    mustChangePassword: true,
  })
  return done.ok ? { ok: true, password } : done
}

/** Bars the account; all its sessions end. */
export function disableUser(db: PrismaClient, username: string): Promise<UserOutcome> {
  return changeAccount(db, username, 'account.disabled', { disabledAt: new Date() })
}

async function changeAccount(
  db: PrismaClient,
  username: string,
  action: string,
  data: { passwordHash: string; mustChangePassword: boolean } | { disabledAt: Date },
): Promise<UserOutcome> {
  return perform(db, author, {
    name: action,
    input: { username },
    async lock(tx) {
      const name = username.trim().toLowerCase()
      const account =
        (await tx.account.findUnique({ where: { username: name } })) ?? refuse('account_unknown')
      if ('disabledAt' in data && (await isLastAdministrator(tx, account.id))) refuse('last_administrator')
      return account
    },
    async write(tx, { id, organisationId }) {
      await tx.account.update({ where: { id }, data })
      await tx.session.deleteMany({ where: { accountId: id } })
      return { done: {}, events: [{ action, organisationId, subject: `account:${id}` }] }
    },
  })
}

/** All accounts by name, with the roles they hold. */
export async function listUsers(db: Db): Promise<ListedUser[]> {
  const accounts = await db.account.findMany({
    orderBy: { username: 'asc' },
    include: { organisation: true, grants: { where: { revokedAt: null }, orderBy: { role: 'asc' } } },
  })
  return accounts.map((one) => ({
    username: one.username,
    displayName: one.displayName,
    organisation: one.organisation.name,
    roles: one.grants.map((grant) => grant.role),
    disabled: one.disabledAt !== null,
  }))
}
