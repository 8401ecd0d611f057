/** What the pages of one's own studio ask first. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findActivity } from '#app/modules/studios/activities/activities.queries.server.ts'
import { findOwnStudio } from '#app/modules/studios/studios/own-studio.queries.server.ts'
import { requireCan, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { openOwnRecord } from './own-page.server.ts'

/** The studio of the path, to somebody who belongs to it; `leads` where it is theirs. */
export async function openOwnStudio({ request, params }: LoaderFunctionArgs) {
  const id = requireId(params.ownStudioId)
  const opened = await openOwnRecord(request)
  const { db, personId, today } = opened
  const studio = requireFound(await findOwnStudio(db, personId, id, today))
  const leads = studio.role === 'leader' && studio.dissolvedOn === null
  return { ...opened, studio, leads, query: new URL(request.url).searchParams }
}

/** The same for its leader alone. */
export async function openLedStudio(args: LoaderFunctionArgs) {
  const opened = await openOwnStudio(args)
  requireCan(opened.leads)
  return opened
}

/** The same with the activity of the path. */
export async function openOwnActivity(args: LoaderFunctionArgs, forLeader = false) {
  const id = requireId(args.params.ownActivityId)
  const opened = await (forLeader ? openLedStudio(args) : openOwnStudio(args))
  return { ...opened, activity: requireFound(await findActivity(opened.db, opened.studio.id, id)) }
}
