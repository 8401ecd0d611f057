/** Who reads, for what is made of rooms; and whether something is meant for them. */
import { type Actor, canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { subjectsFor } from '#app/platform/imports/subject.ts'
import type { Audience, Reading } from '#app/platform/manifest/manifest.ts'

export async function readingOf(request: Request): Promise<Reading> {
  const actor = await requireActor(request)
  const { db } = await database()
  const locale = localeOf(request)
  return { db, actor, t: translator(locale), locale, day: today() }
}

/** Whether a signed-in reader is among those something is for: shows or hides an entry, never opens a record. */
export function isFor(actor: Actor, audience: Audience): boolean {
  if (audience === 'anyone' || audience === 'signed-in') return true
  if (audience === 'importer') return subjectsFor(actor).length > 0
  return audience === 'holder' ? actor.personId !== null : canSomewhere(actor, audience)
}
