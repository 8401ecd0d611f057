/**
 * What every act on a person shares, on `platform/acts`: the person is locked, then their version is looked at; after it the
 * roster is rebuilt. Two acts at once queue at the lock, and the second finds the version gone.
 */
import { type Actor, can, type Placed } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Json } from '#app/platform/audit/canonical.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { Person, PrismaClient } from '#app/platform/database/generated/client.ts'
import {
  EXCLUSION_VIOLATION,
  UNIQUE_VIOLATION,
  type Violation,
} from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { canReadStaff } from './access.ts'
import { refreshRosterOf } from './roster.sql.server.ts'
import type { StaffOutcome, StaffRefusal } from './staff-outcome.ts'

/** Where a person's record lies on a day: the organisation that the roster names. */
export type Place = Placed & { orgId: string; status: string }

export type PersonChange = { tx: Db; person: Person; place: Place }

/** Ends the act: nothing of it is written. */
export const refuse: Refuse<StaffRefusal> = refuseAct

/** The place on the day; before the first appointment it is the first one's. Null for a person without any. */
export async function placeOf(db: Db, personId: string, day: PlainDate): Promise<Place | null> {
  const [row] = await db.$queryRaw<Place[]>`
    select e.org_id as "orgId", e.status, o.lineage from roster_entry e join organisation o on o.id = e.org_id
    where e.person_id = ${personId}::uuid and e.valid_to > ${day}::date order by e.valid_from limit 1`
  return row ?? null
}

/** Changes a person. `write` answers with what the audit trail is told; `refuse` inside undoes everything. */
export function changePerson(
  db: PrismaClient,
  actor: Actor,
  { act, needs }: { act: string; needs: Action },
  input: { personId: string; version: number } & Keyed,
  write: (change: PersonChange) => Promise<AuditEvent[]>,
): Promise<StaffOutcome> {
  const { personId, version } = input
  return perform(db, actor, {
    name: act,
    input,
    async lock(tx): Promise<PersonChange> {
      await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`
      const person = await tx.person.findUnique({ where: { id: personId } })
      const place = await placeOf(tx, personId, today())
      if (!person || !place || !canReadStaff(actor, { ...place, personId })) refuse('not_found')
      if (!can(actor, needs, place)) refuse('not_allowed')
      if (person.version !== version) refuse('changed_meanwhile')
      return { tx, person, place }
    },
    async write(_, change) {
      return { events: await write(change), done: { personId, version: version + 1 } }
    },
    async after(tx) {
      await tx.person.update({ where: { id: personId }, data: { version: version + 1 } })
      await refreshRosterOf(tx, [personId])
    },
    broken: brokenByStaff,
  })
}

/** The refusal behind a broken rule of the database. */
export function brokenByStaff({ code, message }: Violation): StaffRefusal | null {
  if (code === EXCLUSION_VIOLATION) return 'overlaps'
  const isIdentity = message.includes('person_id_number_hash_key')
  return code === UNIQUE_VIOLATION && isIdentity ? 'same_identity_number' : null
}

const leftOut = ['id', 'personId', 'batchId']

/** A row as the audit trail keeps it: days as text, without ids that say nothing. */
export function plainRow(row: object): Record<string, Json> {
  const entries = Object.entries(row).filter(([key]) => !leftOut.includes(key))
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value instanceof Date ? fromDbDate(value) : value]),
  )
}

/** Only what differs, before and after; null when nothing does. */
export function difference(
  before: Record<string, Json>,
  after: Record<string, Json>,
): { before: Record<string, Json>; after: Record<string, Json> } | null {
  const differing = Object.keys(after).filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  )
  if (differing.length === 0) return null
  const only = (row: Record<string, Json>) =>
    Object.fromEntries(differing.map((key) => [key, row[key] ?? null]))
  return { before: only(before), after: only(after) }
}
