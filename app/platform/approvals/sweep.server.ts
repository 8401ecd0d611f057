/** The house looks after cases of approval itself, every half minute. */
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { advanceCases } from './advance.job.server.ts'

export async function sweepApprovals(): Promise<void> {
  const { db } = await database()
  await advanceCases(db, today())
}
