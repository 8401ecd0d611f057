/** Visits that the bureau proposes to one's studio. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { proposedView } from '#app/modules/studios/proposals/proposed.view.server.ts'
import { ProposedPage } from '#app/modules/studios/proposals/proposed-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnStudio } from './own-studio.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'proposal.proposed')

export async function loader(args: LoaderFunctionArgs) {
  const { db, studio, leads, today, words } = await openOwnStudio(args)
  return proposedView(db, { studio, leads, day: today }, words)
}

export default function ProposedVisits() {
  return <ProposedPage view={useLoaderData<typeof loader>()} />
}
