/** The teacher's own hours: required, reached, and how each report counts. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownHoursView } from '#app/modules/training/hours.view.server.ts'
import { OwnHours } from '#app/modules/training/ui/own-hours.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnHours, yearIn } from './own-hours-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.mine')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, personId, params, today, words } = await openOwnHours(request)
  return { view: await ownHoursView(db, personId, today, yearIn(params), words) }
}

export default function MyHours() {
  return <OwnHours {...useLoaderData<typeof loader>()} />
}
