/** When people are at a training that takes its time, as they reported it. */
import type { AskedTime, Engagement } from '#app/platform/calendar/engagements.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'

export function trainingEngagements(db: Db, { personIds, from, to }: AskedTime): Promise<Engagement[]> {
  return db.$queryRaw<Engagement[]>`
    select e.person_id as "personId", lower(span) at time zone 'Asia/Shanghai' as "from", upper(span) at time zone 'Asia/Shanghai' as "to",
      'training.engaged' as key, e.title
    from training_entry e cross join lateral training_time(e.starts_on, e.last_day, e.part) as span
    where e.person_id = any(${[...personIds]}::uuid[]) and e.part <> 'spread' and e.state in ('submitted', 'approved')
      and span && tsrange(${from}::timestamptz at time zone 'Asia/Shanghai', ${to}::timestamptz at time zone 'Asia/Shanghai')`
}
