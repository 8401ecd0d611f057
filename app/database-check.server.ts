/** What a wrong DATABASE_URL or DATA_KEY would do quietly, found at start: nothing runs on the wrong place or key. */
import { isSealedWithAnotherKey } from '#app/modules/registry/index.server.ts'
import { isDatabaseAway } from '#app/platform/database/away.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { SettingsError } from '#app/platform/env.server.ts'

/** SQLSTATE of a server that is there and refuses: no such user or password, not from here, no such database. */
const refusals = new Set(['28000', '28P01', '3D000'])

/**
 * Throws SettingsError when the server refuses what DATABASE_URL says, or when DATA_KEY does not open the numbers in the
 * database. A server that is away is nobody's wrong setting: then nothing is known, and nothing is thrown.
 */
export async function checkDatabase({ db, executeSql }: Database): Promise<void> {
  try {
    await executeSql('select 1')
    if (!(await isSealedWithAnotherKey(db))) return
  } catch (error) {
    if (isDatabaseAway(error)) return
    const { code, message } = error as { code?: unknown; message: string }
    if (typeof code === 'string' && refusals.has(code)) throw new SettingsError([`DATABASE_URL: ${message}`])
    throw error
  }
  throw new SettingsError([
    'DATA_KEY: not the key that the identity numbers in this database were sealed with',
  ])
}
