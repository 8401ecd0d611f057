/** Accounts from the command line: for the first administrator, and for whoever locked themselves out. */
import { nameKeys } from '#app/modules/registry/name-keys.ts'
import { isRole } from '#app/platform/access/roles.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
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

type Refused = { ok: false; reason: UserRefusal }

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
): Promise<{ ok: true; username: string; password: string } | Refused> {
  const username = wish.username.trim().toLowerCase()
  const { role } = wish
  if (!usernameForm.test(username)) return { ok: false, reason: 'username_form' }
  if (!isRole(role)) return { ok: false, reason: 'role_unknown' }
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    if (await tx.account.findUnique({ where: { username } })) return { ok: false, reason: 'username_taken' }
    const organisation = await organisationFor(tx, wish)
    if (!organisation.ok) return organisation
    const { organisationId } = organisation
    const accountId = newId()
    await tx.account.create({
      data: { id: accountId, username, displayName: wish.displayName, organisationId, passwordHash },
    })
    await tx.grant.create({ data: { id: newId(), accountId, role, organisationId } })
    await appendAudit(tx, author, [
      {
        action: 'account.created',
        organisationId,
        subject: `account:${accountId}`,
        after: { username, role },
      },
    ])
    return { ok: true, username, password }
  })
}

async function organisationFor(
  tx: Db,
  wish: NewUser,
): Promise<{ ok: true; organisationId: string } | Refused> {
  if (wish.newPrefecture === undefined) {
    const found = await tx.organisation.findUnique({
      where: { code: wish.organisationCode },
      select: { id: true },
    })
    return found ? { ok: true, organisationId: found.id } : { ok: false, reason: 'organisation_unknown' }
  }
  if ((await tx.organisation.count()) > 0) return { ok: false, reason: 'organisations_exist' }
  const id = newId()
  const name = wish.newPrefecture
  await tx.organisation.create({
    data: {
      id,
      code: wish.organisationCode,
      kind: 'prefecture',
      name,
      sortKey: nameKeys(name).sortKey,
      stages: [],
    },
  })
  return { ok: true, organisationId: id }
}

/** Sets a new one-time password; all sessions of the account end. */
export async function resetPassword(
  db: PrismaClient,
  username: string,
): Promise<{ ok: true; password: string } | Refused> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const done = await changeAccount(db, username, 'account.password_reset', {
    passwordHash,
    mustChangePassword: true,
  })
  return done.ok ? { ok: true, password } : done
}

/** Bars the account; all its sessions end. */
export function disableUser(db: PrismaClient, username: string): Promise<{ ok: true } | Refused> {
  return changeAccount(db, username, 'account.disabled', { disabledAt: new Date() })
}

async function changeAccount(
  db: PrismaClient,
  username: string,
  action: string,
  data: { passwordHash: string; mustChangePassword: boolean } | { disabledAt: Date },
): Promise<{ ok: true } | Refused> {
  return db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { username: username.trim().toLowerCase() } })
    if (!account) return { ok: false, reason: 'account_unknown' }
    if ('disabledAt' in data && (await isLastAdministrator(tx, account.id)))
      return { ok: false, reason: 'last_administrator' }
    await tx.account.update({ where: { id: account.id }, data })
    await tx.session.deleteMany({ where: { accountId: account.id } })
    const { organisationId } = account
    await appendAudit(tx, author, [{ action, organisationId, subject: `account:${account.id}` }])
    return { ok: true }
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
