/** When people teach their rounds 走教, and the days on which they begin at another school or come back. */
import type { AskedTime, Engagement } from '#app/platform/calendar/engagements.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'

export function exchangeEngagements(db: Db, { personIds, from, to }: AskedTime): Promise<Engagement[]> {
  return db.$queryRaw<Engagement[]>`
    with asked as (
      select d::date as day from generate_series((${from}::timestamptz at time zone 'Asia/Shanghai')::date,
        (${to}::timestamptz at time zone 'Asia/Shanghai')::date, interval '1 day') as d),
    found as (
      select s.person_id, day + s.starts_at * interval '1 minute' as starts, day + s.ends_at * interval '1 minute' as ends,
        'exchange.engaged_rounds' as key, o.name as title
      from exchange_slot s join organisation o on o.id = s.org_id join asked
        on extract(isodow from day) = s.weekday and s.valid_from <= day and day < s.valid_to
      where s.person_id = any(${[...personIds]}::uuid[])
      union all
      select x.person_id, day::timestamp, day + interval '1 day',
        case when day = x.valid_from then 'exchange.engaged_begins' else 'exchange.engaged_returns' end, o.name
      from exchange_posting x join organisation o on o.id = x.host_org_id
        join asked on day = x.valid_from or day = x.valid_to
      where x.person_id = any(${[...personIds]}::uuid[]) and x.cancelled_at is null)
    select person_id as "personId", starts at time zone 'Asia/Shanghai' as "from", ends at time zone 'Asia/Shanghai' as "to", key, title
    from found
    where tsrange(starts, ends) && tsrange(${from}::timestamptz at time zone 'Asia/Shanghai', ${to}::timestamptz at time zone 'Asia/Shanghai')`
}
