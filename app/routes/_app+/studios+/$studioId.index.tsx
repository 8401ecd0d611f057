/** One studio. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { belongingView } from '#app/modules/studios/members/members.view.server.ts'
import { phaseOf } from '#app/modules/studios/studios/studio.ts'
import { studioView } from '#app/modules/studios/studios/studio.view.server.ts'
import { StudioPage } from '#app/modules/studios/studios/studio-page.tsx'
import { can } from '#app/platform/access/actor.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudioPage } from './studios-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'studios.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, studio, today, words } = await openStudioPage(args)
  const reader = { personId: null, leads: false }
  const { members, composition } = await belongingView(db, { studio, reader, day: today }, words)
  const mayDissolve = can(actor, 'studios:call', studio) && phaseOf(studio, today) === 'standing'
  const dissolveHref = mayDissolve ? `/studios/${studio.id}/dissolve` : null
  return { ...studioView(studio, today, words), members, composition, dissolveHref }
}

export default function StudioRoute() {
  return <StudioPage view={useLoaderData<typeof loader>()} />
}
