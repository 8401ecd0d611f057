/** Who may see and do what in training. Lists are narrowed by the SQL twin `entriesInReach` (entries.queries.server.ts). */
import { type Actor, can, type Placed } from '#app/platform/access/actor.ts'

/** Whose training it is, and the lineage of the school that checks it. */
export type PlacedEntry = Placed & { personId: string }

/** With training:read over the school that checks, and everybody their own. */
export function canReadEntry(actor: Actor, entry: PlacedEntry): boolean {
  return actor.personId === entry.personId || can(actor, 'training:read', entry)
}

/** Nobody checks what they reported themselves. */
export function canCheckEntry(actor: Actor, entry: PlacedEntry): boolean {
  return actor.personId !== entry.personId && can(actor, 'training:check', entry)
}
