/** One posting: its facts, what was written while away, what can be done. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { postingView } from '#app/modules/exchange/postings/posting.view.server.ts'
import { Posting } from '#app/modules/exchange/postings/posting-pages.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openPosting } from './posting-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'posting.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, posting, today, words } = await openPosting(args)
  return postingView(db, actor, posting, today, words)
}

export default function PostingRoute() {
  return <Posting view={useLoaderData<typeof loader>()} />
}
