/** What the pages of one's own hours ask first: whose they are, in which language, on which day. */
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireFound } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export async function openOwnHours(request: Request) {
  const actor = await requireActor(request)
  const personId = requireFound(actor.personId)
  const locale = localeOf(request)
  const { db } = await database()
  const { searchParams: params } = new URL(request.url)
  return { db, actor, personId, params, today: today(), words: { t: translator(locale), locale } }
}
