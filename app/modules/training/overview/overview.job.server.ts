/** What time and the ledger do to outlooks: some people at each sweep, everybody once a day. */
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { keepSome } from './keep.server.ts'

export async function sweepOutlooks(): Promise<void> {
  await keepSome((await database()).db, today())
}
