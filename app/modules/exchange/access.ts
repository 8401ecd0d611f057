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

/** Opening a round, signing its needs off, moving it on: over the county whose round it is. */
export function canRunRound(actor: Actor, county: Placed): boolean {
  return can(actor, 'exchange:round', county)
}

/** Offering posts at a school, and changing what it offers. */
export function canOfferPosts(actor: Actor, host: Placed): boolean {
  return can(actor, 'exchange:offer', host)
}
