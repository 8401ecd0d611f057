/** What the registry knows of somebody who wants to lead a studio, and what the rule makes of it. */

import { retirementCategory } from '#app/modules/registry/index.server.ts'
import {
  HONOUR_LEVELS,
  HONOURS,
  type RetirementCategory,
  retirementFor,
} from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { leaderDecision, type StudioPolicies } from './leader-decision.ts'

type Row = {
  orgId: string
  status: string
  staffCategory: string | null
  titleLevel: string | null
  sex: string
  birthDate: PlainDate | null
  category: RetirementCategory
  honours: string[]
  isEngaged: boolean
}

/** The decision on the day, by the settings of where the person works; without a post there is no school. */
export async function decisionFor(
  db: Db,
  personId: string,
  day: PlainDate,
  termFrom: PlainDate,
): Promise<{ decision: Decision<'may' | 'may_not'>; schoolId: string | null }> {
  const [row] = await db.$queryRaw<Row[]>`
    select e.org_id as "orgId", e.status, e.staff_category as "staffCategory", e.title_level as "titleLevel", e.sex,
      e.birth_date::text as "birthDate", ${retirementCategory('e')} as category,
      array(select h.honour from honour_period h where h.person_id = e.person_id and h.valid_from <= ${day}::date
        and (h.valid_to is null or h.valid_to > ${day}::date)) as honours,
      exists (select from studio_member m where m.person_id = e.person_id and m.role in ('leader', 'core')
        and m.valid_to > ${termFrom}::date) as "isEngaged"
    from roster_entry e where e.person_id = ${personId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to`
  if (!row) return { decision: { outcome: 'may_not', reasons: [] }, schoolId: null }
  const { honours, sex, birthDate, category, ...facts } = row
  const policies = (await policiesAt(db, row.orgId, day)) as StudioPolicies
  const retiresOn = retirementFor({ sex, birthDate, category })?.date ?? null
  const decision = leaderDecision({ ...facts, honourLevel: highest(honours), retiresOn }, policies, day)
  return { decision, schoolId: row.orgId }
}

const levels: readonly string[] = HONOUR_LEVELS.map(({ code }) => code)

/** Of the honours held. */
function highest(honours: readonly string[]) {
  const held = HONOURS.filter(({ code }) => honours.includes(code)).map(({ level }) => level)
  return held.sort((one, other) => levels.indexOf(other) - levels.indexOf(one))[0] ?? null
}
