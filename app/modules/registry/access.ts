/** Who may read whose record. The SQL twin is `readableStaff` (roster.sql.server.ts); a test makes them agree. */
import { type Actor, can, type Placed } from '#app/platform/access/actor.ts'

/** A person, and where their record lies: the lineage of the organisation that the roster names on the day. */
export type PlacedPerson = Placed & { personId: string }

/** With staff:read over the person's place of work, and everybody their own record. */
export function canReadStaff(actor: Actor, person: PlacedPerson): boolean {
  return actor.personId === person.personId || can(actor, 'staff:read', person)
}
