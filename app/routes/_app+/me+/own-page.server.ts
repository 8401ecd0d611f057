/** What one's own pages ask first: who reads, in which language, on which day. */
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { requireFound, wordsOf } from '#app/platform/http/respond.server.ts'

export async function openOwn(request: Request) {
  const actor = await requireActor(request)
  const { db } = await database()
  return { db, actor, today: today(), words: wordsOf(request) }
}

/** The same for who holds a record; nobody else has such a page. */
export async function openOwnRecord(request: Request) {
  const opened = await openOwn(request)
  return { ...opened, personId: requireFound(opened.actor.personId) }
}
