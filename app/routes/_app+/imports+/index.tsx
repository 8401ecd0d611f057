/** The imports of the reader's scope, newest first, and the way to begin one. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isFor } from '#app/composition/reading.server.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { ListPage } from '#app/platform/imports/ui/list-page.tsx'
import { listView } from '#app/platform/imports/wizard.queries.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'imports.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(isFor(actor, 'importer'))
  const { db } = await database()
  const before = new URL(request.url).searchParams.get('before') ?? undefined
  return listView(db, actor, before, localeOf(request))
}

export default function Imports() {
  return <ListPage {...useLoaderData<typeof loader>()} />
}
