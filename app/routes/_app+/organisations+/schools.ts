/** Schools of the reader's prefecture, offered while one types into a field: `?q=` part of a name or the start of a code. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestSchools } from '#app/modules/registry/ui/organisation-names.server.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { db } = await database()
  const text = new URL(request.url).searchParams.get('q') ?? ''
  return { options: await suggestSchools(db, actor, text) }
}
