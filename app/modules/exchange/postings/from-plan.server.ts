/** An approved plan becomes postings, each with its seat and its appointment in the registry, dated ahead. */

import { openPostings } from '#app/modules/registry/index.server.ts'
import { ACTIVE_STATUSES } from '#app/modules/registry/index.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import type { ExchangeForm } from '../rounds/exchange-form.ts'
import { fullTime, transfers } from '../rounds/exchange-form.ts'

type Placed = {
  personId: string
  needId: string
  form: ExchangeForm
  hostId: string
  stage: string
  subject: string
  validFrom: PlainDate
  validTo: PlainDate
  /** Null when they are in service no more. */
  homeId: string | null
  isPosted: boolean
  hasLater: boolean
}

/** Why somebody whom an approved plan placed cannot go after all. */
type Obstacle = 'left_service' | 'posted_already' | 'post_over' | 'there_already' | 'moves_anyway'

/**
 * Makes the postings of a plan. What was approved late begins on the day it was approved. Who cannot go any more (left, posted
 * elsewhere, there already) is kept among those not placed, with the reason.
 */
export async function createPostings(
  tx: Db,
  planId: string,
  today: PlainDate,
): Promise<{ agreed: number; left: number; events: AuditEvent[] }> {
  const placed = await placedBy(tx, planId, today)
  const seats = new Map<string, number>()
  const going: (Placed & { homeId: string; seat: number })[] = []
  const left: { personId: string; obstacle: Obstacle }[] = []
  for (const one of placed) {
    const obstacle = obstacleOf(one)
    if (obstacle || !one.homeId) {
      left.push({ personId: one.personId, obstacle: obstacle ?? 'left_service' })
      continue
    }
    const seat = (seats.get(one.needId) ?? 0) + 1
    seats.set(one.needId, seat)
    going.push({ ...one, homeId: one.homeId, seat })
  }
  await tx.exchangePlacement.deleteMany({
    where: { planId, personId: { in: left.map(({ personId }) => personId) } },
  })
  await tx.exchangeUnplaced.createMany({
    data: left.map(({ personId, obstacle }) => ({
      ...{ planId, personId },
      why: { outcome: 'unplaced', reasons: [{ rule: obstacle, holds: false, facts: {}, clause }] },
    })),
  })
  return { agreed: going.length, left: left.length, events: await writePostings(tx, planId, going) }
}

const clause = 'policy-source 二(三)3'

async function writePostings(
  tx: Db,
  planId: string,
  going: readonly (Placed & { homeId: string; seat: number })[],
): Promise<AuditEvent[]> {
  const { ids, events } = await openPostings(
    tx,
    going.map((one) => ({ ...one, hostOrgId: one.hostId, transfers: transfers(one.form) })),
  )
  const rows = going.map((one, at) => ({
    ...{ id: newId(), personId: one.personId, form: one.form, homeOrgId: one.homeId, hostOrgId: one.hostId },
    ...{ planId, needId: one.needId, seat: one.seat, stage: one.stage, subject: one.subject },
    ...{
      validFrom: toDbDate(one.validFrom),
      validTo: toDbDate(one.validTo),
      plannedTo: toDbDate(one.validTo),
    },
    ...{ transfers: transfers(one.form), isFullTime: fullTime(one.form), appointmentId: ids[at] ?? null },
  }))
  await tx.exchangePosting.createMany({ data: rows })
  const agreed = rows.map(({ id, personId, homeOrgId, hostOrgId }, at) => ({
    ...{ action: 'posting.agreed', organisationId: homeOrgId, personId, subject: `posting:${id}` },
    after: {
      hostOrgId,
      validFrom: going[at]?.validFrom ?? '',
      lastDay: addDays(going[at]?.validTo ?? '', -1),
    },
  }))
  return [...agreed, ...events]
}

function obstacleOf({
  homeId,
  hostId,
  isPosted,
  hasLater,
  validFrom,
  validTo,
  form,
}: Placed): Obstacle | null {
  if (!homeId) return 'left_service'
  if (validFrom >= validTo) return 'post_over'
  if (homeId === hostId) return 'there_already'
  if (isPosted && fullTime(form)) return 'posted_already'
  return hasLater && transfers(form) ? 'moves_anyway' : null
}

function placedBy(tx: Db, planId: string, today: PlainDate): Promise<Placed[]> {
  return tx.$queryRaw<Placed[]>`
    select x.person_id as "personId", n.id as "needId", n.form, n.org_id as "hostId", n.stage, n.subject,
      starts.on::text as "validFrom", n.valid_to::text as "validTo", e.org_id as "homeId",
      exists (select from exchange_posting o where o.person_id = x.person_id and o.is_full_time and o.cancelled_at is null
        and o.valid_from < n.valid_to and o.valid_to > starts.on) as "isPosted",
      exists (select from appointment a where a.person_id = x.person_id and a.is_main
        and (a.valid_from > starts.on or a.valid_from <= starts.on and a.valid_to > starts.on)) as "hasLater"
    from exchange_placement x
    join exchange_need n on n.id = x.need_id
    cross join lateral (select greatest(n.valid_from, ${today}::date) as on) starts
    left join roster_entry e on e.person_id = x.person_id and e.valid_from <= starts.on and starts.on < e.valid_to
      and e.status = any(${[...ACTIVE_STATUSES]}::text[])
      and exists (select from appointment a where a.person_id = x.person_id and a.is_main and a.valid_from <= starts.on
        and (a.valid_to is null or a.valid_to > starts.on))
    where x.plan_id = ${planId}::uuid
    order by n.id, x.rank nulls last, x.person_id`
}
