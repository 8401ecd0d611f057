/** The staff in service of an organisation and all below it, counted by sex, category and month of birth: one query. */
import type { Actor } from '#app/platform/access/actor.ts'
import { can } from '#app/platform/access/actor.ts'
import { inScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { ACTIVE_STATUSES } from './codes/index.ts'
import type { BirthCount } from './overview.ts'
import { retirementCategory } from './retirement.sql.server.ts'

const columns = {
  prefecture: Prisma.sql`entry.prefecture_id`,
  county: Prisma.sql`entry.county_id`,
  organisation: Prisma.sql`entry.org_id`,
}

/** Null where the organisation is not there, or its staff is not the reader's to see. */
export async function birthCounts(
  db: Db,
  actor: Actor,
  organisationId: string,
  day: PlainDate,
): Promise<BirthCount[] | null> {
  const place = await db.organisation.findUnique({ where: { id: organisationId } })
  if (!place || !can(actor, 'staff:read', place)) return null
  const scope = await resolveScope(db, [organisationId])
  return db.$queryRaw<BirthCount[]>`
    select entry.sex, ${retirementCategory('entry')} as category,
      date_trunc('month', entry.birth_date)::date::text as "bornIn", count(*)::int as count
    from roster_entry entry
    where ${inScope(scope, columns)} and entry.valid_from <= ${day}::date and ${day}::date < entry.valid_to
      and entry.status = any(${[...ACTIVE_STATUSES]}::text[])
    group by 1, 2, 3 order by 3, 1, 2`
}
