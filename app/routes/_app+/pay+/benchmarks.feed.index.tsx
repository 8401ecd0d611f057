/** What became of the last fetches of the outside feed. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayAskFeed } from '#app/modules/pay/feed/feed.commands.server.ts'
import { feedView } from '#app/modules/pay/feed/feed.view.server.ts'
import { FeedPage } from '#app/modules/pay/ui/feed-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.feed')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openPay(request, 'pay:set')
  return { view: await feedView(db, words), mayAsk: await mayAskFeed(db, actor) }
}

export default function Feed() {
  return <FeedPage {...useLoaderData<typeof loader>()} />
}
