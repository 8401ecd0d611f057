/** What the approval of a plan asks of it: whose word it needs, what is put up in public, and what follows when it is decided. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { DecidedCase, NoticeRow } from '#app/platform/approvals/process.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { groupedBy } from '#app/platform/grouped.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import { createPostings } from '../postings/from-plan.server.ts'
import { peopleInReach } from '../reach.sql.server.ts'
import { teachingText } from '../ui/due-words.server.ts'
import { roundIdOf } from './approval.ts'
import { homeOf } from './plans.queries.server.ts'

const { sql } = Prisma

/** The placements (alias x) of the plan of a round that is on its way, with post, host, and the home on the round's first day. */
const onItsWay = (roundId: string) => sql`
  exchange_plan p
  join exchange_round r on r.id = p.round_id
  join exchange_placement x on x.plan_id = p.id
  join exchange_need n on n.id = x.need_id
  join organisation host on host.id = n.org_id
  ${homeOf(sql`make_date(r.school_year, 9, 1)`)}
  where p.round_id = ${roundId}::uuid and p.state = 'submitted'`

/** Every school from which somebody would go. */
export async function sendingSchools(tx: Db, subject: string): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`select distinct e.org_id as id from ${onItsWay(roundIdOf(subject))}`
  return rows.map(({ id }) => id)
}

/** Names and schools only. */
export function noticeRows(tx: Db, subject: string): Promise<NoticeRow[]> {
  return tx.$queryRaw<NoticeRow[]>`
    select e.name, home.name as organisation, '→ ' || host.name as note
    from ${onItsWay(roundIdOf(subject))} order by home.sort_key, e.sort_key, x.person_id`
}

type CaseReading = { db: Db; actor: Actor; t: ServerTranslate; locale: Locale }

/** How many go, and who of those whom the reader may read. */
export async function factsFor(
  reading: CaseReading,
  subject: string,
): Promise<{ term: string; value: string }[]> {
  const { db, actor, t, locale } = reading
  const [all] = await db.$queryRaw<{ placed: number; schools: number; number: number }[]>`
    select count(*)::int as placed, count(distinct e.org_id)::int as schools, max(p.number) as number
    from ${onItsWay(roundIdOf(subject))}`
  if (!all?.placed) return []
  const mine = await db.$queryRaw<GoingRow[]>`
    select e.name, home.name as "homeName", host.name as "hostName", n.stage, n.subject, count(*) over ()::int as total
    from ${onItsWay(roundIdOf(subject))} and ${await peopleInReach(db, actor)}
    order by home.sort_key, e.sort_key, x.person_id limit ${NAMED_AT_MOST}`
  const total = mine[0]?.total ?? 0
  const named = [...groupedBy(mine, ({ homeName }) => homeName)].map(([term, going]) => ({
    term,
    value: going
      .map((one) =>
        t('plan.fact_going', { name: one.name, host: one.hostName, teaching: teachingText(one, reading) }),
      )
      .join(locale === 'en' ? '; ' : '；'),
  }))
  const more =
    total > mine.length
      ? [{ term: t('plan.fact_others'), value: t('plan.fact_more', { count: total - mine.length }) }]
      : []
  return [
    { term: t('plan.number', { number: all.number }), value: t('plan.fact_counts', all) },
    ...named,
    ...more,
  ]
}

const NAMED_AT_MOST = 30
type GoingRow = {
  name: string
  homeName: string
  hostName: string
  stage: string | null
  subject: string | null
  total: number
}

/** Approved, its postings are made and the round is decided; refused or taken back, the round is free for another plan. */
export async function followPlans(tx: Db, cases: readonly DecidedCase[]): Promise<AuditEvent[]> {
  const events: AuditEvent[] = []
  for (const { subject, outcome } of cases) {
    const where = { roundId: roundIdOf(subject), state: 'submitted' }
    const plan = await tx.exchangePlan.findFirst({ where, include: { round: true } })
    if (!plan) continue
    const about = { organisationId: plan.round.orgId, subject: `plan:${plan.id}` }
    if (outcome !== 'approved') {
      const state = outcome === 'rejected' ? 'rejected' : 'solved'
      await tx.exchangePlan.update({ where: { id: plan.id }, data: { state } })
      events.push({ action: 'plan.refused', ...about, after: { number: plan.number, outcome } })
      continue
    }
    await tx.exchangePlan.update({ where: { id: plan.id }, data: { state: 'approved' } })
    await tx.exchangeRound.update({
      where: { id: plan.roundId },
      data: { state: 'decided', version: { increment: 1 } },
    })
    const made = await createPostings(tx, plan.id, today())
    const after = { number: plan.number, agreed: made.agreed, left: made.left }
    events.push({ action: 'plan.approved', ...about, after }, ...made.events)
  }
  return events
}
