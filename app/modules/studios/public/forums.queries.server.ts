/** What anybody may see of studios: which stand, and their forums 讲坛 to come. No people but their leaders, no addresses of meetings. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'

const MOST_STUDIOS = 1_000
const MOST_FORUMS = 100

export type PublicStudio = {
  id: string
  name: string
  stage: string
  subject: string
  schoolName: string
  leaderName: string | null
}

export function publicStudios(db: Db, day: PlainDate): Promise<PublicStudio[]> {
  return db.$queryRaw<PublicStudio[]>`
    select t.id, t.name, t.stage, t.subject, s.name as "schoolName", l.name as "leaderName"
    from studio t join organisation s on s.id = t.school_id
    left join lateral (select p.name from studio_member m join person p on p.id = m.person_id
      where m.studio_id = t.id and m.role = 'leader' order by m.valid_to desc limit 1) l on true
    where t.dissolved_on is null and t.valid_from <= ${day}::date and ${day}::date < t.valid_to
    order by array_position(array['kindergarten', 'primary', 'junior', 'senior'], t.stage), t.name, t.id limit ${MOST_STUDIOS}`
}

export type PublicForum = {
  id: string
  title: string
  studioName: string
  stage: string
  subject: string
  startsAt: Date
  endsAt: Date
  hostName: string
  room: string | null
}

/** Those that are planned and not over, the next first. */
export function comingForums(db: Db, now: Date): Promise<PublicForum[]> {
  return db.$queryRaw<PublicForum[]>`
    select a.id, a.title, t.name as "studioName", a.stage, a.subject, a.starts_at as "startsAt", a.ends_at as "endsAt",
      h.name as "hostName", a.room
    from studio_activity a join studio t on t.id = a.studio_id join organisation h on h.id = a.host_id
    where a.kind = 'forum' and a.state = 'planned' and a.ends_at > ${now} order by a.starts_at, a.id limit ${MOST_FORUMS}`
}
