/** Who may see whose pay. */
import { type Actor, can, type HeldGrant, type Placed } from '#app/platform/access/actor.ts'
import { roleAllows } from '#app/platform/access/roles.ts'

/** A person, and where they worked when they were paid: the lineage of that organisation. */
export type PlacedPay = Placed & { personId: string }

/** A grant that reaches people's pay: of a county or below it. The city's board sees figures, and nobody. */
export function reachesPay(grant: HeldGrant): boolean {
  return grant.organisationKind !== 'prefecture' && roleAllows(grant.role, 'pay:person')
}

/** Organisations whose people's pay the actor may look at, and of all below them. */
export function payScope(actor: Actor): string[] {
  return [...new Set(actor.grants.filter(reachesPay).map(({ organisationId }) => organisationId))]
}

/** Who may see which people of a county count, without amounts. */
export function canReadRows(actor: Actor, county: Placed): boolean {
  return can(actor, 'pay:rows', county) && payScope(actor).some((id) => county.lineage.includes(id))
}

/** Everybody their own; else by a grant of the county or the school. */
export function canReadPay(actor: Actor, { personId, lineage }: PlacedPay): boolean {
  if (actor.personId === personId) return true
  return payScope(actor).some((id) => lineage.includes(id))
}
