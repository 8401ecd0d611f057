/** The samples within reach, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { samplesSheet } from '#app/modules/training/sample.view.server.ts'
import { sampleList } from '#app/modules/training/ui/lists.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openTraining } from './training-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openTraining(request)
  return sendList(db, actor, sampleList, samplesSheet(db, actor, words))
}
