/** Asked while a date is typed: what stands against it. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { clashesWhileTyped } from '#app/modules/studios/activities/typed-dates.server.ts'
import { openLedStudio } from './own-studio.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, personId, query, today, words } = await openLedStudio(args)
  return Response.json({ clashes: await clashesWhileTyped(db, actor, personId, query, today, words) })
}
