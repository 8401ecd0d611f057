/** Pins and bans 指定和排除: what HR decides for one volunteer and one post; the next plan keeps to it. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { canRunRound } from '../access.ts'
import { lockRound } from '../rounds/rounds.queries.server.ts'
import { isRunning, type PlanRefusal, type RuleWish } from './plan.ts'
import type { PlanOutcome } from './plans.commands.server.ts'
import { latestPlan } from './plans.queries.server.ts'

const refuse: Refuse<PlanRefusal> = refuseAct

/** Pins a volunteer to a post, keeps them from it, or lets both go again. It is the latest plan's, and handed on to the next. */
export function setRule(
  db: PrismaClient,
  actor: Actor,
  asked: { roundId: string; planId: string; personId: string } & RuleWish & Keyed,
): Promise<PlanOutcome> {
  const { planId, personId, needId, kind, reason } = asked
  return perform(db, actor, {
    name: 'setPlanRule',
    input: asked,
    async lock(tx) {
      const round = await lockRound(tx, actor, asked.roundId)
      if (!round) refuse('not_found')
      if (!canRunRound(actor, round)) refuse('not_allowed')
      const last = await latestPlan(tx, round.id)
      if (round.state !== 'matching' || !last || isRunning(last.state)) refuse('wrong_state')
      if (last.id !== planId) refuse('not_latest')
      if (!(await fits(tx, round.id, personId, needId))) refuse('post_unfit')
      return { round, plan: last }
    },
    async write(tx, { round, plan }) {
      const one = { planId, personId, needId }
      await tx.exchangePlanRule.deleteMany({ where: one })
      // One person is pinned to one post.
      if (kind === 'pin') await tx.exchangePlanRule.deleteMany({ where: { planId, personId, kind } })
      if (kind !== 'none') await tx.exchangePlanRule.create({ data: { ...one, kind, reason } })
      const about = { organisationId: round.orgId, personId, subject: `plan:${planId}` }
      const after = { number: plan.number, needId, kind }
      return { done: { id: planId }, events: [{ action: 'plan.ruled', ...about, after, reason }] }
    },
  })
}

/** Whether the post is one of the round's, and the person a volunteer of its stage and subject. */
async function fits(tx: Db, roundId: string, personId: string, needId: string): Promise<boolean> {
  const posts = await fittingPosts(tx, roundId, personId)
  return posts.some(({ id }) => id === needId)
}

export type FittingPost = {
  id: string
  hostName: string
  rank: number | null
  kind: 'pin' | 'forbid' | null
  reason: string | null
}

/** The posts that a volunteer could be given, those they named first; with what is decided of each in a plan. */
export function fittingPosts(
  db: Db,
  roundId: string,
  personId: string,
  planId: string | null = null,
): Promise<FittingPost[]> {
  return db.$queryRaw<FittingPost[]>`
    select n.id, host.name as "hostName", p.rank, r.kind, r.reason
    from exchange_application a
    join exchange_round round on round.id = a.round_id
    join roster_entry e on e.person_id = a.person_id and e.valid_from <= make_date(round.school_year, 9, 1)
      and make_date(round.school_year, 9, 1) < e.valid_to
    join exchange_need n on n.round_id = a.round_id and n.stage = e.stage and n.subject = e.subject and n.org_id <> e.org_id
    join organisation host on host.id = n.org_id
    left join exchange_preference p on p.application_id = a.id and p.need_id = n.id
    left join exchange_plan_rule r on r.plan_id = ${planId}::uuid and r.person_id = a.person_id and r.need_id = n.id
    where a.round_id = ${roundId}::uuid and a.person_id = ${personId}::uuid and a.state = 'submitted'
    order by p.rank nulls last, host.sort_key, n.id`
}
