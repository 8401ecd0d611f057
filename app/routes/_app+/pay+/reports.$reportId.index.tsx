/** One report, as it was drawn up. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reportView } from '#app/modules/pay/reports/report.view.server.ts'
import { ReportPage } from '#app/modules/pay/ui/report-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openReport } from './report-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'pay.reports', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { db, found, today, maySet, words } = await openReport(args)
  return reportView(db, found, today, maySet, words)
}

export default function Report() {
  return <ReportPage view={useLoaderData<typeof loader>()} />
}
