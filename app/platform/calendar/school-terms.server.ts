/** The terms that are told. */
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { SchoolTerm } from './school-terms.ts'

/** Some twenty years. */
const MOST_TERMS = 40

/** The latest first. */
export async function schoolTerms(db: Db): Promise<(SchoolTerm & { source: string })[]> {
  const terms = await db.schoolTerm.findMany({ orderBy: { firstDay: 'desc' }, take: MOST_TERMS })
  return terms.map(({ firstDay, lastDay, season, ...one }) => ({
    ...{ ...one, season: season === 'spring' ? 'spring' : 'autumn' },
    ...{ firstDay: fromDbDate(firstDay), lastDay: fromDbDate(lastDay) },
  }))
}
