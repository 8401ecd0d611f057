/** What a room's pages ask first: who reads and may, in which language, on which day, and which organisation a filter names. */
import { organisationOfText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { database } from '#app/platform/database/client.server.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'
import { readingOf } from './reading.server.ts'

/** Answers 403 to who has the action nowhere. */
export async function openRoom(request: Request, action: Action) {
  const { actor, day: today, t, locale } = await readingOf(request)
  requireCan(canSomewhere(actor, action))
  const { db } = await database()
  return { actor, db, params: new URL(request.url).searchParams, today, words: { t, locale } }
}

/** The same with the organisation that the filter's `place` names. */
export async function openRoomList(request: Request, action: Action) {
  const opened = await openRoom(request, action)
  const place = opened.params.get('place')?.trim().slice(0, 100) ?? ''
  const orgId = await organisationOfText(opened.db, opened.actor, place)
  return { ...opened, place, orgId, isPlaceUnknown: place !== '' && orgId === null }
}
