/** One researcher: the duty of each term, contact schools, days at schools. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ResearcherPage } from '#app/modules/studios/researchers/researcher-page.tsx'
import { researcherView } from '#app/modules/studios/researchers/researchers.view.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openResearcherPage } from './studios-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'researcher.title', data?.name)

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openResearcherPage(args)
  return researcherView(opened, opened.researcher)
}

export default function ResearcherRoute() {
  return <ResearcherPage view={useLoaderData<typeof loader>()} />
}
