/** Accounts that set pay somewhere: whom its news concern. */
import { roleAllows, roleNames } from '#app/platform/access/roles.ts'
import type { Db } from '#app/platform/database/client.server.ts'

export type Setter = { accountId: string; orgId: string; isOfPrefecture: boolean }

/** One for each place at which an account in use may. */
export function paySetters(tx: Db): Promise<Setter[]> {
  const roles = roleNames.filter((role) => roleAllows(role, 'pay:set'))
  return tx.$queryRaw<Setter[]>`
    select distinct g.account_id as "accountId", g.organisation_id as "orgId", o.kind = 'prefecture' as "isOfPrefecture"
    from account_grant g
    join account a on a.id = g.account_id and a.disabled_at is null
    join organisation o on o.id = g.organisation_id
    where g.revoked_at is null and g.role = any(${roles}::text[])`
}
