/** Workbooks of the import pages, streamed to the browser. */
import type { Writable } from 'node:stream'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { listBatches } from './batch.queries.server.ts'
import type { BatchView } from './batch.ts'
import { subjectEntry } from './subject.ts'

/** All batches the actor may see, newest first, one row each. */
export async function batchesSheet(db: Db, actor: Actor, locale: Locale, out: Writable) {
  const t = translator(locale)
  const number = { kind: 'number' as const, width: 10 }
  return writeXlsx(
    {
      sheetName: t('imports.title'),
      columns: [
        { heading: t('imports.file'), width: 32 },
        { heading: t('imports.subject') },
        { heading: t('imports.state') },
        { heading: t('imports.organisation_short'), width: 24 },
        { heading: t('imports.as_of_short'), kind: 'date', width: 12 },
        { heading: t('imports.rows'), ...number },
        { heading: t('imports.fate_new'), ...number },
        { heading: t('imports.fate_changed'), ...number },
        { heading: t('imports.fate_unchanged'), ...number },
        { heading: t('imports.fate_left'), ...number },
        { heading: t('imports.fate_conflict'), ...number },
        { heading: t('imports.fate_rejected'), ...number },
        { heading: t('imports.uploaded_by') },
        { heading: t('imports.uploaded_at'), width: 18 },
      ],
      rows: rowsOf(),
    },
    out,
  )

  async function* rowsOf() {
    for await (const batch of everyBatch(db, actor)) {
      const { counts } = batch
      yield [
        batch.fileName,
        t(subjectEntry(batch.subject).title),
        t(`imports.state_${batch.state}`),
        batch.organisationName,
        batch.asOf,
        counts.rows,
        counts.new,
        counts.changed,
        counts.unchanged,
        counts.left,
        counts.conflict,
        counts.rejected,
        batch.createdByName,
        formatMoment(batch.createdAt),
      ]
    }
  }
}

async function* everyBatch(db: Db, actor: Actor): AsyncGenerator<BatchView> {
  let before: string | undefined
  do {
    const page = await listBatches(db, actor, { before })
    yield* page.items
    before = page.next ?? undefined
  } while (before !== undefined)
}
