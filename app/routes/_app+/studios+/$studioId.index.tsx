/** One studio. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { membersView } from '#app/modules/studios/members/members.view.server.ts'
import { studioView } from '#app/modules/studios/studios/studio.view.server.ts'
import { StudioPage } from '#app/modules/studios/studios/studio-page.tsx'
import { findStudio } from '#app/modules/studios/studios/studios.queries.server.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'studios.title', data?.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = requireId(params.studioId)
  const { db, actor, today, words } = await openStudios(request)
  const studio = requireFound(await findStudio(db, actor, id, today))
  const reader = { personId: null, leads: false }
  const { members, composition } = await membersView(db, { studio, reader, day: today }, words)
  return { ...studioView(studio, today, words), members, composition }
}

export default function StudioRoute() {
  return <StudioPage view={useLoaderData<typeof loader>()} />
}
