/**
 * Wishes of two volunteers 结对意愿: to be placed near each other when both go, or, of a couple, not to be sent at once. A wish holds
 * when both have stated it.
 */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { isVolunteering } from './application.ts'
import { applicationOf, ownRound } from './applications.queries.server.ts'
import type { WishKind, WishRefusal } from './wish.ts'

export type WishOutcome = Outcome<{ id: string }, WishRefusal>
const refuse: Refuse<WishRefusal> = refuseAct

export type WishRow = {
  id: string
  kind: WishKind
  name: string
  staffNumber: string
  isMine: boolean
  isTheirs: boolean
}

/** The wishes that name somebody in a round, with the other of each. */
export function wishesOf(db: Db, roundId: string, personId: string): Promise<WishRow[]> {
  return db.$queryRaw<WishRow[]>`
    select w.id, w.kind, p.name, p.staff_number as "staffNumber",
      case when w.first_id = ${personId}::uuid then w.first_agreed else w.second_agreed end as "isMine",
      case when w.first_id = ${personId}::uuid then w.second_agreed else w.first_agreed end as "isTheirs"
    from exchange_wish w
    join person p on p.id = case when w.first_id = ${personId}::uuid then w.second_id else w.first_id end
    where w.round_id = ${roundId}::uuid and ${personId}::uuid in (w.first_id, w.second_id)
    order by p.sort_key, w.kind`
}

/** States a wish, or one's own side of what the other has stated. Both must have volunteered. */
export function stateWish(
  db: PrismaClient,
  actor: Actor,
  asked: { kind: WishKind; staffNumber: string } & Keyed,
  today: PlainDate,
): Promise<WishOutcome> {
  const { kind, staffNumber } = asked
  return perform(db, actor, {
    name: 'stateWish',
    input: asked,
    async lock(tx) {
      const own = await openWindow(tx, actor, today)
      const other = await tx.person.findFirst({ where: { staffNumber } })
      const sent = other && (await applicationOf(tx, own.round, other.id))
      if (!other || sent?.state !== 'submitted') refuse('colleague_unknown')
      if (other.id === own.personId) refuse('own_number')
      return { ...own, otherId: other.id }
    },
    async write(tx, { round, personId, orgId, otherId }) {
      const isFirst = personId < otherId
      const [firstId = '', secondId = ''] = [personId, otherId].sort()
      const agreed = isFirst ? { firstAgreed: true } : { secondAgreed: true }
      const pair = { roundId: round.id, kind, firstId, secondId }
      const { id } = await tx.exchangeWish.upsert({
        where: { roundId_kind_firstId_secondId: pair },
        create: { id: newId(), ...pair, ...agreed },
        update: agreed,
      })
      const about = { organisationId: orgId, personId, subject: `wish:${id}` }
      return { done: { id }, events: [{ action: 'wish.stated', ...about, after: { kind } }] }
    },
  })
}

/** Takes a wish back, for both. */
export function dropWish(
  db: PrismaClient,
  actor: Actor,
  asked: { wishId: string } & Keyed,
  today: PlainDate,
): Promise<WishOutcome> {
  return perform(db, actor, {
    name: 'dropWish',
    input: asked,
    async lock(tx) {
      const own = await openWindow(tx, actor, today)
      const { personId, round } = own
      const wish = await tx.exchangeWish.findFirst({
        where: { id: asked.wishId, roundId: round.id, OR: [{ firstId: personId }, { secondId: personId }] },
      })
      if (!wish) refuse('not_found')
      return { ...own, wish }
    },
    async write(tx, { personId, orgId, wish: { id, kind } }) {
      await tx.exchangeWish.delete({ where: { id } })
      const about = { organisationId: orgId, personId, subject: `wish:${id}` }
      return { done: { id }, events: [{ action: 'wish.dropped', ...about, before: { kind } }] }
    },
  })
}

async function openWindow(tx: Db, actor: Actor, today: PlainDate) {
  const personId = actor.personId ?? refuse('not_found')
  const found = await ownRound(tx, personId, today)
  if (!found) refuse('not_found')
  // Until the end of the transaction: who closes the window waits; whoever was closing it is done by now, so it is read again.
  await tx.$queryRaw`select id from exchange_round where id = ${found.round.id}::uuid for share`
  const own = await ownRound(tx, personId, today)
  if (!own || !isVolunteering(own.round, today)) refuse('window_closed')
  const application = await applicationOf(tx, own.round, personId)
  if (application?.state !== 'submitted') refuse('not_volunteered')
  return { round: own.round, personId, orgId: application.orgId }
}
