/** Acts on accounts, each audited in its own transaction. Nobody acts on the own account here. */
import { type Actor, can, canGive } from '#app/platform/access/actor.ts'
import type { Role } from '#app/platform/access/roles.ts'
import { type AuditEvent, appendAudit } from '#app/platform/audit/append.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma, type PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { type GuardedAccount, lockActor, onAccount, type Refused, refused } from './account-guard.server.ts'
import { isLastAdministrator } from './last-administrator.server.ts'
import { hashPassword, oneTimePassword } from './password.server.ts'

type Done = { ok: true }

export type NewAccount = {
  username: string
  displayName: string
  organisationId: string
  /** Links the account to a person of the registry; '' for none. */
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
  wish: NewAccount,
): Promise<{ ok: true; accountId: string; password: string } | Refused> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  try {
    return await db.$transaction(async (tx) => {
      const made = await insertAccount(tx, actor, wish, passwordHash)
      return made.ok ? { ...made, password } : made
    })
  } catch (error) {
    // Two create the same name, or link the same person, at the same moment: the unique key decides.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return refused(String(error.message).includes('person_id') ? 'person_taken' : 'username_taken')
    throw error
  }
}

async function insertAccount(
  tx: Db,
  actor: Actor,
  { username, displayName, organisationId, staffNumber, role }: NewAccount,
  passwordHash: string,
): Promise<{ ok: true; accountId: string } | Refused> {
  const giver = await lockActor(tx, actor)
  const place = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (!giver || !place || !can(giver, 'account:manage', place)) return refused('forbidden')
  if (role && !canGive(giver, role, place)) return refused('role_refused')
  if (await tx.account.findUnique({ where: { username } })) return refused('username_taken')
  const person = await personToLink(tx, giver, staffNumber, null)
  if (!person.ok) return person
  const accountId = newId()
  const { personId } = person
  await tx.account.create({
    data: { id: accountId, username, displayName, organisationId, personId, passwordHash },
  })
  const about = { organisationId, personId, subject: `account:${accountId}` }
  const after = { username, displayName, organisation: place.name, ...(staffNumber && { staffNumber }) }
  const events: AuditEvent[] = [{ action: 'account.created', ...about, after }]
  if (role) {
    const grantedById = giver.accountId
    await tx.grant.create({ data: { id: newId(), accountId, role, organisationId, grantedById } })
    events.push({ action: 'grant.given', ...about, after: { username, role, organisation: place.name } })
  }
  await appendAudit(tx, giver, events)
  return { ok: true, accountId }
}

/** The person of a staff number, when they work, or will, within the actor's reach and no other account is theirs. */
async function personToLink(
  tx: Db,
  actor: Actor,
  staffNumber: string,
  ownAccountId: string | null,
): Promise<{ ok: true; personId: string | null } | Refused> {
  if (staffNumber === '') return { ok: true, personId: null }
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
  if (!person || !isWithinReach) return refused('person_unknown')
  if (person.account && person.account.id !== ownAccountId) return refused('person_taken')
  return { ok: true, personId: person.id }
}

/** Renames the holder and links the account to a person by staff number ('' unlinks). */
export function changeAccount(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  { displayName, staffNumber }: { displayName: string; staffNumber: string },
): Promise<Done | Refused> {
  return onAccount(db, actor, accountId, async (tx, by, account) => {
    const before = { displayName: account.displayName, staffNumber: account.person?.staffNumber ?? '' }
    const isSamePerson = staffNumber === before.staffNumber
    if (isSamePerson && displayName === before.displayName) return { ok: true }
    const person = isSamePerson
      ? { ok: true as const, personId: account.personId }
      : await personToLink(tx, by, staffNumber, accountId)
    if (!person.ok) return person
    await tx.account.update({ where: { id: accountId }, data: { displayName, personId: person.personId } })
    const after = { displayName, staffNumber }
    await appendAudit(tx, by, [event('account.changed', account, { before, after })])
    return { ok: true }
  })
}

/** Bars the account and ends its sessions. Its grants stay, and count again when it is let in again. */
export function disableAccount(db: PrismaClient, actor: Actor, accountId: string): Promise<Done | Refused> {
  return onAccount(db, actor, accountId, async (tx, by, account) => {
    if (account.disabledAt) return { ok: true }
    if (await isLastAdministrator(tx, accountId)) return refused('last_administrator')
    await tx.account.update({ where: { id: accountId }, data: { disabledAt: new Date() } })
    const { count } = await tx.session.deleteMany({ where: { accountId } })
    await appendAudit(tx, by, [event('account.disabled', account, { after: { sessionsEnded: count } })])
    return { ok: true }
  })
}

/** Lets a disabled account in again. */
export function enableAccount(db: PrismaClient, actor: Actor, accountId: string): Promise<Done | Refused> {
  return onAccount(db, actor, accountId, async (tx, by, account) => {
    if (!account.disabledAt) return { ok: true }
    await tx.account.update({ where: { id: accountId }, data: { disabledAt: null } })
    await appendAudit(tx, by, [event('account.enabled', account)])
    return { ok: true }
  })
}

/** Sets a new one-time password, answered once; every session of the account ends. */
export async function resetAccountPassword(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
): Promise<{ ok: true; password: string } | Refused> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return onAccount(db, actor, accountId, async (tx, by, account) => {
    await tx.account.update({ where: { id: accountId }, data: { passwordHash, mustChangePassword: true } })
    const { count } = await tx.session.deleteMany({ where: { accountId } })
    await appendAudit(tx, by, [event('account.password_reset', account, { after: { sessionsEnded: count } })])
    return { ok: true as const, password }
  })
}

function event(action: string, account: GuardedAccount, change: Partial<AuditEvent> = {}): AuditEvent {
  const { id, organisationId, personId } = account
  return { action, organisationId, personId, subject: `account:${id}`, ...change }
}
