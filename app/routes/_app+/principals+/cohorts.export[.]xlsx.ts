/** Cohorts as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { cohortsSheet } from '#app/modules/principals/cohorts/cohort.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openPrincipals } from './principals-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, today, words } = await openPrincipals(request)
  return sendSheet(await cohortsSheet(db, actor, today, words))
}
