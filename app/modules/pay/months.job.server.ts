/** Looks again at the months of people whose roster was written since: some thousands at a time, so that nobody waits long. */
import { type Db, database } from '#app/platform/database/client.server.ts'

const PEOPLE_A_ROUND = 1_000
const LONG = { timeout: 120_000 }

export async function sweepPayMonths(): Promise<void> {
  const { db } = await database()
  while (await db.$transaction((tx) => keepStale(tx), LONG)) {
    // The next of them.
  }
}

/** Answers whether more are left. */
async function keepStale(tx: Db): Promise<boolean> {
  const stale = await tx.$queryRaw<{ personId: string }[]>`
    delete from pay_stale where person_id in (
      select person_id from pay_stale order by person_id limit ${PEOPLE_A_ROUND} for update skip locked)
    returning person_id as "personId"`
  if (stale.length === 0) return false
  await tx.$executeRaw`
    select pay_keep(array_agg(person_id), array_agg(year), array_agg(month)) from pay_month
    where person_id = any(${stale.map(({ personId }) => personId)}::uuid[])`
  return stale.length === PEOPLE_A_ROUND
}
