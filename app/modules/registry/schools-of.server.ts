/** Where somebody belongs. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'

/** Where somebody has a post on the day, of work or of establishment. */
export async function schoolsOf(db: Db, personId: string | null, today: PlainDate): Promise<string[]> {
  if (!personId) return []
  const rows = await db.$queryRaw<{ id: string | null }[]>`
    select unnest(array[work_org_id, establishment_org_id]) as id from appointment
    where person_id = ${personId}::uuid and valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)`
  return rows.flatMap(({ id }) => id ?? [])
}
