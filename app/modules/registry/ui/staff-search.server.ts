/** The search box of the staff list. What is typed is posted: an identity number never stands in an address. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { MessageKey } from '#app/platform/i18n/translate.ts'
import { lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import { checkResidentId, looksLikeResidentId } from '../resident-id.ts'
import { LONGEST_SEARCH, type RosterFilter } from '../roster.ts'
import { readableStaff } from '../roster-where.sql.server.ts'
import { staffAddress } from './staff-filter.server.ts'

/** `found` leads on: to the one person, or to the list. Otherwise what is wrong, or that there is nobody. */
export type SearchOutcome =
  | { found: true; href: string }
  | { found: false; reason: 'nobody' | 'invalid'; key: MessageKey }

/** Searches within the filter; an identity number by its hash, on the filter's day. */
export async function searchStaff(
  db: Db,
  actor: Actor,
  typed: string,
  filter: RosterFilter,
  day: PlainDate,
): Promise<SearchOutcome> {
  const text = typed.replaceAll('\0', '').trim()
  if (text.length > LONGEST_SEARCH)
    return { found: false, reason: 'invalid', key: 'registry.filter.too_long' }
  if (!looksLikeResidentId(text))
    return { found: true, href: staffAddress({ ...filter, q: text, cursor: null }) }
  const read = checkResidentId(text)
  if (!read.ok) return { found: false, reason: 'invalid', key: `registry.form.id_${read.reason}` }
  const personId = await personOfNumber(db, actor, read.number, day)
  if (!personId) return { found: false, reason: 'nobody', key: 'staff.id_not_found' }
  return { found: true, href: `/staff/${personId}${filter.asOf ? `?asOf=${filter.asOf}` : ''}` }
}

/** Whose number it is, where the actor may open the record on the day (as `findStaff` decides it). */
async function personOfNumber(db: Db, actor: Actor, number: string, day: PlainDate): Promise<string | null> {
  const readable = await readableStaff(db, actor)
  const [found] = await db.$queryRaw<{ personId: string }[]>`
    select e.person_id as "personId"
    from (select * from roster_entry
      where person_id = (select id from person where id_number_hash = ${lookUpHash(number)})
        and valid_to > ${day}::date
      order by valid_from limit 1) e
    where ${readable}`
  return found?.personId ?? null
}
