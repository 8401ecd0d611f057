/** Adds the ledger up anew and compares: that what is kept beside it is what it says. */
import type { Db } from '#app/platform/database/client.server.ts'

export type Recount = {
  /** Lines that were added up, and people whose they are. */
  lines: number
  people: number
  /** Sums that are not what the ledger says, and entries whose state it does not bear out. */
  wrongSums: number
  wrongEntries: number
  /** Staff numbers of the first people concerned. */
  examples: string[]
}

/** Reads everything once; writes nothing. */
export async function recount(db: Db): Promise<Recount> {
  const [found] = await db.$queryRaw<Recount[]>`
    with told as (
      select person_id, year, level, category, sum(tenths)::int as tenths from training_line
      group by person_id, year, level, category having sum(tenths) <> 0
    ), sums as (
      select coalesce(t.person_id, k.person_id) as person_id from told t
      full join (select * from training_sum where tenths <> 0) k using (person_id, year, level, category)
      where t.tenths is distinct from k.tenths
    ), entries as (
      select x.person_id from training_entry x
      left join training_line d on d.entry_id = x.id and d.kind = 'decision'
      left join training_line r on r.entry_id = x.id and r.kind = 'reversal'
      where (d.id is not null) <> (x.state in ('approved', 'reversed')) or (r.id is not null) <> (x.state = 'reversed')
    )
    select (select count(*)::int from training_line) as lines,
      (select count(distinct person_id)::int from training_line) as people,
      (select count(*)::int from sums) as "wrongSums", (select count(*)::int from entries) as "wrongEntries",
      array(select distinct p.staff_number from person p
        where p.id in (select person_id from sums union select person_id from entries) order by 1 limit 10) as examples`
  if (!found) throw new Error('nothing was counted')
  return found
}
