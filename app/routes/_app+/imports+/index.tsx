/** The imports of the reader's scope, newest first, and the way to begin one. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBatches, listProfiles } from '#app/modules/registry/import/index.server.ts'
import { ListPage } from '#app/modules/registry/import/ui/list-page.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'imports.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'staff:import'))
  const { db } = await database()
  const before = new URL(request.url).searchParams.get('before') ?? undefined
  const [batches, profiles] = await Promise.all([
    listBatches(db, actor, { before }),
    listProfiles(db, actor, actor.organisationId),
  ])
  // A source's own recipe is not filled in by hand.
  const templates = profiles.filter(({ options }) => options.recipe === 'plain')
  return {
    batches,
    profiles: templates.map(({ key, name }) => ({ key, name })),
    isLater: before !== undefined,
  }
}

export default function Imports() {
  return <ListPage {...useLoaderData<typeof loader>()} />
}
