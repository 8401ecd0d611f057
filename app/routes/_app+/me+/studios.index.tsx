/** One's own studios, and the calls that one can answer. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownStudiosView } from '#app/modules/studios/studios/own.view.server.ts'
import { OwnStudios } from '#app/modules/studios/studios/own-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnRecord } from './own-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'studios.mine')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, personId, today, words } = await openOwnRecord(request)
  return ownStudiosView(db, personId, today, words)
}

export default function MyStudios() {
  return <OwnStudios view={useLoaderData<typeof loader>()} />
}
