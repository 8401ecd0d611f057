/** Sets a setting from a day on, or gives it back to the standard above. One transaction, with its audit entry. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PolicySetting, PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { isAllowed, type PolicyValue } from './define.ts'
import { knownPolicies } from './known-policies.ts'

export type SettingWish = {
  organisationId: string
  key: string
  /** Null: nothing of its own any more, what stands above holds again. */
  value: PolicyValue | null
  validFrom: PlainDate
  /** The document that sets it. */
  source: string
}

export const SETTING_REFUSALS = [
  'not_allowed',
  'value_refused',
  'same_value',
  'nothing_set',
  'later_exists',
  'changed_meanwhile',
] as const
export type SettingRefusal = (typeof SETTING_REFUSALS)[number]
export type SettingOutcome = Outcome<object, SettingRefusal>

const refuse: Refuse<SettingRefusal> = refuseAct

type Placed = { id: string; kind: string; lineage: readonly string[] }

/** Organisations that have settings of their own. */
export const settingKinds = ['prefecture', 'county', 'zone']

/** Whether the actor may set this at this place: the prefecture everything, a county what is left to counties. */
export function maySet(actor: Actor, place: Placed, key: string): boolean {
  const definition = knownPolicies()[key]
  if (!definition || !settingKinds.includes(place.kind) || !can(actor, 'policy:manage', place)) return false
  return place.kind === 'prefecture' || definition.overridableBy === 'county'
}

/**
 * Sets a value from `validFrom` on: what held until then ends the day before; what began on that very day is replaced.
 * A value that begins later is not overwritten from before: it is refused, so that nobody changes it unseen.
 */
export function setPolicy(
  db: PrismaClient,
  actor: Actor,
  wish: SettingWish & Keyed,
): Promise<SettingOutcome> {
  const { organisationId, key, value, validFrom } = wish
  const from = toDbDate(validFrom)
  return perform(db, actor, {
    name: 'setPolicy',
    input: wish,
    lock: (tx) => currentSetting(tx, actor, wish, from),
    async write(tx, current) {
      if (value === null && !current) refuse('nothing_set')
      if (current && current.value === value) refuse('same_value')
      if (current) await endAt(tx, current, from)
      if (value !== null) await begin(tx, actor, wish, value)
      const event = {
        action: value === null ? 'policy.ended' : 'policy.set',
        organisationId,
        subject: `policy:${key}`,
        reason: wish.source,
        before: current && told(current),
        after: value === null ? { validTo: validFrom } : { key, value, validFrom },
      }
      return { done: {}, events: [event] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'changed_meanwhile' : null),
  })
}

/** What holds at the place itself on the day, where the actor may set the wish there and nothing later stands in its way. */
async function currentSetting(
  tx: Db,
  actor: Actor,
  { organisationId, key, value }: SettingWish,
  from: Date,
): Promise<PolicySetting | null> {
  const place = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (!place || !maySet(actor, place, key)) refuse('not_allowed')
  const definition = knownPolicies()[key]
  if (value !== null && !(definition && isAllowed(definition, value))) refuse('value_refused')
  const own = { organisationId, key }
  const later = await tx.policySetting.count({ where: { ...own, validFrom: { gt: from } } })
  if (later > 0) refuse('later_exists')
  const running = { validFrom: { lte: from }, OR: [{ validTo: null }, { validTo: { gt: from } }] }
  return tx.policySetting.findFirst({ where: { ...own, ...running } })
}

/** What began on that very day never held, and goes. */
async function endAt(tx: Db, { id, validFrom, version }: PolicySetting, day: Date): Promise<void> {
  const unchanged = { id, version }
  const { count } =
    validFrom.getTime() === day.getTime()
      ? await tx.policySetting.deleteMany({ where: unchanged })
      : await tx.policySetting.updateMany({
          where: unchanged,
          data: { validTo: day, version: version + 1 },
        })
  if (count === 0) refuse('changed_meanwhile')
}

async function begin(tx: Db, actor: Actor, wish: SettingWish, value: PolicyValue): Promise<void> {
  const { organisationId, key, source } = wish
  await tx.policySetting.create({
    data: {
      id: newId(),
      organisationId,
      key,
      value,
      source,
      validFrom: toDbDate(wish.validFrom),
      setById: actor.accountId,
      setByName: actor.displayName,
    },
  })
}

function told({ key, value, validFrom, validTo, source }: PolicySetting) {
  return {
    key,
    value: value as PolicyValue,
    validFrom: fromDbDate(validFrom),
    validTo: fromDbDateOrNull(validTo),
    source,
  }
}
