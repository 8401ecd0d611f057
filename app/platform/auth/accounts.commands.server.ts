/** Acts on accounts. Nobody acts on the own account here. */
import { type Actor, can, canGive } from '#app/platform/access/actor.ts'
import type { Role } from '#app/platform/access/roles.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import { newId } from '#app/platform/ids.ts'
import { type GuardedAccount, lockActor, onAccount, refuse } from './account-guard.server.ts'
import type { AccountRefusal } from './accounts.ts'
import { isLastAdministrator } from './last-administrator.server.ts'
import { hashPassword, oneTimePassword } from './password.server.ts'

export type AccountOutcome<Done extends object = object> = Outcome<Done, AccountRefusal>

export type NewAccount = {
  username: string
  displayName: string
  organisationId: string
  /** Links the account to a person of the staff; '' for none. */
  staffNumber: string
  /** A first role at the account's own organisation. */
  role: Role | null
}

/**
 * Creates an account with a one-time password that its holder has to change. The password is answered once and kept
 * nowhere in clear.
 */
export async function createAccount(
  db: PrismaClient,
  actor: Actor,
  wish: NewAccount & Keyed,
): Promise<AccountOutcome<{ accountId: string; password: string }>> {
  const { username, organisationId, staffNumber, role } = wish
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return perform(db, actor, {
    name: 'createAccount',
    input: wish,
    async lock(tx) {
      const by = await lockActor(tx, actor)
      const place = await tx.organisation.findUnique({ where: { id: organisationId } })
      if (!by || !place || !can(by, 'account:manage', place)) refuse('forbidden')
      if (role && !canGive(by, role, place)) refuse('role_refused')
      if (await tx.account.findUnique({ where: { username } })) refuse('username_taken')
      return { place, personId: await personToLink(tx, by, staffNumber, null) }
    },
    async write(tx, { place, personId }) {
      const accountId = newId()
      const { displayName } = wish
      const data = { id: accountId, username, displayName, organisationId, personId, passwordHash }
      await tx.account.create({ data })
      const about = { organisationId, personId, subject: `account:${accountId}` }
      const after = { username, displayName, organisation: place.name, ...(staffNumber && { staffNumber }) }
      const events: AuditEvent[] = [{ action: 'account.created', ...about, after }]
      if (role) {
        const grantedById = actor.accountId
        await tx.grant.create({ data: { id: newId(), accountId, role, organisationId, grantedById } })
        events.push({ action: 'grant.given', ...about, after: { username, role, organisation: place.name } })
      }
      return { done: { accountId, password }, events }
    },
    // Two create the same name, or link the same person, at the same moment: the unique key decides.
    broken({ code, message }) {
      if (code !== UNIQUE_VIOLATION) return null
      return message.includes('person_id') ? 'person_taken' : 'username_taken'
    },
  })
}

/** The person of a staff number, when they work, or will, within the actor's reach and no other account is theirs. */
async function personToLink(
  tx: Db,
  actor: Actor,
  staffNumber: string,
  ownAccountId: string | null,
): Promise<string | null> {
  if (staffNumber === '') return null
  const person = await tx.person.findUnique({
    where: { staffNumber },
    select: {
      id: true,
      account: { select: { id: true } },
      appointments: {
        where: { OR: [{ validTo: null }, { validTo: { gt: toDbDate(today()) } }] },
        select: { workOrg: { select: { lineage: true } } },
      },
    },
  })
  const isWithinReach = person?.appointments.some(({ workOrg }) => can(actor, 'account:manage', workOrg))
  if (!person || !isWithinReach) refuse('person_unknown')
  if (person.account && person.account.id !== ownAccountId) refuse('person_taken')
  return person.id
}

/** Renames the holder and links the account to a person by staff number ('' unlinks). */
export function changeAccount(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  input: { displayName: string; staffNumber: string } & Keyed,
): Promise<AccountOutcome> {
  const { displayName, staffNumber } = input
  return onAccount(db, actor, { act: 'changeAccount', accountId, input }, async (tx, { by, account }) => {
    const before = { displayName: account.displayName, staffNumber: account.person?.staffNumber ?? '' }
    const isSamePerson = staffNumber === before.staffNumber
    if (isSamePerson && displayName === before.displayName) return { done: {}, events: [] }
    const personId = isSamePerson ? account.personId : await personToLink(tx, by, staffNumber, accountId)
    await tx.account.update({ where: { id: accountId }, data: { displayName, personId } })
    const after = { displayName, staffNumber }
    return { done: {}, events: [event('account.changed', account, { before, after })] }
  })
}

/** Bars the account and ends its sessions. Its grants stay, and count again when it is let in again. */
export function disableAccount(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  input: Keyed = {},
): Promise<AccountOutcome> {
  return onAccount(db, actor, { act: 'disableAccount', accountId, input }, async (tx, { account }) => {
    if (account.disabledAt) return { done: {}, events: [] }
    if (await isLastAdministrator(tx, accountId)) refuse('last_administrator')
    await tx.account.update({ where: { id: accountId }, data: { disabledAt: new Date() } })
    const { count } = await tx.session.deleteMany({ where: { accountId } })
    return { done: {}, events: [event('account.disabled', account, { after: { sessionsEnded: count } })] }
  })
}

/** Lets a disabled account in again. */
export function enableAccount(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  input: Keyed = {},
): Promise<AccountOutcome> {
  return onAccount(db, actor, { act: 'enableAccount', accountId, input }, async (tx, { account }) => {
    if (!account.disabledAt) return { done: {}, events: [] }
    await tx.account.update({ where: { id: accountId }, data: { disabledAt: null } })
    return { done: {}, events: [event('account.enabled', account)] }
  })
}

/** Sets a new one-time password, answered once; every session of the account ends. */
export async function resetAccountPassword(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  input: Keyed = {},
): Promise<AccountOutcome<{ password: string }>> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return onAccount(db, actor, { act: 'resetAccountPassword', accountId, input }, async (tx, { account }) => {
    await tx.account.update({ where: { id: accountId }, data: { passwordHash, mustChangePassword: true } })
    const { count } = await tx.session.deleteMany({ where: { accountId } })
    const after = { sessionsEnded: count }
    return { done: { password }, events: [event('account.password_reset', account, { after })] }
  })
}

function event(action: string, account: GuardedAccount, change: Partial<AuditEvent> = {}): AuditEvent {
  const { id, organisationId, personId } = account
  return { action, organisationId, personId, subject: `account:${id}`, ...change }
}
