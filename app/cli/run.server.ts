/** How every command runs: settings, database, answer, exit code. */
import { checkDatabase } from '#app/database-check.server.ts'
import { isDatabaseAway } from '#app/platform/database/away.server.ts'
import {
  type Database,
  DataDirectoryInUse,
  embeddedDatabase,
  openPGlite,
  serverDatabase,
  useDatabase,
} from '#app/platform/database/client.server.ts'
import { lockDataDirectory } from '#app/platform/database/embedded-lock.server.ts'
import { lacksTable } from '#app/platform/database/violation.server.ts'
import { SettingsError, settings } from '#app/platform/env.server.ts'
import type { MigrationTarget } from '#prisma/migrate.ts'
import { type CliWords, wordsFor } from './words.ts'

/** 0: done. 1: refused or failed. 2: wrong usage or wrong settings. */
export type ExitCode = 0 | 1 | 2

/** What a command answers: its words for people, and the same as data for `--json`. */
export type Answer = { exitCode: ExitCode; text: string; data: Record<string, unknown> }

/** An open database and what the migrations need to reach it. */
export type Opened = { database: Database; target: MigrationTarget }

/** The terminal's words: Chinese where its locale is Chinese, else English. */
export function terminalWords(): CliWords {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return wordsFor(LC_ALL || LC_MESSAGES || LANG || '')
}

/** Runs one command over the database and ends the process with its exit code; a known failure has no stack. */
export async function runCommand(json: boolean, command: (opened: Opened) => Promise<Answer>): Promise<void> {
  try {
    const opened = await open()
    useDatabase(opened.database)
    try {
      await checkDatabase(opened.database)
      answer(json, await command(opened))
    } finally {
      await opened.database.close()
    }
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    answer(json, failure)
  }
}

/** Prints an answer: done to standard output, refused to standard error. */
export function answer(json: boolean, { exitCode, text, data }: Answer): void {
  process.exitCode = exitCode
  if (json) process.stdout.write(`${JSON.stringify({ ok: exitCode === 0, ...data })}\n`)
  else if (exitCode === 0) process.stdout.write(`${text}\n`)
  else process.stderr.write(`${text}\n`)
}

/** Opens what the settings name, with the handle that migrations need. */
export async function open(): Promise<Opened> {
  const { DATABASE_URL, DATABASE_POOL, DATA_DIR } = settings()
  if (DATABASE_URL) {
    return {
      database: serverDatabase(DATABASE_URL, DATABASE_POOL),
      target: { connectionString: DATABASE_URL },
    }
  }
  const release = lockDataDirectory(DATA_DIR)
  try {
    const pglite = await openPGlite(`${DATA_DIR}/pgdata`)
    return { database: embeddedDatabase(pglite, release), target: { pglite } }
  } catch (error) {
    release()
    throw error
  }
}

/** A known failure in plain words; null for a defect. */
export function failureOf(error: unknown): Answer | null {
  const t = terminalWords()
  const failed = (exitCode: ExitCode, reason: string, text: string) => ({ exitCode, text, data: { reason } })
  if (error instanceof SettingsError) return failed(2, 'settings', error.message)
  if (error instanceof DataDirectoryInUse) return failed(1, 'in_use', error.message)
  if (isDatabaseAway(error)) return failed(1, 'away', t('cli.away'))
  if (lacksTable(error)) return failed(1, 'not_migrated', t('cli.notMigrated'))
  return null
}
