/** Studios that the reader could join. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { JoinPage } from '#app/modules/studios/members/join-page.tsx'
import { joinableView } from '#app/modules/studios/members/joinable.view.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnRecord } from './own-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'member.join_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, personId, today, words } = await openOwnRecord(request)
  return joinableView(db, personId, today, words)
}

export default function JoinableStudios() {
  return <JoinPage rows={useLoaderData<typeof loader>()} />
}
