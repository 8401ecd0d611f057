/** The comparison of one county and year, down to its items. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canReadRows } from '#app/modules/pay/access.ts'
import { countyView } from '#app/modules/pay/parity.view.server.ts'
import { CountyParityPage } from '#app/modules/pay/ui/county-page.tsx'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openParity } from './pay-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'pay.parity', data?.view.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor, counties, years, year, today, words } = await openParity(request)
  const county = requireFound(counties.find(({ id }) => id === params.countyId))
  const asked = { county, years, today, year: year ?? Number(today.slice(0, 4)) }
  const rowsHref = canReadRows(actor, county) ? `/pay/parity/${county.id}/people?year=${asked.year}` : null
  return { view: await countyView(db, asked, words), rowsHref }
}

export default function CountyParity() {
  return <CountyParityPage {...useLoaderData<typeof loader>()} />
}
