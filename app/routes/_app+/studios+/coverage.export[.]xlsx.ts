/** Coverage of all schools in sight as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { coverageSheet } from '#app/modules/studios/coverage/coverage.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openStudios } from './studios-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return sendSheet(await coverageSheet(await openStudios(request)))
}
