/** Two plans side by side: everybody whom they do not treat alike. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { peopleInReach } from '../reach.sql.server.ts'
import type { RoundRow } from '../rounds/rounds.queries.server.ts'
import { peopleOf } from './plans.queries.server.ts'

export type Difference = {
  personId: string
  name: string
  homeName: string
  stage: string | null
  subject: string | null
  /** Where each plan places them, and as which of their wishes; null where it does not. */
  leftHost: string | null
  leftRank: number | null
  rightHost: string | null
  rightRank: number | null
}

/** By name. */
export async function differencesOf(
  db: Db,
  actor: Actor,
  round: RoundRow,
  leftId: string,
  rightId: string,
): Promise<Difference[]> {
  return db.$queryRaw<Difference[]>`
    with x as (
      select coalesce(l.person_id, r.person_id) as person_id, l.need_id as left_need, l.rank as left_rank,
        r.need_id as right_need, r.rank as right_rank
      from (select * from exchange_placement where plan_id = ${leftId}::uuid) l
      full join (select * from exchange_placement where plan_id = ${rightId}::uuid) r on r.person_id = l.person_id
      where l.need_id is distinct from r.need_id
    )
    select x.person_id as "personId", e.name, home.name as "homeName", e.stage, e.subject, lh.name as "leftHost",
      x.left_rank as "leftRank", rh.name as "rightHost", x.right_rank as "rightRank"
    from x
    left join exchange_need ln on ln.id = x.left_need left join organisation lh on lh.id = ln.org_id
    left join exchange_need rn on rn.id = x.right_need left join organisation rh on rh.id = rn.org_id
    ${peopleOf(round)}
    where ${await peopleInReach(db, actor)}
    order by e.sort_key, x.person_id`
}
