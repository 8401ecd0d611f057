/** What somebody of the staff sent to a call, whatever has become of it. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { SentState } from './calls.queries.server.ts'

export type OwnApplication = {
  id: string
  stage: string
  subject: string
  name: string
  plan: string
  state: SentState | 'withdrawn'
  version: number
}

export async function ownApplication(
  db: Db,
  personId: string,
  callId: string,
): Promise<OwnApplication | null> {
  const found = await db.studioApplication.findUnique({
    where: { callId_personId: { callId, personId } },
    select: { id: true, stage: true, subject: true, name: true, plan: true, state: true, version: true },
  })
  return found && { ...found, state: found.state as OwnApplication['state'] }
}
