/** Opens the organisations' pages: the reader, and one organisation; not in scope is the same as not there. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findOrganisation } from '#app/modules/registry/organisations.queries.server.ts'
import { birthCounts } from '#app/modules/registry/overview.sql.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireCan, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export async function openOrganisations(request: Request, action: Action = 'organisation:read') {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, action))
  const locale = localeOf(request)
  const words = { t: translator(locale), locale }
  const { searchParams: params } = new URL(request.url)
  return { actor, db: (await database()).db, words, params, day: today() }
}

export async function openOrganisation(request: Request, id: string | undefined, action?: Action) {
  const opened = await openOrganisations(request, action)
  const record = requireFound(await findOrganisation(opened.db, opened.actor, requireId(id)))
  return { ...opened, record }
}

/** One whose staff the reader sees, with the counts that its overview is made of. */
export async function openOverview(request: Request, id: string | undefined) {
  const { actor, db, day, words, record } = await openOrganisation(request, id, 'staff:read')
  const births = requireFound(await birthCounts(db, actor, record.id, day))
  return { place: { id: record.id, name: record.name }, births, day, words }
}

/** One that the reader manages, for an act on it. */
export async function openManaged({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>) {
  const opened = await openOrganisation(request, params.organisationId, 'organisation:manage')
  requireCan(opened.record.abilities.canManage)
  return opened
}
