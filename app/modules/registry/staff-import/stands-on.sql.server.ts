/** What later work stands on a committed batch, so that taking it back would pull the ground away. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { StandsOn } from '#app/platform/imports/batch.ts'
import { type Standing, standing } from '#app/platform/imports/standing.sql.server.ts'
import { inUseSince } from '../organisations-in-use.sql.server.ts'
import { peopleOf } from './undo.sql.server.ts'

const { sql } = Prisma

/** Later changes of the batch's people and organisations, by hand or by a later import. */
export async function findStandsOn(db: Db, batchId: string, committedAt: Date): Promise<StandsOn[]> {
  const people = sql`(${peopleOf(batchId)})`
  const later = sql`(select id from import_batch where state = 'committed' and committed_at > ${committedAt}
    and id <> ${batchId}::uuid)`
  const changed = sql`select distinct p.id, p.name || ' ' || p.staff_number as label from audit_entry e
    join person p on p.id = e.person_id
    where e.at > ${committedAt} and e.person_id is not null and e.person_id in ${people}`
  const imports = sql`select distinct b.id, f.name as label from import_batch b join stored_file f on f.id = b.file_id
    join import_touch t on t.batch_id = b.id where b.id in ${later} and t.target_id in ${people}`
  const used = inUseSince(batchId, committedAt)
  const linked = sql`select c.id, c.username as label from account c join person p on p.id = c.person_id
    where p.batch_id = ${batchId}::uuid`
  const all: Standing[] = [
    ['person_changed', changed, (id) => `/staff/${id}`],
    ['later_import', imports, (id) => `/imports/${id}`],
    ['organisation_used', used, (id) => `/organisations/${id}`],
    ['account_linked', linked, (id) => `/accounts/${id}`],
  ]
  return standing(db, all)
}
