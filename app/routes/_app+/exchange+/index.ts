/** Exchange begins with who is due. */
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'exchange:read'))
  return redirect('/exchange/due')
}
