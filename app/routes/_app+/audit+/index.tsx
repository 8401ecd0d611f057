/** The audit trail; posting proves it. */

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { trailActs } from '#app/composition/trail.server.ts'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { proveTrail } from '#app/platform/audit/prove.server.ts'
import { chainsToProve, listTrail } from '#app/platform/audit/trail.queries.server.ts'
import { trailCursor } from '#app/platform/audit/trail.ts'
import { actionChoices, rowView } from '#app/platform/audit/trail-words.server.ts'
import { TrailList } from '#app/platform/audit/ui/trail-list.tsx'
import { localeOf, requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openTrail, openTrailList } from './audit-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'audit.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, params, filter, isPlaceUnknown } = await openTrailList(request)
  const page = await listTrail(db, actor, filter, trailCursor(params.get('cursor')))
  const t = translator(localeOf(request))
  const rows = page.rows.map((row) => rowView(row, t))
  const mayVerify = (await chainsToProve(db, actor)).length > 0
  const saved = await savedFiltersOf(request, 'audit')
  const actions = actionChoices(trailActs(), t)
  return withRowsOnce(
    { ...page, saved, rows, shown: rows.length, actions, isPlaceUnknown, mayVerify },
    context,
  )
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, db } = await openTrail(request)
  const proof = await proveTrail(db, actor)
  requireCan(proof !== null)
  return { proof }
}

export default function Audit() {
  const proof = useActionData<typeof action>()?.proof
  const organisations = useOrganisationSuggestions()
  const view = useLoaderData<typeof loader>()
  return <TrailList {...view} rows={view.rows} {...{ proof, organisations }} />
}
