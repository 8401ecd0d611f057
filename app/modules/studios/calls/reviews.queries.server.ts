/** What an expert has to judge, blind. */
import { schoolsOf } from '#app/modules/registry/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { blinded, schoolNames } from '#app/platform/judging/blind.ts'
import { type Conflict, conflictOf } from '#app/platform/judging/scoring.ts'

export type Review = {
  applicationId: string
  callTitle: string
  /** Its number in the call, which says nothing of who applied when. */
  number: number
  stage: string
  subject: string
  studioName: string
  plan: string
  isScoring: boolean
  /** Found, or declared. */
  conflict: Conflict | null
  points: number | null
  comment: string
}

type Row = Omit<Review, 'conflict'> & {
  personId: string
  name: string
  schoolId: string
  schoolName: string
  places: string[]
  said: Conflict | null
}

/** Of calls that are being scored, and those scored before. */
export async function reviewsOf(
  db: Db,
  expert: { accountId: string; personId: string | null },
  today: PlainDate,
): Promise<Review[]> {
  const rows = await db.$queryRaw<Row[]>`
    select * from (
      select a.id as "applicationId", c.title as "callTitle", c.opens_on,
        (row_number() over (partition by a.call_id order by md5(a.id::text)))::int as number,
        a.stage, a.subject, a.name as "studioName", a.plan, c.state = 'scoring' as "isScoring", a.person_id as "personId",
        p.name, a.school_id as "schoolId", s.name as "schoolName",
        array(select o.name from organisation o where o.id = any(s.lineage) and o.id <> s.id order by cardinality(o.lineage)) as places,
        g.conflict as said, g.points, coalesce(g.comment, '') as comment
      from studio_expert e
      join studio_call c on c.id = e.call_id and c.state in ('scoring', 'proposed', 'decided')
      join studio_application a on a.call_id = c.id and a.state <> 'withdrawn'
      join person p on p.id = a.person_id join organisation s on s.id = a.school_id
      left join studio_score g on g.application_id = a.id and g.account_id = e.account_id
      where e.account_id = ${expert.accountId}::uuid) r
    order by "isScoring" desc, opens_on desc, "callTitle", number`
  const schoolIds = await schoolsOf(db, expert.personId, today)
  return rows.map(({ personId, name, schoolId, schoolName, places, said, ...row }) => {
    const names = [name, ...schoolNames(schoolName, places)]
    const conflict = conflictOf({ personId: expert.personId, schoolIds }, { personId, schoolId }) ?? said
    return { ...row, conflict, studioName: blinded(row.studioName, names), plan: blinded(row.plan, names) }
  })
}
