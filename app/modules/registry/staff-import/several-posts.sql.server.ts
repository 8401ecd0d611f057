/** One person in several rows: which post is the main one, and which stand beside it 兼任. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { BatchPlan } from '#app/platform/imports/subject.ts'
import { isMain } from '../main-appointment.sql.server.ts'

const { sql } = Prisma

/**
 * After the rows are staged, where a person stands at several schools: the main post is the one of which nothing says that it is
 * 兼任, or the one with the most lessons a week, or (ticked) the first. What none of these tells is asked: the later row is refused.
 */
export async function settleSeveralPosts(db: Db, batchId: string, isLaterBeside: boolean): Promise<void> {
  await db.$executeRaw`
    with keyed as (
      select row_number, org_id, coalesce(is_concurrent, false) as beside, weekly_hours,
        coalesce(encode(id_number_hash, 'hex'), 'n' || staff_number, 's' || source_key) as key
      from staff_import_row where batch_id = ${batchId}::uuid and outcome <> 'rejected'
    ), ranked as (
      select k.*, count(*) over (partition by key) as posts, first_value(row_number) over main as main,
        first_value(beside) over main as main_beside, first_value(weekly_hours) over main as main_hours,
        row_number() over (partition by key, org_id order by row_number) as same
      from keyed k where key is not null
      window main as (partition by key order by beside, weekly_hours desc nulls last, row_number)
    ), others as (
      select *, same = 1 and ((beside and not main_beside) or coalesce(weekly_hours < main_hours, false) or ${isLaterBeside}) as is_told
      from ranked where posts > 1 and row_number <> main
    ), marked as (
      update staff_import_row r set concurrent_of = o.main, is_concurrent = o.is_told,
        outcome = case when o.is_told then r.outcome else 'rejected' end
      from others o where r.batch_id = ${batchId}::uuid and r.row_number = o.row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level, other)
    select ${batchId}::uuid, row_number, 900,
      case when same > 1 then 'duplicate_in_file' else 'same_person_elsewhere' end, 'error', main::text
    from others where not is_told`
}

/** A post that the row says stands beside another, where the person works mainly somewhere else; or beside a row of this file. */
const isBeside = sql`(r.concurrent_of is not null or (r.is_concurrent and a.work_org_id is not null and a.work_org_id <> r.org_id))`

/**
 * After the comparison: rows that are posts beside the main one add an appointment, and change nothing else of the person. What
 * the comparison said of them as if they were main posts is forgotten.
 */
export async function compareBeside(db: Db, { batchId, asOf }: BatchPlan): Promise<void> {
  await db.$executeRaw`
    with found as (
      select r.row_number, r.org_id, ${isBeside} as beside, m.outcome as main_outcome,
        case when r.concurrent_of is null then r.target_id when m.outcome = 'new' then m.id else m.target_id end as person_id
      from staff_import_row r
      left join staff_import_row m on m.batch_id = r.batch_id and m.row_number = r.concurrent_of
      left join appointment a on a.person_id = r.target_id and ${isMain('a')}
        and a.valid_from <= ${asOf}::date and (a.valid_to is null or a.valid_to > ${asOf}::date)
      where r.batch_id = ${batchId}::uuid and r.is_concurrent
        and (r.outcome <> 'rejected' or exists (select from import_issue i
          where i.batch_id = r.batch_id and i.row_number = r.row_number and i.no >= 1000))
    ), forgotten as (
      delete from import_issue i using found f where f.beside and i.batch_id = ${batchId}::uuid
        and i.row_number = f.row_number and i.no >= 1000
    ), marked as (
      update staff_import_row r set is_concurrent = f.beside, moved = r.moved and not f.beside,
        target_id = case when f.beside then f.person_id else r.target_id end,
        changes = case when not f.beside then r.changes when ${isThere(asOf)} or ${isRefused} then null
          else jsonb_build_object('concurrent', jsonb_build_array(null, r.org_id)) end,
        outcome = case when not f.beside then r.outcome when ${isRefused} then 'rejected'
          when ${isThere(asOf)} then 'unchanged' else 'changed' end
      from found f where r.batch_id = ${batchId}::uuid and r.row_number = f.row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level)
    select ${batchId}::uuid, row_number, 1003, 'main_post_rejected', 'error' from found f where f.beside and ${isRefused}`
}

const isRefused = sql`coalesce(f.main_outcome in ('rejected', 'conflict'), false)`
const isThere = (
  asOf: string,
) => sql`exists (select from appointment b where b.person_id = f.person_id and not b.is_main
  and b.work_org_id = f.org_id and b.valid_from <= ${asOf}::date and (b.valid_to is null or b.valid_to > ${asOf}::date))`

/**
 * Rows without any number of a person: one who is called like somebody of the same school, in the file or in the registry, is asked,
 * unless both birth dates are known and differ.
 */
export async function askSameNames(db: Db, { batchId, asOf }: BatchPlan): Promise<void> {
  await db.$executeRaw`
    with nameless as (
      select row_number, name, org_id, birth_date from staff_import_row
      where batch_id = ${batchId}::uuid and outcome = 'new' and id_number_hash is null and staff_number is null
        and source_key is null and org_id is not null
    ), asked as (
      select n.row_number, min(o.row_number) as other from nameless n
      left join nameless o on o.name = n.name and o.org_id = n.org_id and o.row_number < n.row_number
        and (o.birth_date is null or n.birth_date is null or o.birth_date = n.birth_date)
      where o.row_number is not null or exists (
        select from person p join appointment a on a.person_id = p.id and ${isMain('a')} and a.work_org_id = n.org_id
          and a.valid_from <= ${asOf}::date and (a.valid_to is null or a.valid_to > ${asOf}::date)
        where p.name = n.name and (p.birth_date is null or n.birth_date is null or p.birth_date = n.birth_date))
      group by n.row_number
    ), marked as (
      update staff_import_row r set outcome = 'conflict' from asked
      where r.batch_id = ${batchId}::uuid and r.row_number = asked.row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level, other)
    select ${batchId}::uuid, row_number, 1004,
      case when other is null then 'same_name_there' else 'same_name_in_file' end, 'conflict', other::text from asked`
}
