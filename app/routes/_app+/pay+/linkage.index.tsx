/** Where civil servants got more: which county's teachers followed. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { linkageLines } from '#app/modules/pay/linkage.view.server.ts'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { LinkagePage } from '#app/modules/pay/ui/linkage-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.linkage')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, today, words, mayLook } = await openPay(request)
  return { lines: await linkageLines(db, await countiesFor(db, actor), today, words), mayLook }
}

export default function Linkage() {
  return <LinkagePage {...useLoaderData<typeof loader>()} />
}
