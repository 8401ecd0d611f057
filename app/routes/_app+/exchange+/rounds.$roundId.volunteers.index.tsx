/** The volunteers of a round within reach. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { volunteersView } from '#app/modules/exchange/volunteering/volunteer.view.server.ts'
import { Volunteers } from '#app/modules/exchange/volunteering/volunteer-pages.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openRoundPage } from './round-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'volunteer.of_round')

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, query, words } = await openRoundPage(args)
  return volunteersView(db, actor, round, query, words)
}

export default function VolunteersRoute() {
  return <Volunteers view={useLoaderData<typeof loader>()} />
}
