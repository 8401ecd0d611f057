/** The candidates of a cohort as a workbook, each with the arithmetic of the position. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { candidatesSheet } from '#app/modules/principals/cohorts/cohort.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openCohort } from './principals-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openCohort(args)
  return sendSheet(await candidatesSheet(opened, opened.cohort))
}
