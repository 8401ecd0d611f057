/** A studio to somebody who belongs to it. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { StudioOf } from '../activities/activity.form.server.ts'
import { type OwnStudioRow, studiosOf } from './studios.queries.server.ts'

export type OwnStudio = OwnStudioRow & StudioOf

/** Null where the person does not belong to it, and never did. */
export async function findOwnStudio(
  db: Db,
  personId: string,
  studioId: string,
  day: PlainDate,
): Promise<OwnStudio | null> {
  const found = (await studiosOf(db, personId, day)).find(({ id }) => id === studioId)
  if (!found) return null
  const school = await db.organisation.findUniqueOrThrow({
    where: { id: found.schoolId },
    select: { id: true, name: true, code: true },
  })
  return { ...found, school }
}
