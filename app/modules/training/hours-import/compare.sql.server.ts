/** Finds whose each row is, what of it is on record already, and what it goes against: set-based, over a range of rows. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { BatchPlan } from '#app/platform/imports/subject.ts'

/**
 * A row is somebody's by staff number or identity number. The same certificate, or the same training on the same days, is on record: with
 * the same hours nothing changes. Of a new row the target is the person.
 * Overlaps are asked as the exclusion constraint's index begins, by the hash: by the person alone it is read for milliseconds a row.
 */
export async function compareHours(
  db: Db,
  { batchId, organisationId, asOf }: BatchPlan,
  from: number,
  to: number,
): Promise<void> {
  await db.$executeRaw`
    with said as materialized (
      select r.row_number, r.values ->> 'name' as name, r.values ->> 'title' as title, r.values ->> 'part' as part,
        r.values ->> 'level' as level, r.values ->> 'category' as category, (r.values ->> 'hours')::int as tenths,
        (r.values ->> 'startsOn')::date as starts_on, (r.values ->> 'lastDay')::date as last_day,
        array[extract(year from (r.values ->> 'lastDay')::date)::int - 1, extract(year from (r.values ->> 'lastDay')::date)::int] as years,
        'file:' || (r.values ->> 'certificateNo') as source, coalesce(n.id, h.id) as person_id,
        coalesce(n.name, h.name) as person_name, n.id <> h.id as disagree
      from import_row r
      left join person n on n.staff_number = r.values ->> 'staffNumber'
      left join person h on h.id_number_hash = decode(r.values ->> 'idHash', 'hex')
      where r.batch_id = ${batchId}::uuid and r.row_number between ${from} and ${to} and r.outcome = 'new'
    ), placed as materialized (
      select distinct s.row_number from said s
      join roster_entry e on e.person_id = s.person_id and e.valid_to > ${asOf}::date
      join organisation o on o.id = e.org_id and o.lineage @> array[${organisationId}::uuid]
    ), judged as materialized (
      select s.row_number, s.person_id, x.id as entry_id,
        case
          when s.person_id is null then 'hours_person_unknown'
          when s.disagree or s.person_name <> s.name then 'name_differs'
          when p.row_number is null then 'works_elsewhere'
          when x.id is not null and (x.tenths, x.level, x.category) is distinct from (s.tenths, s.level, s.category) then 'hours_differ'
          when x.id is null and s.part <> 'spread' and exists (
            select from training_entry c
            where uuid_hash_extended(c.person_id, 0) = uuid_hash_extended(s.person_id, 0) and c.person_id = s.person_id
              and c.part <> 'spread'
              and c.state in ('submitted', 'approved') and training_time(c.starts_on, c.last_day, c.part)
                && training_time(s.starts_on, s.last_day, s.part)) then 'hours_overlap'
        end as code
      from said s
      left join placed p on p.row_number = s.row_number
      left join lateral (
        select * from (
          select e.id, e.tenths, e.level, e.category, 1 as rank from training_entry e
          where e.person_id = s.person_id and e.source = s.source and e.state in ('submitted', 'approved')
          union all
          select e.id, e.tenths, e.level, e.category, 2 from training_entry e
          where e.person_id = s.person_id and e.year = any(s.years) and e.starts_on = s.starts_on
            and e.last_day = s.last_day and e.title = s.title and e.state in ('submitted', 'approved')) same
        order by rank, id limit 1) x on true
    ), marked as (
      update import_row r set target_id = coalesce(j.entry_id, j.person_id),
        outcome = case when j.code = 'hours_person_unknown' then 'rejected' when j.code is not null then 'conflict'
          when j.entry_id is not null then 'unchanged' else 'new' end
      from judged j where r.batch_id = ${batchId}::uuid and r.row_number = j.row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level)
    select ${batchId}::uuid, row_number, 1000, code, case when code = 'hours_person_unknown' then 'error' else 'conflict' end
    from judged where code is not null`
}

/** Of two rows of one person at one time, or of one training told twice, the later is not taken. */
export async function settleHours(db: Db, { batchId }: BatchPlan): Promise<void> {
  await db.$executeRaw`
    with fresh as materialized (
      select row_number, target_id, values ->> 'title' as title, values ->> 'part' as part,
        (values ->> 'startsOn')::date as starts_on, (values ->> 'lastDay')::date as last_day,
        values ->> 'certificateNo' as certificate_no
      from import_row where batch_id = ${batchId}::uuid and outcome = 'new'
    ), twice as (
      select l.row_number, min(f.row_number) as first,
        bool_or(l.certificate_no = f.certificate_no or (l.title, l.starts_on, l.last_day) = (f.title, f.starts_on, f.last_day)) as same
      from fresh l join fresh f on f.target_id = l.target_id and f.row_number < l.row_number
        and (l.certificate_no = f.certificate_no or (l.title, l.starts_on, l.last_day) = (f.title, f.starts_on, f.last_day)
          or (l.part <> 'spread' and f.part <> 'spread' and training_time(l.starts_on, l.last_day, l.part)
            && training_time(f.starts_on, f.last_day, f.part)))
      group by l.row_number
    ), marked as (
      update import_row r set outcome = case when t.same then 'rejected' else 'conflict' end from twice t
      where r.batch_id = ${batchId}::uuid and r.row_number = t.row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level, other)
    select ${batchId}::uuid, row_number, 1001, case when same then 'duplicate_in_file' else 'hours_overlap' end,
      case when same then 'error' else 'conflict' end, first::text from twice`
}
