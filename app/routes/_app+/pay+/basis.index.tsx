/** Which items of pay count. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { basisView } from '#app/modules/pay/basis.view.server.ts'
import { BasisPage } from '#app/modules/pay/ui/basis-page.tsx'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openBasis } from './basis-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.basis')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, place, typed, year, today, words, mayLook } = await openBasis(request)
  const view = place && (await basisView(db, actor, { place, year, today }, words))
  return { view, mayLook, place: typed }
}

export default function Basis() {
  return <BasisPage {...useLoaderData<typeof loader>()} organisations={useOrganisationSuggestions()} />
}
