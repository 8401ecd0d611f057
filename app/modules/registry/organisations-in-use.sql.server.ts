/** What has come to stand on organisations that an import made. */
import { Prisma } from '#app/platform/database/generated/client.ts'

const { sql } = Prisma

/** Selects `id` and `label` of those that something else rests on since: people, organisations, accounts, imports, acts. */
export function inUseSince(batchId: string, committedAt: Date): Prisma.Sql {
  const own = sql`(select id from organisation where batch_id = ${batchId}::uuid)`
  return sql`select o.id, o.name as label from organisation o where o.batch_id = ${batchId}::uuid and (
    exists (select from appointment a where a.work_org_id = o.id and a.batch_id is distinct from ${batchId}::uuid)
    or exists (select from organisation c where c.parent_id = o.id and c.batch_id is distinct from ${batchId}::uuid)
    or exists (select from account c where c.organisation_id = o.id)
    or exists (select from account_grant g where g.organisation_id = o.id)
    or exists (select from import_batch b where b.organisation_id = o.id)
    or exists (select from audit_entry e where e.organisation_id = o.id and e.at > ${committedAt}))
    union select o.id, o.name from appointment a join organisation o on o.id in (a.establishment_org_id, a.pay_org_id)
    where o.id in ${own} and a.batch_id is distinct from ${batchId}::uuid and a.establishment_org_id is not null`
}
