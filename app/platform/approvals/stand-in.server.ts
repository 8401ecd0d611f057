/** Whom somebody may decide for: themselves, and who has given them their decisions while away 委托代办. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { type Action, roleAllows } from '#app/platform/access/roles.ts'
import { findActor } from '#app/platform/auth/actor.queries.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { knownProcesses } from './process.ts'

/** A place and an action under which cases wait for the actor, and for whom they would decide them. */
export type Seat = { organisationId: string; action: string; holder: Actor }

/** The actor first, then who is away today and has named them. */
export async function holdersFor(db: Db, actor: Actor, today: PlainDate): Promise<Actor[]> {
  const day = toDbDate(today)
  const away = await db.approvalDelegation.findMany({
    where: { toId: actor.accountId, validFrom: { lte: day }, validTo: { gt: day } },
    select: { fromId: true },
    orderBy: { fromId: 'asc' },
  })
  const holders = [actor]
  for (const { fromId } of away) {
    const found = await findActor(db, fromId)
    if (found) holders.push(found.actor)
  }
  return holders
}

/** Every seat: a step is decided by those who hold its action at its very organisation, not by all above. */
export function seatsOf(holders: readonly Actor[]): Seat[] {
  const actions = [...new Set(knownProcesses().flatMap(({ steps }) => steps.map(({ action }) => action)))]
  return holders.flatMap((holder) =>
    actions.flatMap((action) =>
      scopeOf(holder, action).map((organisationId) => ({ organisationId, action, holder })),
    ),
  )
}

/** Whether the holder sits where the case waits. */
export function isSeatedAt(
  holder: Actor,
  { organisationId, action }: { organisationId: string; action: string },
): boolean {
  return holder.grants.some(
    (grant) => grant.organisationId === organisationId && roleAllows(grant.role, action as Action),
  )
}
