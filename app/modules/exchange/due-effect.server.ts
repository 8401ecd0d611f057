/** What a change of a setting does to the due list: who would newly be on it, and who no more. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import type { EffectLine, PolicyChange, PolicyEffect } from '#app/platform/policy/effects.server.ts'
import { withStaff } from './due.sql.server.ts'
import { duePolicies } from './due-policies.server.ts'
import { type DuePolicyRow, duePolicyRow } from './due-policy.ts'
import type { ExchangePolicies } from './eligibility-policy.ts'
import { peopleInReach } from './reach.sql.server.ts'

const { sql } = Prisma

/** How many are told by name. */
const MOST_NAMED = 50

type Moved = { direction: 'in' | 'out'; count: number; id: string; name: string; place: string }

/** For the first school year that begins on or after the change, within the organisation for which it is set. */
export async function dueEffect(db: Db, actor: Actor, change: PolicyChange): Promise<PolicyEffect> {
  const places = await db.$queryRaw<{ id: string }[]>`
    select distinct coalesce(county_id, prefecture_id) as id from organisation
    where lineage @> array[${change.organisationId}::uuid]`
  const schoolYear = firstYearFrom(change)
  const ids = places.map(({ id }) => id)
  const before = await duePolicies(db, ids, [schoolYear])
  const after = ids.map((id) => duePolicyRow(id, schoolYear, changed(before.of(id, schoolYear), change, id)))
  const moved = await compare(db, before.rows, after, await peopleInReach(db, actor, change.organisationId))
  return { lines: [lineOf(moved, 'in', schoolYear), lineOf(moved, 'out', schoolYear)] }
}

function firstYearFrom({ validFrom }: PolicyChange): number {
  const year = schoolYearOf(validFrom)
  return schoolYearStart(year) === validFrom ? year : year + 1
}

/** A county's own value stands over a new one of the prefecture. */
function changed(policies: ExchangePolicies, change: PolicyChange, placeId: string): ExchangePolicies {
  const use: ExchangePolicies['use'] = (key) => {
    const used = policies.use(key)
    const stays = used.from === 'county' && placeId !== change.organisationId
    return key !== change.key || stays ? used : { ...used, value: change.value as typeof used.value }
  }
  return { use }
}

function compare(
  db: Db,
  before: readonly DuePolicyRow[],
  after: readonly DuePolicyRow[],
  roster: Prisma.Sql,
): Promise<Moved[]> {
  const due = (rows: readonly DuePolicyRow[]) =>
    sql`(${withStaff(rows, roster)} select person_id, name, sort_key, org_name from staff where outcome = 'due')`
  return db.$queryRaw<Moved[]>`
    select direction, count::int, id, name, place from (
      select direction, id, name, place, count(*) over (partition by direction) as count,
        row_number() over (partition by direction order by sort_key, id) as number
      from (
        select case when was.person_id is null then 'in' else 'out' end as direction,
          coalesce(was.person_id, will.person_id) as id, coalesce(was.name, will.name) as name,
          coalesce(was.org_name, will.org_name) as place, coalesce(was.sort_key, will.sort_key) as sort_key
        from ${due(before)} was full join ${due(after)} will on will.person_id = was.person_id
        where was.person_id is null or will.person_id is null
      ) differing
    ) numbered
    where number <= ${MOST_NAMED}
    order by direction, number`
}

function lineOf(moved: readonly Moved[], direction: Moved['direction'], schoolYear: number): EffectLine {
  const people = moved.filter((one) => one.direction === direction)
  return {
    key: `exchange.effect_${direction}`,
    values: { count: people[0]?.count ?? 0, from: schoolYear, to: schoolYear + 1 },
    people: people.map(({ id, name, place }) => ({ id, name, place })),
  }
}
