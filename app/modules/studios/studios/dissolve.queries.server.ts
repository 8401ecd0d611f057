/** What a studio still has ahead of it. */
import type { Db } from '#app/platform/database/client.server.ts'

/** Activities that are asked for or planned, and have not begun. */
export function activitiesAhead(db: Db, studioId: string) {
  return db.studioActivity.findMany({
    where: { studioId, state: { in: ['asked', 'planned'] }, startsAt: { gt: new Date() } },
    orderBy: { id: 'asc' },
  })
}
