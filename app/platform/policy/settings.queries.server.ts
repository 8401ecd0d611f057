/** Settings as they are read: the places that have them, what holds at one, and how one came to be what it is. */
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, fromDbDateOrNull } from '#app/platform/database/dates.server.ts'
import type { Period, PlainDate } from '#app/platform/dates.ts'
import type { PolicyDefinition, PolicyUse, PolicyValue } from './define.ts'
import { knownPolicies } from './known-policies.ts'
import { policiesAt } from './policies.server.ts'
import { settingKinds } from './settings.commands.server.ts'

export type PolicyPlace = {
  id: string
  name: string
  kind: string
  parentId: string | null
  lineage: string[]
}

/** The prefecture, counties and zones whose settings hold where the actor may read them. */
export async function policyPlaces(db: Db, actor: Actor): Promise<PolicyPlace[]> {
  return db.$queryRaw<PolicyPlace[]>`
    select place.id, place.name, place.kind, place.parent_id as "parentId", place.lineage from organisation place
    where place.id in (select coalesce(o.county_id, o.prefecture_id) from organisation o
      where o.lineage && ${scopeOf(actor, 'policy:read')}::uuid[])
    order by place.kind = 'prefecture' desc, place.code`
}

/** One of them; null where the actor may not read, or where there are no settings of its own. */
export async function findPolicyPlace(db: Db, actor: Actor, id: string): Promise<PolicyPlace | null> {
  const place = await db.organisation.findFirst({
    where: { id, kind: { in: settingKinds } },
    select: { id: true, name: true, kind: true, parentId: true, lineage: true },
  })
  if (!place) return null
  if (can(actor, 'policy:read', place)) return place
  return (await policyPlaces(db, actor)).find((one) => one.id === id) ?? null
}

export type SettingInForce = { definition: PolicyDefinition; use: PolicyUse }

/** Every setting as it holds at a place on a day. */
export async function settingsAt(db: Db, placeId: string, day: PlainDate): Promise<SettingInForce[]> {
  const policies = await policiesAt(db, placeId, day)
  const use = policies.use as (key: string) => PolicyUse
  return Object.entries(knownPolicies()).map(([key, definition]) => ({ definition, use: use(key) }))
}

export type SettingPeriod = Period & {
  id: string
  value: PolicyValue
  source: string
  setBy: string
  setAt: Date
  placeId: string
  placeName: string
  isPrefecture: boolean
}

/** All values one setting ever had at a place and above it, the newest first. */
export async function periodsOf(db: Db, place: PolicyPlace, key: string): Promise<SettingPeriod[]> {
  const found = await db.policySetting.findMany({
    where: { key, organisationId: { in: place.lineage } },
    include: { organisation: { select: { name: true, kind: true } } },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  })
  return found.map((one) => ({
    id: one.id,
    value: one.value as PolicyValue,
    source: one.source,
    setBy: one.setByName,
    setAt: one.setAt,
    validFrom: fromDbDate(one.validFrom),
    validTo: fromDbDateOrNull(one.validTo),
    placeId: one.organisationId,
    placeName: one.organisation.name,
    isPrefecture: one.organisation.kind === 'prefecture',
  }))
}

/** What would hold at the place on a day without a value of its own. */
export async function valueAbove(
  db: Db,
  place: PolicyPlace,
  key: string,
  day: PlainDate,
): Promise<PolicyUse> {
  const definition = knownPolicies()[key]
  if (!definition) throw new RangeError(`no such setting: ${key}`)
  if (place.parentId) {
    const { use } = await policiesAt(db, place.parentId, day)
    return (use as (key: string) => PolicyUse)(key)
  }
  return { key, value: definition.default, from: 'default', source: definition.source }
}
