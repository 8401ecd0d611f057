/** Who may see a case of approval. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'

export type ReadableCase = {
  openedById: string
  isParty: boolean
  readers: Action
  place: { lineage: readonly string[] }
}

/** Whoever opened it, its parties, and who reads such cases of their scope. Whom it waits for is asked besides. */
export function canReadCase(actor: Actor, { openedById, isParty, readers, place }: ReadableCase): boolean {
  return openedById === actor.accountId || isParty || can(actor, readers, place)
}
