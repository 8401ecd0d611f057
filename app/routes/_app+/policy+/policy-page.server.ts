/** What the settings pages ask first: who reads, in which language, of which place and which day. */
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import { localeOf, requireCan, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { findPolicyPlace } from '#app/platform/policy/settings.queries.server.ts'
import { policyWords } from '#app/platform/policy/value-text.server.ts'

export async function openPolicy(request: Request) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'policy:read'))
  const locale = localeOf(request)
  const asked = new URL(request.url).searchParams.get('day') ?? ''
  const day = isPlainDate(asked) ? asked : today()
  const words = policyWords({ t: translator(locale), locale })
  return { actor, db: (await database()).db, day, today: today(), words }
}

/** The same of the place in the address; a place out of reach is not there. */
export async function openPolicyPlace(request: Request, placeId: string | undefined) {
  const opened = await openPolicy(request)
  const place = requireFound(await findPolicyPlace(opened.db, opened.actor, requireId(placeId)))
  return { ...opened, place }
}
