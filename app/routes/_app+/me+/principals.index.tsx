/** Cohorts of 名校长 that call in one's area, and one's own candidacies. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownCohortsView } from '#app/modules/principals/cohorts/own.view.server.ts'
import { OwnCohorts } from '#app/modules/principals/cohorts/own-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnRecord } from './own-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'cohort.own')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, personId, today, words } = await openOwnRecord(request)
  return { rows: await ownCohortsView(db, personId, today, words) }
}

export default function MyCohorts() {
  return <OwnCohorts rows={useLoaderData<typeof loader>().rows} />
}
