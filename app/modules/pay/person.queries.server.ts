/** What was paid to one person, and who has looked at it. A look by anybody but the person is written into the audit trail first. */
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { canReadPay, payScope } from './access.ts'

export type PaidMonth = {
  year: number
  month: number
  /** Of a whole year the months that count. */
  months: number
  why: string
  countyId: string | null
  orgName: string | null
  items: number[]
  fen: bigint[]
}

/** The months of a year, in order; what was reversed altogether is not there. */
export function paidMonths(db: Db, personId: string, year: number): Promise<PaidMonth[]> {
  return db.$queryRaw<PaidMonth[]>`
    select m.year, m.month, m.months, m.why, m.county_id as "countyId", o.name as "orgName", m.items, m.fen
    from pay_month m left join organisation o on o.id = m.org_id
    where m.person_id = ${personId}::uuid and m.year = ${year} and m.items <> '{}' order by m.month`
}

/** Years in which anything was paid to the person, the latest first. */
export async function paidYears(db: Db, personId: string): Promise<number[]> {
  const found = await db.$queryRaw<{ year: number }[]>`
    select distinct year from pay_month where person_id = ${personId}::uuid and items <> '{}' order by year desc`
  return found.map(({ year }) => year)
}

export type Look = { at: Date; name: string; organisation: string | null }

const MOST_LOOKS = 50

/** Who else has looked at the person's pay, the latest first. */
export function looksAt(db: Db, personId: string): Promise<Look[]> {
  return db.$queryRaw<Look[]>`
    select e.at, e.actor_name as name, o.name as organisation from audit_entry e
    left join account a on a.id = e.actor_id left join organisation o on o.id = a.organisation_id
    where e.person_id = ${personId}::uuid and e.action = 'pay.looked' order by e.at desc, e.seq desc limit ${MOST_LOOKS}`
}

export type PaidPerson = {
  personId: string
  name: string
  staffNumber: string
  orgId: string
  school: string
}

/**
 * Opens a person's pay to somebody of their county or school, who is then among those that have looked. Null where there is no such
 * person, or not in the reader's reach: both look the same.
 */
export async function lookAtPay(
  db: PrismaClient,
  actor: Actor,
  personId: string,
  today: PlainDate,
): Promise<PaidPerson | null> {
  const found = await findPaid(db, personId, today)
  if (!found || !canReadPay(actor, found)) return null
  if (actor.personId !== found.personId) {
    await db.$transaction((tx) =>
      appendAudit(tx, actor, [
        {
          ...{ action: 'pay.looked', organisationId: found.orgId, personId: found.personId },
          subject: `person:${found.personId}`,
        },
      ]),
    )
  }
  return found
}

/** Where the person works on the day, or worked last; with the lineage of it. */
export async function findPaid(
  db: Db,
  personId: string,
  today: PlainDate,
): Promise<(PaidPerson & { lineage: string[] }) | null> {
  const [row] = await db.$queryRaw<(PaidPerson & { lineage: string[] })[]>`
    select e.person_id as "personId", e.name, e.staff_number as "staffNumber", o.id as "orgId", o.name as school, o.lineage
    from roster_entry e join organisation o on o.id = e.org_id
    where e.person_id = ${personId}::uuid
    order by (e.valid_from <= ${today}::date and ${today}::date < e.valid_to) desc, e.valid_from desc limit 1`
  return row ?? null
}

/** Whether the actor may look at anybody's pay but their own. */
export const mayLook = (actor: Actor) => payScope(actor).length > 0
