/** Applications in the order of their scores. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { scoreOf } from '#app/platform/judging/scoring.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import {
  type ApplicationRow,
  type CallRow,
  findApplication,
  listApplications,
} from './calls.queries.server.ts'

/** `mean`: hundredths of a point; null as long as scores are missing. */
export type RankedRow = { row: ApplicationRow; mean: number | null }

/** Those with the highest mean first; those whose scores are missing last, in the order of their schools. */
export async function rankedApplications(
  db: Db,
  actor: Actor,
  call: CallRow,
  today: PlainDate,
): Promise<RankedRow[]> {
  const rank = await rankingOf(db, call, today)
  const ranked = (await listApplications(db, actor, call.id)).map(rank)
  return ranked.sort((one, other) => (other.mean ?? -1) - (one.mean ?? -1))
}

/** One of those; null when it is not there or not the reader's to see. */
export async function findRanked(
  db: Db,
  actor: Actor,
  call: CallRow,
  id: string,
  today: PlainDate,
): Promise<RankedRow | null> {
  const row = await findApplication(db, actor, call.id, id)
  return row && (await rankingOf(db, call, today))(row)
}

async function rankingOf(
  db: Db,
  { orgId }: CallRow,
  today: PlainDate,
): Promise<(row: ApplicationRow) => RankedRow> {
  const policies = await policiesAt(db, orgId, today)
  const least = policies.use('studios.experts_least').value
  const trim = policies.use('studios.trim_each_side').value
  return (row) => {
    const scored = scoreOf(row.points, least, trim)
    return { row, mean: scored.state === 'scored' ? scored.mean : null }
  }
}

/** Points as people read them, out of a hundred. */
export const pointsText = (hundredths: number) => (hundredths / 100).toFixed(2)

export function rankedText({ row, mean }: RankedRow, words: Words): string {
  return words.t('call.ranked', {
    ...{ name: row.name, school: row.schoolName, studio: row.studioName },
    points: mean === null ? '' : pointsText(mean),
    experts: row.points.length,
  })
}
