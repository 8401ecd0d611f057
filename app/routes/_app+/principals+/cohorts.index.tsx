/** Cohorts of 名校长 within sight. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cohortsView } from '#app/modules/principals/cohorts/cohort.view.server.ts'
import { Cohorts } from '#app/modules/principals/cohorts/cohorts-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openPrincipals } from './principals-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'cohort.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, today, words } = await openPrincipals(request)
  return cohortsView(db, actor, today, words)
}

export default function CohortsRoute() {
  return <Cohorts view={useLoaderData<typeof loader>()} />
}
