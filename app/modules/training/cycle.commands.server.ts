/** Sets since which year somebody's cycles run 培训周期起始: after long leave, or for who came from elsewhere. On `platform/acts`. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { canCheckEntry, canReadEntry } from './access.ts'

export const CYCLE_REFUSALS = ['not_found', 'not_allowed', 'cycle_year'] as const
export type CycleRefusal = (typeof CYCLE_REFUSALS)[number]

const refuse: Refuse<CycleRefusal> = refuseAct

/** Years that a cycle of somebody in service can begin in. */
const EARLIEST = 2000
const AHEAD = 1

export function setCycle(
  db: PrismaClient,
  actor: Actor,
  asked: { personId: string; firstYear: number; reason: string } & Keyed,
  today: PlainDate,
): Promise<Outcome<{ personId: string }, CycleRefusal>> {
  const { personId, firstYear, reason } = asked
  return perform(db, actor, {
    name: 'setCycle',
    input: asked,
    async lock(tx) {
      const place = await placeOf(tx, personId, today)
      if (!place || !canReadEntry(actor, { ...place, personId })) return refuse('not_found')
      if (!canCheckEntry(actor, { ...place, personId })) refuse('not_allowed')
      if (firstYear < EARLIEST || firstYear > Number(today.slice(0, 4)) + AHEAD) refuse('cycle_year')
      return { place, before: await tx.trainingCycle.findUnique({ where: { personId } }) }
    },
    async write(tx, { place, before }) {
      const by = { setById: actor.accountId, setByName: actor.displayName, setAt: new Date() }
      const data = { firstYear, reason, ...by }
      await tx.trainingCycle.upsert({ where: { personId }, create: { personId, ...data }, update: data })
      const about = { organisationId: place.orgId, personId, subject: `person:${personId}` }
      const told = {
        after: { firstYear, reason },
        ...(before && { before: { firstYear: before.firstYear } }),
      }
      return { done: { personId }, events: [{ action: 'training.cycle_set', ...about, ...told }] }
    },
  })
}
