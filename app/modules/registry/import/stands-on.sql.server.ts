/** What later work stands on a committed batch, so that taking it back would pull the ground away. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { StandsOn } from './batch.ts'
import { peopleOf } from './undo.sql.server.ts'

const { sql } = Prisma

const EXAMPLES = 10

type Found = { id: string; label: string; count: number }

/** Later changes of the batch's people and organisations, by hand or by a later import. */
export async function findStandsOn(db: Db, batchId: string, committedAt: Date): Promise<StandsOn[]> {
  const people = sql`(${peopleOf(batchId)})`
  const later = sql`(select id from import_batch where state = 'committed' and committed_at > ${committedAt}
    and id <> ${batchId}::uuid)`
  const own = sql`(select id from organisation where batch_id = ${batchId}::uuid)`
  const changed = sql`select distinct p.id, p.name || ' ' || p.staff_number as label from audit_entry e
    join person p on p.id = e.person_id
    where e.at > ${committedAt} and e.person_id is not null and e.person_id in ${people}`
  const imports = sql`select distinct b.id, f.name as label from import_batch b join stored_file f on f.id = b.file_id
    join import_touch t on t.batch_id = b.id where b.id in ${later} and t.person_id in ${people}`
  const used = sql`select o.id, o.name as label from organisation o where o.batch_id = ${batchId}::uuid and (
    exists (select from appointment a where a.work_org_id = o.id and a.batch_id is distinct from ${batchId}::uuid)
    or exists (select from organisation c where c.parent_id = o.id and c.batch_id is distinct from ${batchId}::uuid)
    or exists (select from account c where c.organisation_id = o.id)
    or exists (select from account_grant g where g.organisation_id = o.id)
    or exists (select from import_batch b where b.organisation_id = o.id)
    or exists (select from audit_entry e where e.organisation_id = o.id and e.at > ${committedAt}))
    union select o.id, o.name from appointment a join organisation o on o.id in (a.establishment_org_id, a.pay_org_id)
    where o.id in ${own} and a.batch_id is distinct from ${batchId}::uuid and a.establishment_org_id is not null`
  const linked = sql`select c.id, c.username as label from account c join person p on p.id = c.person_id
    where p.batch_id = ${batchId}::uuid`
  const all: [StandsOn['kind'], Prisma.Sql][] = [
    ['person_changed', changed],
    ['later_import', imports],
    ['organisation_used', used],
    ['account_linked', linked],
  ]
  const found: StandsOn[] = []
  for (const [kind, query] of all) {
    const rows = await db.$queryRaw<Found[]>`
      select id, label, (count(*) over ())::int as count from (${query}) x order by label limit ${EXAMPLES}`
    const [first] = rows
    if (first)
      found.push({ kind, count: first.count, examples: rows.map(({ id, label }) => ({ id, label })) })
  }
  return found
}
