/** Researchers in sight, and who met the duty of a term. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { researchersView } from '#app/modules/studios/researchers/researchers.view.server.ts'
import { Researchers } from '#app/modules/studios/researchers/researchers-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'researcher.title')

export async function loader({ request }: LoaderFunctionArgs) {
  return researchersView(await openStudios(request))
}

export default function ResearchersRoute() {
  return <Researchers view={useLoaderData<typeof loader>()} />
}
