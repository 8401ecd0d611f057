/** What civil servants got, as it was said. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { benchmarkLines } from '#app/modules/pay/benchmarks.view.server.ts'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { BenchmarksPage } from '#app/modules/pay/ui/benchmark-page.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.benchmarks')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words, mayLook } = await openPay(request)
  const lines = await benchmarkLines(db, await countiesFor(db, actor), words)
  return { lines, mayLook, maySet: canSomewhere(actor, 'pay:set') }
}

export default function Benchmarks() {
  return <BenchmarksPage {...useLoaderData<typeof loader>()} />
}
