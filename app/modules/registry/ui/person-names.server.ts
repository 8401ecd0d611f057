/** People as they are typed into a field: a name, a staff number, or the offered "name（number）". */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { looksLikeResidentId } from '../resident-id.ts'
import { listRoster } from '../roster.queries.server.ts'
import { EVERYBODY, LONGEST_SEARCH } from '../roster.ts'

const OFFERED = 20
const NUMBER = /^[A-Za-z0-9._-]+$/

/** At most 20 people in the reader's scope whom the search finds. An identity number finds nobody: it stands in no address. */
export async function suggestPeople(db: Db, actor: Actor, text: string): Promise<string[]> {
  const q = text.replaceAll('\0', '').trim()
  if (q === '' || q.length > LONGEST_SEARCH || looksLikeResidentId(q)) return []
  const { rows } = await listRoster(db, actor, { ...EVERYBODY, q, pageSize: OFFERED })
  return rows.map(({ name, staffNumber }) => `${name}（${staffNumber}）`)
}

/**
 * The staff number that a typed text means; null where it is nobody's, or several people's. What looks like a number is taken
 * for one: who acts on it looks whether there is such a person within reach, and says why not.
 */
export async function staffNumberOfText(db: Db, actor: Actor, text: string): Promise<string | null> {
  const typed = text.replaceAll('\0', '').trim()
  const number = /^.*[（(]([^（）()]+)[）)]$/.exec(typed)?.[1] ?? typed
  if (NUMBER.test(number)) return number
  if (typed === '' || typed.length > LONGEST_SEARCH) return null
  const { rows } = await listRoster(db, actor, { ...EVERYBODY, q: typed, pageSize: OFFERED })
  const [only, ...others] = rows.filter(({ name }) => name === typed)
  return only && others.length === 0 ? only.staffNumber : null
}
