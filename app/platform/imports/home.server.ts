/** What the home page shows of imports, in the reader's language. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'
import { subjectsFor } from './subject.ts'

/** What waits for this reader among imports, the most pressing first. */
export async function importTasks({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  const { unfinished, ready, rejected, rejectedBatchId } = await importsWaiting(db, actor, day)
  const tasks: HomeTask[] = []
  const waiting = (ids: readonly string[], key: 'home.imports_waiting' | 'home.imports_unfinished') => {
    if (ids.length === 0) return
    const href = ids.length === 1 ? `/imports/${ids[0]}` : `/imports#${key}`
    const count = ids.length
    tasks.push({
      href,
      figure: formatNumber(count, locale),
      title: t(key, { count }),
      note: t(`${key}_note`),
    })
  }
  waiting(ready, 'home.imports_waiting')
  waiting(unfinished, 'home.imports_unfinished')
  if (rejectedBatchId) {
    const figure = formatNumber(rejected, locale)
    const href = `/imports/${rejectedBatchId}`
    tasks.push({
      href,
      figure,
      title: t('home.imports_rejected', { count: rejected }),
      note: t('home.imports_rejected_note'),
    })
  }
  return tasks
}

/** Where a batch stands still until somebody goes on: its columns to be named, or its rows to be confirmed. */
const unfinished = ['uploaded', 'mapped']
const ready = 'ready'
const done = 'committed'
const recentDays = 30

/** Imports of the reader's scope that wait for somebody to go on, and rows that recent ones rejected. */
async function importsWaiting(db: Db, actor: Actor, day: PlainDate) {
  const reached = subjectsFor(actor).map(({ name, action }) => ({
    subject: name,
    organisation: { lineage: { hasSome: scopeOf(actor, action) } },
  }))
  if (reached.length === 0) return { unfinished: [], ready: [], rejected: 0, rejectedBatchId: null }
  const batches = await db.importBatch.findMany({
    where: {
      OR: reached,
      state: { in: [...unfinished, ready, done] },
      createdAt: { gte: new Date(addDays(day, -recentDays)) },
    },
    select: { id: true, state: true, counts: true },
    orderBy: { createdAt: 'desc' },
    take: 50,
  })
  const rejecting = batches.filter((batch) => batch.state === done && rejectedOf(batch.counts) > 0)
  return {
    unfinished: batches.filter((batch) => unfinished.includes(batch.state)).map((batch) => batch.id),
    ready: batches.filter((batch) => batch.state === ready).map((batch) => batch.id),
    rejected: rejecting.reduce((sum, batch) => sum + rejectedOf(batch.counts), 0),
    rejectedBatchId: rejecting[0]?.id ?? null,
  }
}

function rejectedOf(counts: Prisma.JsonValue): number {
  const isCounts = counts !== null && typeof counts === 'object' && !Array.isArray(counts)
  return isCounts && typeof counts.rejected === 'number' ? counts.rejected : 0
}
