/** What the pages of training ask first: who reads, in which language, and which organisation a filter names. */
import { organisationOfText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireCan } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export async function openTraining(request: Request, action: Action = 'training:read') {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, action))
  const locale = localeOf(request)
  const { db } = await database()
  const { searchParams: params } = new URL(request.url)
  return { actor, db, params, today: today(), words: { t: translator(locale), locale } }
}

/** The same with the organisation that the filter's `place` names. */
export async function openEntryList(request: Request) {
  const opened = await openTraining(request)
  const place = opened.params.get('place')?.trim().slice(0, 100) ?? ''
  const orgId = await organisationOfText(opened.db, opened.actor, place)
  return { ...opened, place, orgId, isPlaceUnknown: place !== '' && orgId === null }
}
