/** Public notices 公示: begun when a case has passed its steps, replaced when its content changes, ended when their days are over. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import type { LockedCase, Place } from './case-facts.server.ts'

/** Puts up a notice of each case; one that is up already gives way to it, and its days begin anew. */
export async function beginNotices(
  tx: Db,
  cases: readonly LockedCase[],
  today: PlainDate,
  lastDayAt: (place: Place) => PlainDate,
): Promise<void> {
  const where = { caseId: { in: cases.map(({ id }) => id) } }
  await tx.publicNotice.updateMany({ where: { ...where, state: 'running' }, data: { state: 'replaced' } })
  const before = await tx.publicNotice.groupBy({ by: ['caseId'], where, _count: true })
  const numbers = new Map(before.map(({ caseId, _count }) => [caseId, _count]))
  for (const { id, title, contentHash, process, subject, place } of cases) {
    const rows = (await process.notice?.(tx, subject)) ?? []
    await tx.publicNotice.create({
      data: {
        ...{ id: newId(), caseId: id, number: (numbers.get(id) ?? 0) + 1, title, rows, contentHash },
        ...{ firstDay: toDbDate(today), lastDay: toDbDate(lastDayAt(place)) },
      },
    })
  }
}

/** Takes down the running notices of cases that went another way. */
export async function endNotices(
  tx: Db,
  caseIds: readonly string[],
  state: 'ended' | 'replaced',
): Promise<void> {
  await tx.publicNotice.updateMany({
    where: { caseId: { in: [...caseIds] }, state: 'running' },
    data: { state },
  })
}
