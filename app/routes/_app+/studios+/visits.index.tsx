/** What studios ask of the reader's school, plan there, and held there. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { visitListView } from '#app/modules/studios/activities/visits.view.server.ts'
import { Visits } from '#app/modules/studios/activities/visits-page.tsx'
import { feedAddress, makeStudioFeed, type SharedFeed } from '#app/modules/studios/feeds/feed.server.ts'
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { redirectWithToast, requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'visit.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, words } = await openStudios(request, 'studios:host')
  const view = await visitListView(db, actor, words)
  const feed = { address: await feedAddress(db, feedOf(actor)), makes: true }
  return withRowsOnce({ ...view, feed, saved: await savedFiltersOf(request, 'studio-visits') }, context)
}

/** Of the reader's own school, or all schools of their bureau. */
const feedOf = (actor: Actor): SharedFeed => ({ kind: 'school', id: scopeOf(actor, 'studios:host')[0] ?? '' })

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today } = await openStudios(request, 'studios:host')
  const formKey = formKeyOf(await request.formData())
  const done = await makeStudioFeed(db, actor, { ...feedOf(actor), formKey }, today)
  requireCan(done.ok)
  return redirectWithToast('/studios/visits', 'feed.toast_made')
}

export default function VisitsRoute() {
  return <Visits view={useLoaderData<typeof loader>()} />
}
