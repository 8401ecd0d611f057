/** What studios did in a school year. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { figuresView } from '#app/modules/studios/figures/figures.view.server.ts'
import { Figures } from '#app/modules/studios/figures/figures-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'figures.title')

export async function loader({ request }: LoaderFunctionArgs) {
  return figuresView(await openStudios(request))
}

export default function FiguresRoute() {
  return <Figures view={useLoaderData<typeof loader>()} />
}
