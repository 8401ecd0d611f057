/** Writes a compared file of hours: entries, each decided at once, and their lines; and takes them back by reversal. */
import type { Database, Db } from '#app/platform/database/client.server.ts'
import type { Counts } from '#app/platform/imports/batch.ts'
import { lastRow } from '#app/platform/imports/comparison.sql.server.ts'
import type { BatchPlan, TellShare } from '#app/platform/imports/subject.ts'
import { policiesAt, policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { EVIDENCE } from '../codes.ts'
import { screenWorth, worthOfEvidence } from '../worth.ts'

const rangeRows = (opened: Database) => (opened.kind === 'embedded' ? 2_000 : 50_000)

export async function writeHours(
  opened: Database,
  tx: Db,
  plan: BatchPlan,
  _counts: Counts,
  tell: TellShare,
): Promise<void> {
  const basis = (await policiesAt(tx, plan.organisationId, plan.asOf)).use('training.year').value
  const worths = JSON.stringify(await worthsOf(tx, plan))
  const last = await lastRow(tx, { table: 'import_row' }, plan.batchId)
  const step = rangeRows(opened)
  for (let from = 1; from <= last; from += step) {
    await writeRange(tx, plan, { basis, worths, from, to: from + step - 1 })
    await tell(Math.min(1, (from + step) / last))
  }
}

/** What evidence is worth in each county whose people are among the rows. */
async function worthsOf(tx: Db, { batchId, asOf }: BatchPlan) {
  const places = await tx.$queryRaw<{ id: string }[]>`
    select distinct coalesce(o.county_id, o.prefecture_id) as id
    from import_row r join roster_entry e on e.person_id = r.target_id and e.valid_to > ${asOf}::date
    join organisation o on o.id = e.org_id where r.batch_id = ${batchId}::uuid and r.outcome = 'new'`
  const policies = await policiesAtEach(
    tx,
    places.map(({ id }) => ({ organisationId: id, day: asOf })),
  )
  return places.map(({ id }, at) => ({
    place: id,
    screen: policies[at]?.use(screenWorth).value,
    ...Object.fromEntries(EVIDENCE.map((one) => [one, policies[at]?.use(worthOfEvidence[one]).value])),
  }))
}

type Range = { basis: string; worths: string; from: number; to: number }

async function writeRange(
  tx: Db,
  { batchId, asOf }: BatchPlan,
  { basis, worths, from, to }: Range,
): Promise<void> {
  // A line has its entry's id: one after the other, so that the index of three million grows at its end.
  await tx.$executeRaw`
    with place as materialized (
      select distinct on (r.row_number) r.id, r.target_id, r.row_number, r.values as v, e.org_id
      from import_row r
      join roster_entry e on e.person_id = r.target_id and e.valid_to > ${asOf}::date
      where r.batch_id = ${batchId}::uuid and r.outcome = 'new' and r.row_number between ${from} and ${to}
      order by r.row_number, e.valid_from
    ), put as (
      insert into training_entry (id, person_id, org_id, kind, level, category, title, provider, starts_on, last_day, part,
        tenths, evidence, year, state, source, batch_id, decided_at, decided_by_id, decided_by_name)
      select p.id, p.target_id, p.org_id, v ->> 'kind', v ->> 'level', v ->> 'category', v ->> 'title', v ->> 'provider',
        (v ->> 'startsOn')::date, d.last_day, v ->> 'part', (v ->> 'hours')::int, v ->> 'evidence',
        extract(year from d.last_day)::int - (${basis} = 'school' and to_char(d.last_day, 'MM-DD') < '09-01')::int,
        'approved', 'file:' || (v ->> 'certificateNo'), b.id, now(), b.started_by_id, b.started_by_name
      from place p
      join import_batch b on b.id = ${batchId}::uuid
      cross join lateral (select (v ->> 'lastDay')::date as last_day) d
      order by p.row_number
      returning id, person_id, org_id, kind, evidence, tenths, year, level, category, decided_by_id, decided_by_name
    )
    insert into training_line (id, person_id, entry_id, kind, tenths, year, level, category, by_id, by_name)
    select x.id, x.person_id, x.id, 'decision', round(x.tenths * case
        when x.kind = 'online' and x.evidence = 'attended' then w.screen
        when x.evidence = 'attended' then w.attended when x.evidence = 'applied' then w.applied else w.confirmed end)::int,
      x.year, x.level, x.category, x.decided_by_id, coalesce(x.decided_by_name, '')
    from put x
    join organisation o on o.id = x.org_id
    join json_to_recordset(${worths}::json) as w(place uuid, screen numeric, attended numeric, applied numeric, confirmed numeric)
      on w.place = coalesce(o.county_id, o.prefecture_id)
    order by x.id`
}

/** Takes back what the batch brought and nobody has taken back since. */
export async function undoHours(_: Database, tx: Db, batchId: string, tell: TellShare): Promise<void> {
  await tx.$executeRaw`
    insert into training_line (id, person_id, entry_id, kind, tenths, year, level, category, reverses_id, reversed_tenths,
      note, by_name)
    select gen_random_uuid(), l.person_id, l.entry_id, 'reversal', -l.tenths, l.year, l.level, l.category, l.id, l.tenths,
      f.name, coalesce(b.started_by_name, '')
    from training_entry x join training_line l on l.entry_id = x.id and l.kind = 'decision'
    join import_batch b on b.id = x.batch_id join stored_file f on f.id = b.file_id
    where x.batch_id = ${batchId}::uuid and x.state = 'approved' order by l.person_id, l.id`
  await tell(0.5)
  await tx.$executeRaw`
    update training_entry x set state = 'reversed', reason = f.name, source = null, version = x.version + 1
    from import_batch b join stored_file f on f.id = b.file_id
    where b.id = x.batch_id and x.batch_id = ${batchId}::uuid and x.state = 'approved'`
}
