/** What the pages of items ask first: of which place. */
import { organisationOfText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { openPay, yearIn } from './pay-page.server.ts'

const KINDS = ['prefecture', 'county', 'zone']

/** The county or prefecture that the address names, else the reader's own; null where it is none of those within reach. */
export async function openBasis(request: Request) {
  const opened = await openPay(request)
  const { db, actor, params, today } = opened
  const typed = params.get('place')?.trim().slice(0, 100) ?? ''
  const id = typed ? await organisationOfText(db, actor, typed) : (scopeOf(actor, 'pay:read')[0] ?? null)
  const place = id ? await placeWithin(db, actor, 'pay:read', id) : null
  return { ...opened, typed, year: yearIn(params) ?? Number(today.slice(0, 4)), place }
}

/** A county or prefecture where the actor may do it; null where it is none. */
export async function placeWithin(db: Db, actor: Actor, action: Action, id: string) {
  const place = await db.organisation.findFirst({
    where: { id, kind: { in: KINDS } },
    select: { id: true, code: true, name: true, kind: true, prefectureId: true, lineage: true },
  })
  return place && can(actor, action, place) ? place : null
}
