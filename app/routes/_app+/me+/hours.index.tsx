/** The teacher's own hours: required, reached, and how each report counts. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hoursView, ownPaths } from '#app/modules/training/hours.view.server.ts'
import { OwnHours } from '#app/modules/training/ui/own-hours.tsx'
import { yearIn } from '#app/modules/training/year-in.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { useOfflinePage } from '#app/platform/outbox/use-offline-page.tsx'
import { openOwnHours } from './own-hours-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.mine')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, personId, params, today, words } = await openOwnHours(request)
  const view = await hoursView(db, { personId, year: yearIn(params), paths: ownPaths }, today, words)
  return { view, holder: actor.accountId }
}

export default function MyHours() {
  useOfflinePage()
  return <OwnHours {...useLoaderData<typeof loader>()} />
}
