/** What the pages of one's own hours ask first: whose they are, in which language, on which day; and which form is meant. */
import { isTrainingKind } from '#app/modules/training/codes.ts'
import { entryStart } from '#app/modules/training/entry-start.server.ts'
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

/** `start` null: the address names no kind yet. */
export async function openReport(request: Request) {
  const opened = await openOwnHours(request)
  const { db, actor, params, today, words } = opened
  const kind = params.get('kind') ?? ''
  if (!isTrainingKind(kind)) return { ...opened, start: null }
  return { ...opened, start: requireFound(await entryStart(db, actor, { kind, params, today }, words)) }
}
