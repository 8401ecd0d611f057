/** A directory with a migrated embedded database, one account and one person in it, for servers that tests start. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { embeddedDatabase, openPGlite, useDatabase } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { settings } from '#app/platform/env.server.ts'
import { buildAccount, buildCounty, buildPerson } from '#test/factories/registry.ts'
import { signedIn } from '#test/harness/request.ts'
import { embeddedTemplate } from '#test/harness/template.ts'

export type ServerHome = {
  directory: string
  env: Record<string, string>
  /** The Cookie header of somebody who runs the county's registry. */
  cookie: string
  /** Their name; the password is every test account's. */
  username: string
  /** The county. */
  organisationId: string
  clear(): void
}

/** A home of its own for one test file; `furnish` puts more into it before the server has it. */
export async function makeHome(
  furnish?: (db: PrismaClient, countyId: string) => Promise<void>,
): Promise<ServerHome> {
  const directory = mkdtempSync(path.join(tmpdir(), 'shizi-server-'))
  const template = await embeddedTemplate()
  const files = new Blob([readFileSync(template.file)])
  const pglite = await openPGlite(path.join(directory, 'pgdata'), files)
  const database = embeddedDatabase(pglite)
  useDatabase(database)
  const county = await buildCounty(database.db)
  const account = await buildAccount(database.db, { organisationId: county.id, grants: ['registrar'] })
  await buildPerson(database.db)
  const { Cookie: cookie } = await signedIn(account.id)
  await furnish?.(database.db, county.id)
  await database.close()
  return {
    directory,
    env: { DATA_DIR: directory, DATA_KEY: settings().dataKey.toString('base64') },
    cookie,
    username: account.username,
    organisationId: county.id,
    clear: () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }),
  }
}
