/**
 * The months for which somebody on exchange is entitled to the rural allowance 乡村教师生活补助: at a host in a rural place, arrived, and
 * there for so many days of the month. Pay reads it from here. Clause: policy-source 二(三)4.
 */

import { RURAL_PLACES } from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'

const { sql } = Prisma

/** `month` is its first day. */
export type AllowanceMonth = {
  postingId: string
  personId: string
  hostId: string
  placeType: string
  month: PlainDate
}

/**
 * Entitled months in the half-open range of days, of the postings to schools of one county (or below any other organisation), in
 * the order of months.
 * @public a door for pay
 */
export async function allowanceMonths(
  db: Db,
  { organisationId, from, to }: { organisationId: string; from: PlainDate; to: PlainDate },
): Promise<AllowanceMonth[]> {
  const days = await daysAt(db, organisationId, from)
  return db.$queryRaw<AllowanceMonth[]>`
    ${monthsOf(sql`${organisationId}::uuid = any(host.lineage)`, days, from, to)} order by m.month, x.person_id`
}

/** How many of one posting until a day. */
export async function allowanceMonthsOf(
  db: Db,
  { id, hostId, validFrom }: { id: string; hostId: string; validFrom: PlainDate },
  until: PlainDate,
): Promise<number> {
  const days = await daysAt(db, hostId, validFrom)
  const months = await db.$queryRaw<unknown[]>(monthsOf(sql`x.id = ${id}::uuid`, days, validFrom, until))
  return months.length
}

async function daysAt(db: Db, organisationId: string, day: PlainDate): Promise<number> {
  const policies: ExchangePolicies = await policiesAt(db, organisationId, day)
  return policies.use('exchange.allowance_days').value
}

function monthsOf(which: Prisma.Sql, days: number, from: PlainDate, to: PlainDate): Prisma.Sql {
  return sql`
    select x.id as "postingId", x.person_id as "personId", x.host_org_id as "hostId", host.place_type as "placeType",
      m.month::date::text as month
    from exchange_posting x
    join organisation host on host.id = x.host_org_id
    cross join lateral (select greatest(x.arrived_on, ${from}::date) as first, least(x.valid_to, ${to}::date) as after) stay
    cross join lateral generate_series(date_trunc('month', stay.first::timestamp), stay.after::timestamp - interval '1 day',
      interval '1 month') as m (month)
    where ${which} and x.cancelled_at is null and x.arrived_on is not null and x.valid_to > ${from}::date
      and x.valid_from < ${to}::date and host.place_type = any(${[...RURAL_PLACES]}::text[])
      and least((m.month + interval '1 month')::date, stay.after) - greatest(m.month::date, stay.first) >= ${days}`
}
