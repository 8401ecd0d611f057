/** What a sample has drawn, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawnSheet } from '#app/modules/training/sample.view.server.ts'
import { findSample } from '#app/modules/training/samples.queries.server.ts'
import { drawnList } from '#app/modules/training/ui/lists.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openTraining } from './training-page.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor, words } = await openTraining(request)
  const found = requireFound(await findSample(db, actor, requireId(params.sampleId)))
  return sendList(db, actor, drawnList, drawnSheet(found, words))
}
