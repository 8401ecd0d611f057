/** A proposed visit is taken when its studio schedules an activity for it. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'

export type Taken = { proposedId: string; studioId: string; activityId: string; hostId: string }

/** At the school that was proposed, or at another. False where it no longer waits for the studio. */
export async function takeProposed(
  tx: Db,
  { proposedId: id, studioId, activityId, hostId }: Taken,
): Promise<boolean> {
  await tx.$queryRaw`select id from studio_proposed_visit where id = ${id}::uuid for update`
  const where = { id, studioId, state: 'proposed', proposal: { state: 'sent' } }
  const visit = await tx.studioProposedVisit.findFirst({ where })
  if (!visit) return false
  const moved: Prisma.StudioProposedVisitUncheckedUpdateInput =
    hostId === visit.schoolId
      ? {}
      : { schoolId: hostId, movedFromId: visit.movedFromId ?? visit.schoolId, km: null }
  await tx.studioProposedVisit.update({
    where: { id },
    data: { ...moved, state: 'accepted', activityId, version: { increment: 1 } },
  })
  return true
}
