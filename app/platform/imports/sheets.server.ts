/** Sheets that go back to the sender: the rejected rows with why, and empty templates. */

import type { Writable } from 'node:stream'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Outcome } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { readFile } from '#app/platform/files/stored-file.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { appendErrorColumn } from '#app/platform/sheets/append-error-column.server.ts'
import type { SheetProblemCode } from '#app/platform/sheets/sheet.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import type { Profile, RowIssue } from './batch.ts'
import { reachBatch } from './reach.server.ts'
import { openingOf } from './reading.server.ts'
import { type Subject, subjectOf } from './subject.ts'
import { issueText } from './wizard.words.ts'

/**
 * Streams the sender's own sheet, only the rejected rows and those in conflict, with a last column that says why and
 * whose row it is.
 */
export async function rejectedSheet(
  db: Db,
  actor: Actor,
  batchId: string,
  locale: Locale,
  out: Writable,
): Promise<Outcome<{ rows: number }, 'not_found' | SheetProblemCode>> {
  const batch = await reachBatch(db, actor, batchId)
  const profile = batch?.profile as Profile | null | undefined
  if (!batch || !profile) return { ok: false, reason: 'not_found' }
  const t = translator(locale)
  const subject = await subjectOf(batch.subject)
  const written = await appendErrorColumn(
    {
      source: { bytes: await readFile(db, batch.fileId) },
      options: openingOf(subject, profile.options),
      errors: await errorsOf(db, subject, batchId, locale),
      errorHeading: t('import.error_heading'),
      sheetName: t('import.rejected_sheet'),
    },
    out,
  )
  if (written.ok) return written
  const { code, ...values } = written.problem
  return { ok: false, reason: code, values }
}

type Remark = Omit<RowIssue, 'value' | 'other'> & {
  row_number: number
  name: string
  value: string | null
  other: string | null
}

async function errorsOf(
  db: Db,
  subject: Subject,
  batchId: string,
  locale: Locale,
): Promise<[number, string][]> {
  const t = translator(locale)
  const remarks = await db.$queryRaw<Remark[]>`
    select r.row_number, r.name, i.code, i.level, i.field, i.value, i.other from ${sqlName(subject.table)} r
    join import_issue i on i.batch_id = r.batch_id and i.row_number = r.row_number
    where r.batch_id = ${batchId}::uuid and r.outcome in ('rejected', 'conflict') order by r.row_number, i.no`
  const byRow = new Map<number, { name: string; words: string[] }>()
  for (const { row_number, name, value, other, ...issue } of remarks) {
    const row = byRow.get(row_number) ?? { name, words: [] }
    row.words.push(issueText(subject, { ...issue, value: value ?? undefined, other: other ?? undefined }, t))
    byRow.set(row_number, row)
  }
  return [...byRow].map(([rowNumber, { name, words }]) => {
    const why = words.join(' ')
    return [rowNumber, name === '' ? why : t('import.error_of', { name, why })]
  })
}

/** Streams an empty sheet with the headings of a profile, and beside it one of the values that its coded columns take. */
export async function templateSheet(
  subject: Subject,
  profile: Profile,
  locale: Locale,
  out: Writable,
): Promise<void> {
  const t = translator(locale)
  const headings = Object.values(profile.mapping).filter((heading) => heading !== undefined)
  const codes = [
    { heading: t('import.template_column'), width: 20 },
    { heading: t('import.template_value'), width: 28 },
    { heading: t('import.template_code'), width: 24 },
    { heading: t('import.template_aliases'), width: 40 },
  ]
  const columns = headings.map((heading) => ({ heading, width: 16 }))
  const sheets = [
    { sheetName: t('import.template'), columns, rows: [] },
    { sheetName: t('import.template_codes'), columns: codes, rows: codeRows(subject, profile, locale) },
  ]
  await writeXlsx(sheets, out)
}

function* codeRows({ fields }: Subject, { mapping }: Profile, locale: Locale): Generator<string[]> {
  for (const [key, heading] of Object.entries(mapping)) {
    for (const { code, zh, en, aliases = [] } of fields[key]?.values ?? []) {
      yield [heading ?? '', locale === 'en' ? en : zh, code, aliases.join(' ')]
    }
  }
}
