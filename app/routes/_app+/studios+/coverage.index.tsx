/** Which needy schools got how many outreach visits. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { coverageView } from '#app/modules/studios/coverage/coverage.view.server.ts'
import { CoveragePage } from '#app/modules/studios/coverage/coverage-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coverage.title')

export async function loader({ request }: LoaderFunctionArgs) {
  return coverageView(await openStudios(request))
}

export default function Coverage() {
  return <CoveragePage view={useLoaderData<typeof loader>()} />
}
