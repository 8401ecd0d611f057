/** The reader of the audit trail, and the filter of its list. */
import { organisationOfText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { trailFilterOf } from '#app/platform/audit/trail.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'

export async function openTrail(request: Request) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'audit:read'))
  return { actor, db: (await database()).db }
}

export async function openTrailList(request: Request) {
  const { actor, db } = await openTrail(request)
  const params = new URL(request.url).searchParams
  const place = params.get('place')?.trim() ?? ''
  const organisationId = await organisationOfText(db, actor, place)
  const isPlaceUnknown = place !== '' && organisationId === null
  return { db, actor, params, filter: trailFilterOf(params, organisationId), isPlaceUnknown }
}
