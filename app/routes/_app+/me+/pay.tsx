/** My pay, and who has looked at it. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownKindView } from '#app/modules/pay/own-kind.server.ts'
import { looksView, personPayView } from '#app/modules/pay/person.view.server.ts'
import { OwnPay } from '#app/modules/pay/ui/own-pay-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { yearIn } from '../pay+/pay-page.server.ts'
import { openOwnHours } from './own-hours-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.mine')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, personId, params, words } = await openOwnHours(request)
  const [view, looks] = await Promise.all([
    personPayView(db, { personId, year: yearIn(params), path: '/me/pay' }, words),
    looksView(db, personId),
  ])
  const kind = view.year === null ? null : await ownKindView(db, { personId, year: view.year }, words)
  return { view, looks, kind }
}

export default function MyPay() {
  return <OwnPay {...useLoaderData<typeof loader>()} />
}
