/** When people are taken already: each room tells what it knows of them, for whoever makes dates with them. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'

/** Half open, in moments. `key` says what takes them, with `title` for a value. */
export type Engagement = { personId: string; from: Date; to: Date; key: ServerKey; title: string }

export type AskedTime = { personIds: readonly string[]; from: Date; to: Date }
export type EngagementSource = (db: Db, asked: AskedTime) => Promise<Engagement[]>

const sources: EngagementSource[] = []

export function registerEngagements(source: EngagementSource): void {
  sources.push(source)
}

/** What any room knows of these people between the two moments, the earliest first. */
export async function engagementsOf(db: Db, asked: AskedTime): Promise<Engagement[]> {
  if (asked.personIds.length === 0) return []
  const found: Engagement[] = []
  for (const source of sources) found.push(...(await source(db, asked)))
  return found.sort((one, other) => one.from.getTime() - other.from.getTime())
}
