/** `import staff`: the import engine run to its end, and its report in words. */
import { statSync } from 'node:fs'
import {
  type ImportCommand,
  type ImportReport,
  runImportCommand,
} from '#app/modules/registry/import/cli.server.ts'
import { builtInProfiles } from '#app/modules/registry/import/profiles/index.ts'
import type { Answer } from './run.server.ts'
import type { CliWords } from './words.ts'

/** Runs the import; a file that is not there is wrong usage. */
export async function importStaff(t: CliWords, command: ImportCommand): Promise<Answer> {
  if (!statSync(command.file, { throwIfNoEntry: false })?.isFile()) {
    return { exitCode: 2, text: t('cli.import.file_not_found'), data: { reason: 'file_not_found' } }
  }
  const { exitCode, report } = await runImportCommand(command)
  return { exitCode, text: wordsOf(t, report, command.dryRun === true), data: report }
}

function wordsOf(t: CliWords, report: ImportReport, dryRun: boolean): string {
  const { ok, reason, state, counts } = report
  if (reason === 'profile_unknown') {
    return t('cli.import.profile_unknown', { profiles: builtInProfiles.map((one) => one.key).join(', ') })
  }
  if (reason === 'as_of_not_a_date' || reason === 'organisation_not_found') return t(`cli.import.${reason}`)
  const lines = counts.rows > 0 ? [t('cli.import.counts', counts)] : []
  if (!ok) lines.push(t('cli.import.refused', { reason: reason ?? state ?? '' }))
  else if (reason === 'nothing_to_do') lines.push(t('cli.import.nothing'))
  else lines.push(t(dryRun ? 'cli.import.checked' : 'cli.import.committed'))
  return lines.join('\n')
}
