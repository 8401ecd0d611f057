/** What the registry knows of a head who wants to be in a cohort, and what the rule makes of it. */
import { postedWithin } from '#app/modules/exchange/index.server.ts'
import { isRural, retirementCategory } from '#app/modules/registry/index.server.ts'
import { HEAD_POSTS, type RetirementCategory, retirementFor } from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { candidateDecision } from './candidate.ts'

const { sql } = Prisma

/** Since when the person of the statement's `e` is a head without a break, on the day. */
const headSince = (day: PlainDate) => sql`(
  select min(valid_from)::text from (
    select valid_from, ends, sum(case when before >= valid_from then 0 else 1 end) over (order by valid_from) as stint from (
      select a.valid_from, coalesce(a.valid_to, 'infinity'::date) as ends,
        max(coalesce(a.valid_to, 'infinity'::date)) over (order by a.valid_from rows between unbounded preceding and 1 preceding) as before
      from appointment a where a.person_id = e.person_id and a.school_post = any(${[...HEAD_POSTS]}::text[]) and a.valid_from <= ${day}::date) posts) stints
  group by stint having max(ends) > ${day}::date)`

type Row = {
  orgId: string
  countyId: string | null
  stage: string | null
  lineage: string[]
  isRural: boolean
  status: string
  headSince: PlainDate | null
  sex: string
  birthDate: PlainDate | null
  category: RetirementCategory
  postedUntil: PlainDate | null
}

/** Where a candidate stands: the school, its county and kind. */
export type Standing = {
  schoolId: string
  countyId: string
  stage: string
  isRural: boolean
  headSince: PlainDate
}

/**
 * The decision on the day, by the settings of the cohort's bureau; `standing` is null for who heads no school of its area. `orgId`: the
 * bureau's; `cycle`: half open.
 */
export async function candidacyOf(
  db: Db,
  personId: string,
  { orgId, cycle }: { orgId: string; cycle: { from: PlainDate; to: PlainDate } },
  day: PlainDate,
): Promise<{ decision: Decision<'may' | 'may_not'>; standing: Standing | null }> {
  const [row] = await db.$queryRaw<Row[]>`
    select e.org_id as "orgId", coalesce(o.county_id, o.prefecture_id) as "countyId", coalesce(e.stage, o.stages[1]) as stage, o.lineage,
      ${isRural} as "isRural", e.status, ${headSince(day)} as "headSince", e.sex, e.birth_date::text as "birthDate",
      ${retirementCategory('e')} as category,
      ${postedWithin(sql`e.person_id`, cycle)}::text as "postedUntil"
    from roster_entry e join organisation o on o.id = e.org_id
    where e.person_id = ${personId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to`
  if (!row) return { decision: { outcome: 'may_not', reasons: [] }, standing: null }
  const { sex, birthDate, category, headSince: since } = row
  const policies = await policiesAt(db, orgId, day)
  const retiresOn = retirementFor({ sex, birthDate, category })?.date ?? null
  const decision = candidateDecision({ ...row, headSince: since, retiresOn }, policies, { day, cycle })
  const isOfArea = row.lineage.includes(orgId)
  if (!since || !isOfArea || !row.countyId || !row.stage) return { decision, standing: null }
  return {
    decision,
    standing: {
      ...{ schoolId: row.orgId, countyId: row.countyId, stage: row.stage },
      ...{ isRural: row.isRural, headSince: since },
    },
  }
}
