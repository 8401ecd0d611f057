/** Finds whose each row is, what was paid for that month already, and what it goes against: set-based, over a range of rows. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { BatchPlan } from '#app/platform/imports/subject.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { CORRECTS, LOOKED_AT } from './fields.ts'

/**
 * A row is somebody's by staff number or identity number. The same items with the same amounts for that month: nothing changes. Some
 * of the items with other amounts: asked, or put right where the file says so (the target is then the slip to be reversed).
 * What is improbable is asked until somebody has looked at it. The target of a new row is the person.
 */
export async function comparePay(db: Db, plan: BatchPlan, from: number, to: number): Promise<void> {
  const { batchId, organisationId, asOf, profile } = plan
  const times = (await policiesAt(db, organisationId, asOf)).use('pay.improbable_times').value
  const isLookedAt = profile.options.ticked.includes(LOOKED_AT)
  const corrects = profile.options.ticked.includes(CORRECTS)
  await db.$executeRaw`
    with said as materialized (
      select r.row_number, r.values ->> 'name' as name, (r.values ->> 'year')::int as year, (r.values ->> 'month')::int as month,
        (r.values ->> 'items')::smallint[] as items, (r.values ->> 'fen')::bigint[] as fen,
        r.values ->> 'payer' as payer, coalesce((r.values ->> 'isNegative')::boolean, false) as is_negative,
        coalesce(n.id, h.id) as person_id, coalesce(n.name, h.name) as person_name, n.id <> h.id as disagree
      from import_row r
      left join person n on n.staff_number = r.values ->> 'staffNumber'
      left join person h on h.id_number_hash = decode(r.values ->> 'idHash', 'hex')
      where r.batch_id = ${batchId}::uuid and r.row_number between ${from} and ${to} and r.outcome = 'new'
    ), payer as materialized (
      select distinct on (o.payer) o.payer, o.id
      from (select name as payer, id, lineage from organisation union all select code, id, lineage from organisation) o
      where o.payer in (select payer from said) and o.lineage @> array[${organisationId}::uuid]
      order by o.payer, o.id
    ), within as materialized (
      select s.row_number,
        bool_or(e.valid_from < (make_date(s.year, case s.month when 0 then 12 else s.month end, 1) + interval '1 month')
          and e.valid_to > make_date(s.year, case s.month when 0 then 1 else s.month end, 1)
          and e.status not in ('retired', 'left', 'deceased')) as in_post,
        bool_or(s.payer in (o.name, o.code)) as names_payer
      from said s
      join roster_entry e on e.person_id = s.person_id
      join organisation o on o.id = coalesce(e.pay_org_id, e.org_id) and o.lineage @> array[${organisationId}::uuid]
      group by s.row_number
    ), standing as materialized (
      select s.row_number, p.id, p.org_id, p.items, p.fen, p.month
      from said s
      join pay_slip p on p.person_id = s.person_id and p.year = s.year and p.kind = 'paid'
        and (p.month = s.month or (p.month = 0) <> (s.month = 0))
      where not exists (select from pay_slip r where r.reverses_id = p.id)
    ), stands as materialized (
      select s.row_number, bool_or(p.month <> s.month) as otherwise,
        (array_agg(p.id) filter (where p.month = s.month and p.items = s.items and p.fen = s.fen))[1] as same_id,
        (array_agg(p.id order by p.id) filter (where p.month = s.month and p.items && s.items))[1] as overlap_id
      from said s join standing p on p.row_number = s.row_number group by s.row_number
    ), judged as materialized (
      select s.row_number, s.person_id, x.same_id, x.overlap_id,
        payer.id as payer_id,
        case
          when s.person_id is null then 'pay_person_unknown'
          when s.disagree or s.person_name <> s.name then 'name_differs'
          when w.row_number is null then 'works_elsewhere'
          when x.same_id is not null then null
          when x.otherwise then 'pay_whole_or_months'
          when x.overlap_id is not null and not ${corrects} then 'pay_paid_twice'
          when s.is_negative then 'pay_negative'
          when not ${isLookedAt} and not w.in_post then 'pay_no_post'
          when not ${isLookedAt} and not w.names_payer then 'pay_two_units'
          when not ${isLookedAt} and s.month > 0 and (select sum(f) from unnest(s.fen) f) > ${times}::numeric * (
            select nullif(sum(f), 0) from pay_month m, unnest(m.fen) f where m.person_id = s.person_id
              and (m.year, m.month) = (case s.month when 1 then s.year - 1 else s.year end, case s.month when 1 then 12 else s.month - 1 end))
            then 'pay_improbable'
        end as code
      from said s
      left join within w on w.row_number = s.row_number
      left join stands x on x.row_number = s.row_number
      left join payer on payer.payer = s.payer
    ), marked as (
      update import_row r set target_id = coalesce(j.same_id, j.overlap_id, j.person_id),
        values = case when j.person_id is null then r.values
          else r.values || jsonb_strip_nulls(jsonb_build_object('personId', j.person_id, 'payerId', j.payer_id)) end,
        outcome = case when j.code = 'pay_person_unknown' then 'rejected' when j.code is not null then 'conflict'
          when j.same_id is not null then 'unchanged' when j.overlap_id is not null then 'changed' else 'new' end
      from judged j where r.batch_id = ${batchId}::uuid and r.row_number = j.row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level)
    select ${batchId}::uuid, row_number, 1000, code, case when code = 'pay_person_unknown' then 'error' else 'conflict' end
    from judged where code is not null`
}

/** Of two rows that pay one person the same item for one month, the later is not taken; nor a whole year beside its months. */
export async function settlePay(db: Db, { batchId }: BatchPlan): Promise<void> {
  await db.$executeRaw`
    with fresh as materialized (
      select row_number, values ->> 'personId' as person_id, values ->> 'year' as year, values ->> 'month' as month,
        (values ->> 'items')::smallint[] as items
      from import_row where batch_id = ${batchId}::uuid and outcome in ('new', 'changed')
    ), several as materialized (
      select person_id, year from fresh group by person_id, year having count(*) > 1
    ), among as materialized (
      select f.* from fresh f join several s on s.person_id = f.person_id and s.year = f.year
    ), twice as (
      select l.row_number, min(f.row_number) as first, bool_or(f.month = l.month) as same
      from among l join among f on f.person_id = l.person_id and f.year = l.year and f.row_number < l.row_number
        and ((f.month = l.month and f.items && l.items) or (f.month = '0') <> (l.month = '0'))
      group by l.row_number
    ), marked as (
      update import_row r set outcome = 'rejected' from twice t
      where r.batch_id = ${batchId}::uuid and r.row_number = t.row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level, other)
    select ${batchId}::uuid, row_number, 1001, case when same then 'duplicate_in_file' else 'pay_whole_or_months' end, 'error',
      first::text from twice`
}
