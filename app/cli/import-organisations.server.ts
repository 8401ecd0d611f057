/** `import organisations`: a list of organisations checked and written whole, with the rows that stand in the way. */
import { statSync } from 'node:fs'
import {
  checkOrganisations,
  importOrganisations,
  readOrganisationSheet,
} from '#app/modules/registry/organisation-import/import.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { Answer } from './run.server.ts'
import type { CliWords } from './words.ts'

const AUTHOR = { accountId: null, displayName: 'shizi import' }
const SHOWN_ROWS = 50

export async function importOrganisationFile(
  t: CliWords,
  db: PrismaClient,
  file: string,
  dryRun: boolean,
): Promise<Answer> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return { exitCode: 2, text: t('cli.import.file_not_found'), data: { reason: 'file_not_found' } }
  }
  const sheet = await readOrganisationSheet({ path: file })
  if (!sheet.ok) {
    const reason = sheet.problem.code
    return { exitCode: 1, text: t('cli.import.refused', { reason }), data: { reason } }
  }
  const name = file.split(/[/\\]/).at(-1) ?? file
  const { ok, plan } = dryRun
    ? { ok: true, plan: null }
    : await importOrganisations(db, null, AUTHOR, { name, ...sheet })
  const { counts, rows } = plan ?? (await checkOrganisations(db, null, sheet.rows))
  const rejected = rows
    .filter(({ outcome }) => outcome === 'rejected')
    .map(({ draft, issues }) => ({
      row: draft.rowNumber,
      code: draft.code,
      name: draft.name,
      why: issues.join(', '),
    }))
  const lines = [
    t('cli.import.organisations', { rows: rows.length, ...counts }),
    ...rejected.slice(0, SHOWN_ROWS).map((row) => t('cli.import.organisation_row', row)),
  ]
  if (!ok) lines.push(t('cli.import.refused', { reason: 'rejected' }))
  else if (dryRun) lines.push(t('cli.import.checked'))
  else lines.push(t(counts.new + counts.changed === 0 ? 'cli.import.nothing' : 'cli.import.committed'))
  const isRight = ok && rejected.length === 0
  return { exitCode: isRight ? 0 : 1, text: lines.join('\n'), data: { counts, rejected } }
}
