/** One studio. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
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
  return studioView(requireFound(await findStudio(db, actor, id, today)), today, words)
}

export default function StudioRoute() {
  return <StudioPage view={useLoaderData<typeof loader>()} />
}
