/** When people are not at work: on leave, suspended, lent elsewhere. */
import type { AskedTime, Engagement } from '#app/platform/calendar/engagements.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'

export function registryEngagements(db: Db, { personIds, from, to }: AskedTime): Promise<Engagement[]> {
  return db.$queryRaw<Engagement[]>`
    select s.person_id as "personId", s.valid_from::timestamp at time zone 'Asia/Shanghai' as "from",
      coalesce(s.valid_to, date '2100-01-01')::timestamp at time zone 'Asia/Shanghai' as "to", 'registry.engaged_away' as key, '' as title
    from status_period s
    where s.person_id = any(${[...personIds]}::uuid[]) and s.status <> 'in_post'
      and tstzrange(s.valid_from::timestamp at time zone 'Asia/Shanghai', s.valid_to::timestamp at time zone 'Asia/Shanghai')
        && tstzrange(${from}::timestamptz, ${to}::timestamptz)`
}
