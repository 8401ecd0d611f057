/** To the settings of the place chosen, or of the reader's own. */
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { policyPlaces } from '#app/platform/policy/settings.queries.server.ts'
import { openPolicy } from './policy-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, day, today } = await openPolicy(request)
  const places = await policyPlaces(db, actor)
  const asked = new URL(request.url).searchParams.get('place')
  const place = requireFound(places.find(({ id }) => id === asked) ?? places[0])
  throw redirect(`/policy/${place.id}${day === today ? '' : `?day=${day}`}`)
}
