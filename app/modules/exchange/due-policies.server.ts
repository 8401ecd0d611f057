/** Reads the settings of who is due for several places and school years, as the rule takes them and as the query does. */
import type { Db } from '#app/platform/database/client.server.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { type DuePolicyRow, duePolicyRow } from './due-policy.ts'
import type { ExchangePolicies } from './eligibility-policy.ts'

export type DuePolicies = {
  rows: readonly DuePolicyRow[]
  /** Throws for a place and year that were not asked for. */
  of(placeId: string, schoolYear: number): ExchangePolicies
}

/** The settings that hold on the first day of each school year, in one query. */
export async function duePolicies(
  db: Db,
  placeIds: readonly string[],
  schoolYears: readonly number[],
): Promise<DuePolicies> {
  const asked = placeIds.flatMap((organisationId) =>
    schoolYears.map((year) => ({ organisationId, year, day: schoolYearStart(year) })),
  )
  const found = await policiesAtEach(db, asked)
  const known = new Map<string, ExchangePolicies>()
  const rows: DuePolicyRow[] = []
  asked.forEach(({ organisationId, year }, at) => {
    const policies = found[at]
    if (!policies) return
    known.set(`${organisationId} ${year}`, policies)
    rows.push(duePolicyRow(organisationId, year, policies))
  })
  return {
    rows,
    of(placeId, year) {
      const policies = known.get(`${placeId} ${year}`)
      if (!policies) throw new RangeError(`no settings read for ${placeId} in ${year}`)
      return policies
    },
  }
}
