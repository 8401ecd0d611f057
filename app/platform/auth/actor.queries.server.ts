/** Who an account is, with its living grants: by itself, or along with its session. Every page asks: one query. */
import type { Actor } from '#app/platform/access/actor.ts'
import { isRole } from '#app/platform/access/roles.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'

export type FoundActor = { actor: Actor; organisationName: string; mustChangePassword: boolean }

type AccountRow = Omit<Actor, 'grants'> & {
  organisationName: string
  mustChangePassword: boolean
  grants: { role: string; organisationId: string; organisationKind: string }[]
}

const { sql } = Prisma

const accountColumns = sql`
  a.id as "accountId", a.display_name as "displayName", a.person_id as "personId",
  a.organisation_id as "organisationId", o.name as "organisationName",
  a.must_change_password as "mustChangePassword",
  coalesce((select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id,
      'organisationKind', at.kind) order by g.id)
    from account_grant g join organisation at on at.id = g.organisation_id
    where g.account_id = a.id and g.revoked_at is null), '[]') as grants`

/** The actor of an account; null when the account is gone or disabled. */
export async function findActor(db: Db, accountId: string): Promise<FoundActor | null> {
  const [found] = await db.$queryRaw<AccountRow[]>`
    select ${accountColumns} from account a join organisation o on o.id = a.organisation_id
    where a.id = ${accountId}::uuid and a.disabled_at is null`
  return found ? actorOf(found) : null
}

export type SessionRow = { sessionOf: string; expiresAt: Date; device: string; lastSeenAt: Date }

/** A session of the table's key, and whose it is: nobody's where the account is disabled. */
export async function findSessionRow(
  db: Db,
  key: string,
): Promise<{ session: SessionRow; holder: FoundActor | null } | null> {
  const [found] = await db.$queryRaw<(SessionRow & (AccountRow | { accountId: null }))[]>`
    select s.account_id as "sessionOf", s.expires_at as "expiresAt", s.device, s.last_seen_at as "lastSeenAt",
      ${accountColumns}
    from session s
    left join account a on a.id = s.account_id and a.disabled_at is null
    left join organisation o on o.id = a.organisation_id
    where s.id = ${key}`
  if (!found) return null
  const { sessionOf, expiresAt, device, lastSeenAt, ...account } = found
  const holder = account.accountId === null ? null : actorOf(account)
  return { session: { sessionOf, expiresAt, device, lastSeenAt }, holder }
}

function actorOf({ grants, organisationName, mustChangePassword, ...account }: AccountRow): FoundActor {
  const held = grants.flatMap(({ role, ...place }) => (isRole(role) ? [{ role, ...place }] : []))
  return { actor: { ...account, grants: held }, organisationName, mustChangePassword }
}
