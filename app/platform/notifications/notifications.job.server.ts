/** What time does to notifications. */
import { database } from '#app/platform/database/client.server.ts'
import { sweepDigests } from './digest.server.ts'

/** Each half minute: digests whose hour has come, and what is to be tried again. */
export async function sendDue(): Promise<void> {
  await sweepDigests((await database()).db)
}
