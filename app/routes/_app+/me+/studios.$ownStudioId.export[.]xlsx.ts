/** The activities of one's studio as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { activitiesSheet } from '#app/modules/studios/activities/activities.sheet.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openOwnStudio } from './own-studio.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, studio, words } = await openOwnStudio(args)
  return sendSheet(activitiesSheet(db, studio, words))
}
