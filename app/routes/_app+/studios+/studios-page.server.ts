/** What the pages of studios ask first. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { openRoom } from '#app/composition/room-page.server.ts'
import { findCall } from '#app/modules/studios/calls/calls.queries.server.ts'
import { findProposal } from '#app/modules/studios/proposals/proposals.queries.server.ts'
import { findResearcher } from '#app/modules/studios/researchers/researchers.queries.server.ts'
import { findStudio } from '#app/modules/studios/studios/studios.queries.server.ts'
import { can } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireCan, requireFound, requireId } from '#app/platform/http/respond.server.ts'

export function openStudios(request: Request, action: Action = 'studios:read') {
  return openRoom(request, action)
}

/** The same with the studio of the path. */
export async function openStudioPage({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.studioId)
  const opened = await openStudios(request, action)
  const { db, actor, today } = opened
  return { ...opened, studio: requireFound(await findStudio(db, actor, id, today)) }
}

/** The same with the call of the path; with an action, for who holds it over the call. */
export async function openCallPage({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.callId)
  const opened = await openStudios(request, action)
  const call = requireFound(await findCall(opened.db, opened.actor, id))
  if (action) requireCan(can(opened.actor, action, call))
  return { ...opened, call }
}

/** The same with the proposal of the path. */
export async function openProposal({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.proposalId)
  const opened = await openStudios(request, action)
  return { ...opened, proposal: requireFound(await findProposal(opened.db, opened.actor, id)) }
}

/** The same with the researcher of the path; with an action, for who holds it over their bureau. */
export async function openResearcherPage({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.researcherId)
  const opened = await openStudios(request, action)
  const researcher = requireFound(await findResearcher(opened.db, opened.actor, id))
  if (action) requireCan(can(opened.actor, action, researcher))
  return { ...opened, researcher }
}
