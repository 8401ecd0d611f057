/** Where schools lie, told by pasting a sheet's rows. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import {
  placeFilterOf,
  placesForm,
  placesFormView,
  placesView,
  problemsText,
} from '#app/modules/exchange/places/place.view.server.ts'
import { foundPlaces, savePlaces } from '#app/modules/exchange/places/places.commands.server.ts'
import { Places } from '#app/modules/exchange/places/places-page.tsx'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openExchange, openExchangeList } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'place.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, words, ...asked } = await openExchangeList(request)
  const filter = placeFilterOf(asked.params, asked.orgId)
  const view = await placesView(db, actor, { ...asked, filter }, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'school-places') }, context)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, words } = await openExchange(request, 'exchange:round')
  return runForm(request, actor, {
    ...{ spec: placesForm, view: placesFormView(words), words },
    commit: async ({ lines: text, ...turn }) => {
      const done = await savePlaces(db, actor, { ...turn, text })
      if (done.ok)
        return {
          ok: true,
          answer: await redirectWithToast('/exchange/places', 'place.saved', { count: done.count }),
        }
      const { refused } = await foundPlaces(db, actor, text)
      const values = { lines: problemsText(refused, words) }
      return { ok: false, key: `place.error_${done.reason}`, field: 'lines', values }
    },
  })
}

export default function PlacesRoute() {
  return (
    <Places
      view={useLoaderData<typeof loader>()}
      reply={useActionData<ActReply>()}
      organisations={useOrganisationSuggestions()}
    />
  )
}
