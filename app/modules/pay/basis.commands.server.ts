/** Says which item counts from a year on 调整口径: of the prefecture, or of a county with its reason. On `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'

export const BASIS_REFUSALS = ['not_found', 'not_allowed', 'year_out_of_range'] as const
export type BasisRefusal = (typeof BASIS_REFUSALS)[number]

const refuse: Refuse<BasisRefusal> = refuseAct

/** Years back that can still be compared anew. */
const YEARS_BACK = 10

export type BasisWish = {
  itemId: number
  /** The prefecture, a county or a zone. */
  orgId: string
  fromYear: number
  /** Null: as above it again. */
  counts: boolean | null
  reason: string
  documentNo: string | null
}

export function setBasis(
  db: PrismaClient,
  actor: Actor,
  wish: BasisWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string }, BasisRefusal>> {
  const { formKey: _, ...word } = wish
  return perform(db, actor, {
    name: 'setBasis',
    input: wish,
    async lock(tx) {
      const place = await tx.organisation.findFirst({
        where: { id: wish.orgId, kind: { in: ['prefecture', 'county', 'zone'] } },
        select: { id: true, lineage: true },
      })
      const item = place && (await tx.payItem.findUnique({ where: { id: wish.itemId } }))
      if (!item) return refuse('not_found')
      if (!can(actor, 'pay:set', place)) refuse('not_allowed')
      const thisYear = Number(today.slice(0, 4))
      if (wish.fromYear < thisYear - YEARS_BACK || wish.fromYear > thisYear + 1) refuse('year_out_of_range')
      return item
    },
    async write(tx, item) {
      const id = newId()
      await tx.payBasis.create({
        data: { id, ...word, setById: actor.accountId, setByName: actor.displayName },
      })
      const event = {
        ...{ action: 'pay.basis_set', organisationId: wish.orgId, subject: `pay_item:${item.code}` },
        ...{ reason: wish.reason, after: { item: item.code, counts: wish.counts, fromYear: wish.fromYear } },
      }
      return { done: { id }, events: [event] }
    },
  })
}
