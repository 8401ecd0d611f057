/** Who may see and do what in exchange. Lists are narrowed by the SQL twin `peopleInReach` (reach.sql.server.ts). */
import { type Actor, can, type Placed } from '#app/platform/access/actor.ts'

/** A person, and where they work: the lineage of the organisation that the roster names. */
export type PlacedPerson = Placed & { personId: string }

/** With exchange:read over the person's place of work, and everybody what concerns themselves. */
export function canReadExchangeOf(actor: Actor, person: PlacedPerson): boolean {
  return actor.personId === person.personId || can(actor, 'exchange:read', person)
}

/** Recording and ending exemptions; nobody records one for themselves. */
export function canExempt(actor: Actor, person: PlacedPerson): boolean {
  return actor.personId !== person.personId && can(actor, 'exchange:exempt', person)
}
