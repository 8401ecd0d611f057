/** Accounts, grants and actors for tests. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Role } from '#app/platform/access/roles.ts'
import { findActor } from '#app/platform/auth/actor.queries.server.ts'
import { hashPassword } from '#app/platform/auth/password.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Account } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { buildCounty } from './organisations.ts'
import { nextInSequence } from './sequence.ts'

/** What every made account signs in with. */
export const testPassword = 'correct horse battery'

let hashed: Promise<string> | undefined

export type AccountGiven = {
  id?: string
  username?: string
  displayName?: string
  organisationId?: string
  personId?: string
  password?: string
  mustChangePassword?: boolean
  disabledAt?: Date
  /** A bare role is held at the account's own organisation. */
  grants?: readonly (Role | { role: Role; organisationId: string })[]
}

/** An account that may sign in at once; without `grants` it may do nothing. */
export async function buildAccount(db: Db, given: AccountGiven = {}): Promise<Account> {
  const { grants = [], password, ...columns } = given
  const number = nextInSequence()
  const organisationId = columns.organisationId ?? (await buildCounty(db)).id
  hashed ??= hashPassword(testPassword)
  const passwordHash = await (password ? hashPassword(password) : hashed)
  const usual = {
    id: newId(),
    username: `user${number}`,
    displayName: `用户${number}`,
    mustChangePassword: false,
  }
  const account = await db.account.create({ data: { ...usual, ...columns, organisationId, passwordHash } })
  for (const grant of grants) {
    const held = typeof grant === 'string' ? { role: grant, organisationId } : grant
    await db.grant.create({ data: { id: newId(), accountId: account.id, ...held } })
  }
  return account
}

/** The actor of a stored account, as a request of its holder would have it. */
export async function actorOf(db: Db, accountId: string): Promise<Actor> {
  const found = await findActor(db, accountId)
  if (!found) throw new Error(`no actor: account ${accountId} is missing or disabled`)
  return found.actor
}

/** Builds an account that holds `role` at an organisation, and answers its actor. */
export async function actorWith(db: Db, role: Role, organisationId: string): Promise<Actor> {
  const account = await buildAccount(db, { organisationId, grants: [role] })
  return actorOf(db, account.id)
}

/** An actor out of thin air, for pure rules. */
export function actor(given: Partial<Actor> = {}): Actor {
  const organisationId = given.organisationId ?? newId()
  return { accountId: newId(), displayName: '测试', personId: null, grants: [], ...given, organisationId }
}
