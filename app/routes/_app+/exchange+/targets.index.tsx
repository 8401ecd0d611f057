/** Where each county stands against its yearly target, and the five years ahead. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { schoolYearIn } from '#app/modules/exchange/due-filter.ts'
import { TargetList } from '#app/modules/exchange/ui/target-list.tsx'
import { targetsView } from '#app/modules/exchange/ui/target-view.server.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'target.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words } = await openExchange(request)
  return targetsView(db, actor, schoolYearIn(params, today, schoolYearOf(today)), today, words)
}

export default function Targets() {
  return <TargetList view={useLoaderData<typeof loader>()} />
}
