/** The figures of each studio as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { figuresSheet } from '#app/modules/studios/figures/figures.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openStudios } from './studios-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return sendSheet(await figuresSheet(await openStudios(request)))
}
