/** Accounts within the reader's scope: those of its organisations, and those that hold a role at one of them. */

import { type Actor, can, canGive, canManageAccount, scopeOf } from '#app/platform/access/actor.ts'
import { isRole, type Role, roleNames } from '#app/platform/access/roles.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { type BoundedCount, bounded, COUNT_BOUND } from '#app/platform/lists/bounded-count.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import { personHref } from '#app/platform/manifest/person-page.server.ts'
import { findGuarded, placedAccount } from './account-guard.server.ts'
import type { AccountFilter, AccountRow, GrantView } from './accounts.ts'

export const accountsOnPage = 50

/** The SQL twin of `canSee`. */
function readableBy(actor: Actor): Prisma.AccountWhereInput {
  const lineage = { hasSome: scopeOf(actor, 'account:read') }
  return {
    OR: [{ organisation: { lineage } }, { grants: { some: { revokedAt: null, organisation: { lineage } } } }],
  }
}

/** What people type may hold `%` and `_`, which Prisma leaves to mean anything. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

function matching(actor: Actor, filter: AccountFilter): Prisma.AccountWhereInput {
  const { query, organisationId, role, state } = filter
  const conditions: Prisma.AccountWhereInput[] = [readableBy(actor)]
  if (query) {
    const contains = literal(query)
    conditions.push({
      OR: [
        { username: { contains: contains.toLowerCase() } },
        { displayName: { contains, mode: 'insensitive' } },
      ],
    })
  }
  if (organisationId) conditions.push({ organisation: { lineage: { has: organisationId } } })
  if (role) conditions.push({ grants: { some: { role, revokedAt: null } } })
  if (state) conditions.push({ disabledAt: state === 'active' ? null : { not: null } })
  return { AND: conditions }
}

const rowColumns = {
  id: true,
  username: true,
  displayName: true,
  disabledAt: true,
  organisation: { select: { name: true } },
  grants: {
    where: { revokedAt: null },
    select: { role: true, organisation: { select: { name: true } } },
    orderBy: { grantedAt: 'asc' },
  },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
} satisfies Prisma.AccountSelect

function rowOf(account: Prisma.AccountGetPayload<{ select: typeof rowColumns }>): AccountRow {
  const { id, username, displayName, organisation, grants, sessions, disabledAt } = account
  return {
    id,
    username,
    displayName,
    organisationName: organisation.name,
    roles: grants.flatMap((grant) =>
      isRole(grant.role) ? [{ role: grant.role, organisationName: grant.organisation.name }] : [],
    ),
    isDisabled: disabledAt !== null,
    lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
  }
}

export type AccountPage = PageOf<AccountRow> & { total: BoundedCount }

/** One page of accounts by user name. */
export async function listAccounts(
  db: Db,
  actor: Actor,
  filter: AccountFilter,
  cursor: Keyset | null = null,
  size = accountsOnPage,
): Promise<AccountPage> {
  const where = matching(actor, filter)
  const isBackward = cursor?.towards === 'previous'
  const beyond = cursor && { username: isBackward ? { lt: cursor.value } : { gt: cursor.value } }
  const found = await db.account.findMany({
    where: { AND: [where, beyond ?? {}] },
    select: rowColumns,
    orderBy: { username: isBackward ? 'desc' : 'asc' },
    take: size + 1,
  })
  const keyOf = ({ username, id }: AccountRow) => ({ sort: 'username', value: username, id })
  const page = pageOf(found.map(rowOf), size, cursor, keyOf)
  const total = await db.account.count({ where, take: COUNT_BOUND + 1 })
  return { ...page, total: bounded(total) }
}

/** All accounts of a filter, read page by page. */
export async function* eachAccount(db: Db, actor: Actor, filter: AccountFilter): AsyncGenerator<AccountRow> {
  let cursor: Keyset | null = null
  do {
    const page: AccountPage = await listAccounts(db, actor, filter, cursor, 500)
    yield* page.rows
    cursor = page.next
  } while (cursor)
}

export type AccountRecord = {
  id: string
  username: string
  displayName: string
  organisationId: string
  organisationName: string
  person: { href: string | null; staffNumber: string } | null
  isDisabled: boolean
  mustChangePassword: boolean
  createdAt: string
  lastSeenAt: string | null
  openSessions: number
  grants: GrantView[]
  /** What the reader may do: everything, nothing since it is their own, or nothing since it reaches beyond their scope. */
  reach: 'manages' | 'own' | 'beyond' | 'reads'
}

/** One account with what it holds; null when it is not there or not the reader's to see. */
export async function findAccount(db: Db, actor: Actor, accountId: string): Promise<AccountRecord | null> {
  const account = await findGuarded(db, accountId)
  if (!account) return null
  const placed = placedAccount(account)
  const isVisible = [placed, ...placed.grants].some((place) => can(actor, 'account:read', place))
  if (!isVisible) return null
  const sessions = await db.session.findMany({
    where: { accountId, expiresAt: { gt: new Date() } },
    select: { lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
  })
  return {
    id: account.id,
    username: account.username,
    displayName: account.displayName,
    organisationId: account.organisationId,
    organisationName: account.organisation.name,
    person:
      account.personId && account.person
        ? { href: personHref(account.personId), staffNumber: account.person.staffNumber }
        : null,
    isDisabled: account.disabledAt !== null,
    mustChangePassword: account.mustChangePassword,
    createdAt: account.createdAt.toISOString(),
    lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
    openSessions: sessions.length,
    grants: await grantsOf(db, accountId),
    reach: reachOver(actor, placed),
  }
}

function reachOver(actor: Actor, account: ReturnType<typeof placedAccount>): AccountRecord['reach'] {
  if (account.id === actor.accountId) return 'own'
  if (canManageAccount(actor, account)) return 'manages'
  return can(actor, 'account:manage', account) ? 'beyond' : 'reads'
}

/** Living grants of an account, oldest first, with who gave them. */
export async function grantsOf(db: Db, accountId: string): Promise<GrantView[]> {
  const grants = await db.grant.findMany({
    where: { accountId, revokedAt: null },
    include: { organisation: { select: { name: true } } },
    orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }],
  })
  const givers = await db.account.findMany({
    where: { id: { in: grants.flatMap(({ grantedById }) => grantedById ?? []) } },
    select: { id: true, displayName: true },
  })
  const nameOf = new Map(givers.map(({ id, displayName }) => [id, displayName]))
  return grants.flatMap(({ id, role, organisationId, organisation, grantedAt, grantedById }) => {
    if (!isRole(role)) return []
    const grantedBy = (grantedById && nameOf.get(grantedById)) ?? null
    const organisationName = organisation.name
    return [{ id, role, organisationId, organisationName, grantedAt: grantedAt.toISOString(), grantedBy }]
  })
}

/** Roles that the actor may give somewhere; where exactly, `canGive` decides when it is given. */
export function rolesToGive(actor: Actor): Role[] {
  return roleNames.filter((role) =>
    actor.grants.some((held) => canGive(actor, role, { lineage: [held.organisationId] })),
  )
}

/** How many organisations a grant at this one reaches, itself included. */
export function organisationsBelow(db: Db, organisationId: string): Promise<number> {
  return db.organisation.count({ where: { lineage: { has: organisationId } } })
}
