/** Teachers' pay beside civil servants', county by county. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { boardView } from '#app/modules/pay/parity.view.server.ts'
import { ParityBoard } from '#app/modules/pay/ui/board-page.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openParity } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.parity')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, counties, year, years, today, words, actor, mayLook } = await openParity(request)
  const view = year === null ? null : await boardView(db, { counties, year, years, today }, words)
  return { view, mayLook, mayImport: canSomewhere(actor, 'pay:import') }
}

export default function Parity() {
  return <ParityBoard {...useLoaderData<typeof loader>()} />
}
