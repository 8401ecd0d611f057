/** Writes a compared file of pay as slips, and takes it back by reversal. What follows of months and figures the database keeps. */
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { Counts } from '#app/platform/imports/batch.ts'
import { lastRow } from '#app/platform/imports/comparison.sql.server.ts'
import { standing } from '#app/platform/imports/standing.sql.server.ts'
import type { BatchPlan, TellShare } from '#app/platform/imports/subject.ts'

const rangeRows = (opened: Database) => (opened.kind === 'embedded' ? 2_000 : 50_000)

export async function writePay(
  opened: Database,
  tx: Db,
  plan: BatchPlan,
  _counts: Counts,
  tell: TellShare,
): Promise<void> {
  await correct(tx, plan)
  const last = await lastRow(tx, { table: 'import_row' }, plan.batchId)
  const step = rangeRows(opened)
  for (let from = 1; from <= last; from += step) {
    await writeRange(tx, plan, from, from + step - 1)
    await tell(Math.min(1, (from + step) / last))
  }
}

/** Reverses the slips that rows put right, and writes them anew: the row's amounts, and what else those slips paid. */
async function correct(tx: Db, { batchId }: BatchPlan): Promise<void> {
  await tx.$executeRaw`
    with put_right as materialized (
      select r.row_number, r.id, (r.values ->> 'personId')::uuid as person_id, (r.values ->> 'year')::int as year,
        (r.values ->> 'month')::int as month, (r.values ->> 'items')::smallint[] as items, (r.values ->> 'fen')::bigint[] as fen
      from import_row r where r.batch_id = ${batchId}::uuid and r.outcome = 'changed'
    ), wrong as materialized (
      select c.row_number, p.* from put_right c
      join pay_slip p on p.person_id = c.person_id and p.year = c.year and p.month = c.month and p.kind = 'paid' and p.items && c.items
      where not exists (select from pay_slip r where r.reverses_id = p.id)
    ), anew as (
      select c.row_number, c.id, c.person_id, c.year, c.month, (array_agg(w.org_id))[1] as org_id,
        array_agg(u.item order by u.item) as items, array_agg(u.fen order by u.item) as fen
      from put_right c
      join (select c.row_number, x.item, x.fen from put_right c cross join unnest(c.items, c.fen) x(item, fen)
        union all select w.row_number, x.item, sum(x.fen)::bigint from wrong w cross join unnest(w.items, w.fen) x(item, fen)
          join put_right c on c.row_number = w.row_number and not x.item = any(c.items) group by 1, 2) u on u.row_number = c.row_number
      join lateral (select org_id from wrong where row_number = c.row_number order by id limit 1) w on true
      group by c.row_number, c.id, c.person_id, c.year, c.month
    )
    insert into pay_slip (id, person_id, year, month, org_id, kind, items, fen, reverses_id, batch_id, by_id, by_name)
    select gen_random_uuid(), w.person_id, w.year, w.month, w.org_id, 'reversal', w.items,
      (select array_agg(-f order by n) from unnest(w.fen) with ordinality x(f, n)), w.id, b.id, b.started_by_id,
      coalesce(b.started_by_name, '')
    from (select distinct on (id) * from wrong) w cross join import_batch b where b.id = ${batchId}::uuid
    union all
    select a.id, a.person_id, a.year, a.month, a.org_id, 'paid', a.items, a.fen, null, b.id, b.started_by_id,
      coalesce(b.started_by_name, '')
    from anew a cross join import_batch b where b.id = ${batchId}::uuid`
}

/** Who paid is whom the roster names at the end of the month; else as near to it as the roster knows the person. */
async function writeRange(tx: Db, { batchId }: BatchPlan, from: number, to: number): Promise<void> {
  await tx.$executeRaw`
    insert into pay_slip (id, person_id, year, month, org_id, kind, items, fen, batch_id, by_id, by_name)
    select r.id, r.target_id, r.year, r.month,
      coalesce(r.payer_id, e.pay_org_id, e.org_id, (select coalesce(n.pay_org_id, n.org_id) from roster_entry n
        where n.person_id = r.target_id order by abs(n.valid_from - r.day) limit 1)),
      'paid', r.items, r.fen, b.id, b.started_by_id, coalesce(b.started_by_name, '')
    from (
      select x.id, x.target_id, d.year, d.month, (x.values ->> 'payerId')::uuid as payer_id,
        (x.values ->> 'items')::smallint[] as items, (x.values ->> 'fen')::bigint[] as fen,
        (make_date(d.year, case d.month when 0 then 12 else d.month end, 1) + interval '1 month' - interval '1 day')::date as day
      from import_row x
      cross join lateral (select (x.values ->> 'year')::int as year, (x.values ->> 'month')::int as month) d
      where x.batch_id = ${batchId}::uuid and x.outcome = 'new' and x.row_number between ${from} and ${to}
    ) r
    cross join import_batch b
    left join roster_entry e on e.person_id = r.target_id and e.valid_from <= r.day and r.day < e.valid_to
    where b.id = ${batchId}::uuid`
}

/** Reverses what the batch paid and nobody has reversed since, and pays again what it had reversed. */
export async function undoPay(_: Database, tx: Db, batchId: string, tell: TellShare): Promise<void> {
  await tx.$executeRaw`
    insert into pay_slip (id, person_id, year, month, org_id, kind, items, fen, reverses_id, note, by_name)
    select gen_random_uuid(), p.person_id, p.year, p.month, p.org_id, 'reversal', p.items,
      (select array_agg(-f order by n) from unnest(p.fen) with ordinality x(f, n)), p.id, f.name, coalesce(b.started_by_name, '')
    from pay_slip p join import_batch b on b.id = p.batch_id join stored_file f on f.id = b.file_id
    where p.batch_id = ${batchId}::uuid and p.kind = 'paid' and not exists (select from pay_slip r where r.reverses_id = p.id)
    order by p.id`
  await tell(0.5)
  await tx.$executeRaw`
    insert into pay_slip (id, person_id, year, month, org_id, kind, items, fen, note, by_name)
    select gen_random_uuid(), o.person_id, o.year, o.month, o.org_id, 'paid', o.items, o.fen, f.name, coalesce(b.started_by_name, '')
    from pay_slip p join pay_slip o on o.id = p.reverses_id
    join import_batch b on b.id = p.batch_id join stored_file f on f.id = b.file_id
    where p.batch_id = ${batchId}::uuid and p.kind = 'reversal' order by o.id`
}

/** Slips of the batch that were put right since: who takes the batch back would pay them again. */
export function standsOnPay(db: Db, batchId: string) {
  const query = Prisma.sql`
    select p.id, e.name || ' ' || p.year || case when p.month = 0 then '' else '-' || lpad(p.month::text, 2, '0') end as label
    from pay_slip p join pay_slip r on r.reverses_id = p.id join person e on e.id = p.person_id
    where p.batch_id = ${batchId}::uuid and p.kind = 'paid' and r.batch_id is distinct from ${batchId}::uuid`
  return standing(db, [['pay_put_right', query, () => '/imports']])
}
