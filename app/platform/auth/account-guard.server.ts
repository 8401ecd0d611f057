/** The gate of every act on another's account: who acts and on whom is read anew under lock, never taken from the page. */
import { type Actor, canManageAccount, type PlacedAccount } from '#app/platform/access/actor.ts'
import { isRole } from '#app/platform/access/roles.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct, type Written } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { type Prisma, Prisma as Sql } from '#app/platform/database/generated/client.ts'
import type { AccountRefusal } from './accounts.ts'
import { findActor } from './actor.queries.server.ts'

export const refuse: Refuse<AccountRefusal> = refuseAct

const withPlaces = {
  organisation: { select: { name: true, lineage: true } },
  person: { select: { staffNumber: true } },
  grants: {
    where: { revokedAt: null },
    include: { organisation: { select: { name: true, lineage: true } } },
  },
} satisfies Prisma.AccountInclude

/** An account with all that decides who may act on it. */
export type GuardedAccount = Prisma.AccountGetPayload<{ include: typeof withPlaces }>

export function findGuarded(db: Db, accountId: string): Promise<GuardedAccount | null> {
  return db.account.findUnique({ where: { id: accountId }, include: withPlaces })
}

/** Where the account and its living grants stand. A role that no longer exists gives nothing, so it counts for nothing. */
export function placedAccount(account: GuardedAccount): PlacedAccount {
  const grants = account.grants.flatMap(({ role, organisation }) =>
    isRole(role) ? [{ role, lineage: organisation.lineage }] : [],
  )
  return { id: account.id, lineage: account.organisation.lineage, grants }
}

/** Locks accounts in id order (two who act on each other wait, and never block each other). */
async function lockAccounts(tx: Db, ids: readonly string[]): Promise<void> {
  const list = Sql.join(ids.map((id) => Sql.sql`${id}::uuid`))
  await tx.$queryRaw`select 1 as locked from account where id in (${list}) order by id for no key update`
}

/** The actor as the database has them now, locked; null when they were barred meanwhile. */
export async function lockActor(tx: Db, actor: Actor, others: readonly string[] = []): Promise<Actor | null> {
  await lockAccounts(tx, [actor.accountId, ...others])
  return (await findActor(tx, actor.accountId))?.actor ?? null
}

type Guarded = { by: Actor; account: GuardedAccount }

/**
 * Runs an act on another's account. Refuses unless the actor, as they stand now, may manage the account with everything
 * it holds.
 */
export function onAccount<Done extends object = object>(
  db: PrismaClient,
  actor: Actor,
  { act, accountId, input }: { act: string; accountId: string; input: object & Keyed },
  write: (tx: Db, guarded: Guarded) => Promise<Written<Done>>,
): Promise<Outcome<Done, AccountRefusal>> {
  return perform(db, actor, {
    name: act,
    input: { accountId, ...input },
    async lock(tx): Promise<Guarded> {
      const by = await lockActor(tx, actor, [accountId])
      const account = await findGuarded(tx, accountId)
      if (!by || !account || !canManageAccount(by, placedAccount(account))) refuse('forbidden')
      return { by, account }
    },
    write,
  })
}
