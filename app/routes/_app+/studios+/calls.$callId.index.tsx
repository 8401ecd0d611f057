/** One call. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { callView } from '#app/modules/studios/calls/call.view.server.ts'
import { CallPage } from '#app/modules/studios/calls/call-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openCallPage } from './studios-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'call.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, call, today, words } = await openCallPage(args)
  return callView(db, actor, call, today, words)
}

export default function CallRoute() {
  return <CallPage view={useLoaderData<typeof loader>()} />
}
