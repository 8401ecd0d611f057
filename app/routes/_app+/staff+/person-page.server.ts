/** Opens a person's record for a page: not in scope is the same as not there. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findStaff } from '#app/modules/registry/staff.queries.server.ts'
import type { ActPage, PersonAct } from '#app/modules/registry/ui/act-page.server.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { today } from '#app/platform/clock.server.ts'
import { requireCan, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { isId } from '#app/platform/ids.ts'
import { openStaff } from './staff-page.server.ts'

type Args = Pick<LoaderFunctionArgs, 'request' | 'params'>

/** The record as it stands today, for an act on it. */
export async function openPerson({ request, params }: Args, action: Action): Promise<ActPage> {
  const { actor, db, words } = await openStaff(request, action)
  const record = requireFound(await findStaff(db, actor, requireId(params.personId)))
  const { canChange, canCorrect } = record.abilities
  requireCan(action === 'staff:correct' ? canCorrect : canChange)
  const period = new URL(request.url).searchParams.get('period') ?? undefined
  return { db, actor, record, words, day: today(), periodId: isId(period) ? period : null }
}

/** The form of an act; a period that is gone is a page that is not there. */
export async function openAct(args: Args, act: PersonAct | null, action: Action) {
  const found = requireFound(act)
  const page = await openPerson(args, action)
  return { page, act: found, view: requireFound(await found.view(page)) }
}
