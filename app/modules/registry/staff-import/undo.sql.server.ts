/** The reverse of commit.sql: what the batch brought goes, what it changed comes back as it was. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { forgetBefore, keptBefore } from '#app/platform/imports/before-images.server.ts'

const { sql } = Prisma

const periodTables = [
  'appointment',
  'title_period',
  'status_period',
  'honour_period',
  'qualification',
  'education',
] as const
/** Those of which a commit changes rows, not only adds them. */
const changedTables = [
  'appointment',
  'title_period',
  'status_period',
  'honour_period',
  'qualification',
] as const

/** People who were there before and whom the batch changed. */
export function touchedOf(batchId: string): Prisma.Sql {
  return sql`select target_id from import_touch where batch_id = ${batchId}::uuid`
}

/** Everybody the batch brought or changed. */
export function peopleOf(batchId: string): Prisma.Sql {
  return sql`select id from person where batch_id = ${batchId}::uuid union all ${touchedOf(batchId)}`
}

/** Rows the batch added to people who were there before. */
export async function deleteBrought(tx: Db, batchId: string): Promise<void> {
  for (const table of periodTables) {
    await tx.$executeRaw`
      delete from ${sqlName(table)} x using import_touch t
      where t.batch_id = ${batchId}::uuid and x.person_id = t.target_id and x.batch_id = t.batch_id`
  }
}

/** Before-images back: period rows as whole rows, people column by column, for what hangs on them must stay. */
export async function restoreChanged(tx: Db, batchId: string): Promise<void> {
  for (const table of changedTables) {
    const kept = keptBefore(batchId, table)
    await tx.$executeRaw`delete from ${sqlName(table)} where id in (select c.row_id ${kept})`
    await tx.$executeRaw`
      insert into ${sqlName(table)} select (jsonb_populate_record(null::${sqlName(table)}, c.before)).* ${kept}`
  }
  await tx.$executeRaw`
    update person p set (former_name, sex, birth_date, id_number_cipher, id_number_hash, phone_cipher, ethnicity,
      political_status, native_place, work_started_on, teaching_since, education_level, employer_number, source, source_key) = (select b.former_name, b.sex, b.birth_date, b.id_number_cipher, b.id_number_hash, b.phone_cipher,
      b.ethnicity, b.political_status, b.native_place, b.work_started_on, b.teaching_since, b.education_level,
      b.employer_number, b.source, b.source_key from jsonb_populate_record(null::person, c.before) b)
    from import_change c
    where c.batch_id = ${batchId}::uuid and c.table_name = 'person' and p.id = c.row_id`
  await forgetBefore(tx, batchId)
}

/** The people the batch brought, with all that hangs on them, some at a time. */
export async function deletePeople(
  tx: Db,
  batchId: string,
  step: number,
  done: (count: number) => Promise<void>,
): Promise<void> {
  let count = 0
  for (;;) {
    const gone = await tx.$queryRaw<{ id: string }[]>`
      select id from person where batch_id = ${batchId}::uuid order by id limit ${step}`
    if (gone.length === 0) return
    const ids = gone.map(({ id }) => id)
    await tx.$executeRaw`delete from roster_entry where person_id = any(${ids}::uuid[])`
    await tx.$executeRaw`delete from appointment where person_id = any(${ids}::uuid[])`
    await tx.$executeRaw`delete from person where id = any(${ids}::uuid[])`
    count += gone.length
    await done(count)
  }
}

export async function deleteOrganisations(tx: Db, batchId: string): Promise<void> {
  await tx.$executeRaw`delete from organisation where batch_id = ${batchId}::uuid`
}
