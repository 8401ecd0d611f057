/** Settings in force: the county's value over the prefecture's over the default. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { isAllowed, type PolicyUse } from './define.ts'
import { knownPolicies, type Policies } from './known-policies.ts'

type Asked = { organisationId: string; day: PlainDate }
type SetValue = Asked & { key: string; value: unknown; source: string; isPrefecture: boolean }

/** The settings that hold for an organisation on a day: those of its county, then of its prefecture. */
export async function policiesAt(db: Db, organisationId: string, day: PlainDate): Promise<Policies> {
  const [policies] = await policiesAtEach(db, [{ organisationId, day }])
  if (!policies) throw new Error('no settings were read')
  return policies
}

/** The same for several places and days, in their order, in one query. */
export async function policiesAtEach(db: Db, asked: readonly Asked[]): Promise<Policies[]> {
  const found = await db.$queryRaw<SetValue[]>`
    select a."organisationId", a.day::text as day, s.key, s.value, s.source,
      s.organisation_id = o.prefecture_id as "isPrefecture"
    from json_to_recordset(${JSON.stringify(asked)}::json) as a("organisationId" uuid, day date)
    join organisation o on o.id = a."organisationId"
    join policy_setting s on s.organisation_id in (o.county_id, o.prefecture_id)
      and s.valid_from <= a.day and (s.valid_to is null or a.day < s.valid_to)
    order by "isPrefecture" desc`
  const uses = new Map<string, Map<string, PolicyUse>>()
  for (const { organisationId, day, key, value, source, isPrefecture } of found) {
    const definition = knownPolicies()[key]
    if (!definition || !isAllowed(definition, value)) continue
    const place = `${organisationId} ${day}`
    const own = uses.get(place) ?? new Map<string, PolicyUse>()
    uses.set(place, own.set(key, { key, value, source, from: isPrefecture ? 'prefecture' : 'county' }))
  }
  return asked.map(({ organisationId, day }) =>
    policiesFrom(uses.get(`${organisationId} ${day}`) ?? new Map()),
  )
}

/** Settings out of given values, everything else as defined. */
function policiesFrom(given: ReadonlyMap<string, PolicyUse>): Policies {
  const use = (key: string): PolicyUse => {
    const set = given.get(key)
    if (set) return set
    const definition = knownPolicies()[key]
    if (!definition) throw new RangeError(`no such setting: ${key}`)
    return { key, value: definition.default, from: 'default', source: definition.source }
  }
  return { use } as Policies
}
