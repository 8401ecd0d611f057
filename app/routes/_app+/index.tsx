/** Home: what waits for the reader, and where to start. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { homeView } from '#app/composition/home.server.ts'
import { readingOf } from '#app/composition/reading.server.ts'
import { HomePage } from '#app/home-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'home.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const reading = await readingOf(request)
  const { displayName, grants, personId } = reading.actor
  const view = await homeView(reading)
  return { name: displayName, hasRole: grants.length > 0 || personId !== null, view }
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
