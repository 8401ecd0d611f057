/** What the pages of the principal pipeline ask first. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { openRoom } from '#app/composition/room-page.server.ts'
import { findCandidate, findCohort } from '#app/modules/principals/cohorts/cohorts.queries.server.ts'
import { can } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireCan, requireFound, requireId } from '#app/platform/http/respond.server.ts'

export function openPrincipals(request: Request, action: Action = 'principals:read') {
  return openRoom(request, action)
}

/** The same with the cohort of the path; with an action, for who holds it over its bureau. */
export async function openCohort({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.cohortId)
  const opened = await openPrincipals(request, action)
  const cohort = requireFound(await findCohort(opened.db, opened.actor, id))
  if (action) requireCan(can(opened.actor, action, cohort))
  return { ...opened, cohort }
}

/** The same with the candidate of the path, of that cohort. */
export async function openCandidate(args: LoaderFunctionArgs) {
  const id = requireId(args.params.candidateId)
  const opened = await openCohort(args)
  const { db, actor, cohort } = opened
  const candidate = requireFound(await findCandidate(db, actor, cohort, id))
  return { ...opened, candidate }
}
