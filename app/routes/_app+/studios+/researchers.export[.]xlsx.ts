/** The researchers of a term as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { researchersSheet } from '#app/modules/studios/researchers/researchers.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openStudios } from './studios-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return sendSheet(await researchersSheet(await openStudios(request)))
}
