/** Reports of counties' years. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { reportLines } from '#app/modules/pay/reports/report.view.server.ts'
import { ReportsPage } from '#app/modules/pay/ui/reports-page.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.reports')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words, mayLook } = await openPay(request)
  const maySet = canSomewhere(actor, 'pay:set')
  return { lines: await reportLines(db, await countiesFor(db, actor), maySet, words), maySet, mayLook }
}

export default function Reports() {
  return <ReportsPage {...useLoaderData<typeof loader>()} />
}
