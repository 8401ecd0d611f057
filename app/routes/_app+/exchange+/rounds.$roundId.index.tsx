/** One round: where it stands, and the posts that are offered in it. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { roundView } from '#app/modules/exchange/rounds/round.view.server.ts'
import { RoundPage } from '#app/modules/exchange/rounds/round-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openRoundPage } from './round-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'round.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, query, today, words } = await openRoundPage(args)
  return roundView(db, actor, round, query, today, words)
}

export default function Round() {
  return <RoundPage view={useLoaderData<typeof loader>()} />
}
