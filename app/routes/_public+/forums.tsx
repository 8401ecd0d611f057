/** The studios that stand and their coming forums, for anybody. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { forumsView } from '#app/modules/studios/public/forums.view.server.ts'
import { Forums } from '#app/modules/studios/public/forums-page.tsx'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'forum.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await database()
  return forumsView(db, today(), new Date(), wordsOf(request))
}

export default function ForumsRoute() {
  return <Forums view={useLoaderData<typeof loader>()} />
}
