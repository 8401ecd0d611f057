/** One application as the bureau reads it. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationPage } from '#app/modules/studios/calls/application-page.tsx'
import { applicationPageView } from '#app/modules/studios/calls/call.view.server.ts'
import { findRanked } from '#app/modules/studios/calls/ranking.server.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openCallPage } from './studios-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'call.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const id = requireId(args.params.applicationId)
  const { db, actor, call, today, words } = await openCallPage(args, 'studios:call')
  return applicationPageView(call, requireFound(await findRanked(db, actor, call, id, today)), words)
}

export default function ApplicationRoute() {
  return <ApplicationPage view={useLoaderData<typeof loader>()} />
}
