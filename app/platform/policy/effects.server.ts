/** What a change of a setting would change, asked of the rooms whose rules use it, before it is saved. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { PolicyValue } from './define.ts'

/** A value as it would be set: nothing of it is saved. */
export type PolicyChange = { organisationId: string; key: string; value: PolicyValue; validFrom: PlainDate }

/** One line of counts, with at most 50 of those it speaks of. */
export type EffectLine = {
  /** Message key; `count` is among its values. */
  key: string
  values: Record<string, string | number>
  people: { id: string; name: string; place: string }[]
}

export type PolicyEffect = { lines: EffectLine[] }

export type PolicyTeller = (db: Db, actor: Actor, change: PolicyChange) => Promise<PolicyEffect>

const tellers: { prefix: string; tell: PolicyTeller }[] = []

/** A room tells what changes of its settings do. */
export function registerPolicyEffect(prefix: string, tell: PolicyTeller): void {
  tellers.push({ prefix, tell })
}

/** All that the rooms have to say of a change. */
export async function effectOf(db: Db, actor: Actor, change: PolicyChange): Promise<PolicyEffect> {
  const lines: EffectLine[] = []
  for (const { prefix, tell } of tellers) {
    if (change.key.startsWith(prefix)) lines.push(...(await tell(db, actor, change)).lines)
  }
  return { lines }
}
