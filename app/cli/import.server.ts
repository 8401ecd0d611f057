/** `import <subject>`: the importer run to its end, and its report in words. */
import { statSync } from 'node:fs'
import '#app/composition/register.server.ts'
import { type ImportCommand, type ImportReport, runImportCommand } from '#app/platform/imports/cli.server.ts'
import { subjectOf } from '#app/platform/imports/subject.ts'
import type { Answer } from './run.server.ts'
import type { CliWords } from './words.ts'

/** Runs the import; a file that is not there is wrong usage. */
export async function importFile(t: CliWords, command: ImportCommand): Promise<Answer> {
  if (!statSync(command.file, { throwIfNoEntry: false })?.isFile()) {
    return { exitCode: 2, text: t('cli.import.file_not_found'), data: { reason: 'file_not_found' } }
  }
  const { exitCode, report } = await runImportCommand(command)
  return { exitCode, text: await wordsOf(t, command, report), data: report }
}

async function wordsOf(t: CliWords, command: ImportCommand, report: ImportReport): Promise<string> {
  const { ok, reason, state, counts, rejected } = report
  if (reason === 'profile_unknown') {
    const { profiles } = await subjectOf(command.subject)
    return t('cli.import.profile_unknown', { profiles: profiles.map((one) => one.key).join(', ') })
  }
  if (reason === 'as_of_not_a_date' || reason === 'organisation_not_found') return t(`cli.import.${reason}`)
  const lines = counts.rows > 0 ? [t('cli.import.counts', counts)] : []
  lines.push(...rejected.map((row) => t('cli.import.row', row)))
  if (!ok) lines.push(t('cli.import.refused', { reason: reason ?? state ?? '' }))
  else if (reason === 'nothing_to_do') lines.push(t('cli.import.nothing'))
  else lines.push(t(command.dryRun ? 'cli.import.checked' : 'cli.import.committed'))
  return lines.join('\n')
}
