/** The year's report of a place, to be printed. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { methodOf } from '#app/modules/training/overview/method.server.ts'
import { TrainingReport } from '#app/modules/training/ui/report-page.tsx'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOverview } from './overview-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.report_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, found, view, today, words } = await openOverview(request)
  const place = requireFound(found)
  return { view: requireFound(view), method: await methodOf(db, place.id, today, words) }
}

export default function Report() {
  return <TrainingReport {...useLoaderData<typeof loader>()} />
}
