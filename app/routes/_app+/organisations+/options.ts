/** Organisations offered while one types into a field: `?q=` part of a name or the start of a code. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestOrganisations } from '#app/modules/registry/ui/organisation-names.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'organisation:read'))
  const { db } = await database()
  const text = new URL(request.url).searchParams.get('q') ?? ''
  return { options: await suggestOrganisations(db, actor, text) }
}
