/** kill -9 in the middle of a commit or an undo: afterwards all of it is there or nothing, and the batch says which. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test as plainTest } from 'vitest'
import { embeddedDatabase, openPGlite } from '#app/platform/database/client.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { serverAddress, testOnServer } from '#test/harness/db.ts'
import { killImports } from '#test/harness/import-kills.ts'

/** The bench kills twenty of each (`npm run bench -- --only kills`). */
const ROUNDS = 2
const sums = (kills: Awaited<ReturnType<typeof killImports>>) =>
  Object.values(kills).map(({ whole, nothing }) => whole + nothing)

describe('a killed commit and a killed undo', () => {
  plainTest('on an embedded directory', { timeout: 180_000 }, async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'shizi-killed-'))
    const kills = await killImports(
      {
        env: { DATA_DIR: directory, DATABASE_URL: '' },
        async open() {
          const pglite = await openPGlite(`${directory}/pgdata`)
          await migrate({ pglite })
          return embeddedDatabase(pglite)
        },
        close: (opened) => opened.close(),
      },
      ROUNDS,
    )
    expect(sums(kills)).toEqual([ROUNDS, ROUNDS])
  })

  testOnServer('on a server', { timeout: 180_000 }, async ({ database }) => {
    const address = (await serverAddress()) ?? ''
    const kills = await killImports(
      { env: { DATABASE_URL: address }, open: async () => database, close: async () => {} },
      ROUNDS,
    )
    expect(sums(kills)).toEqual([ROUNDS, ROUNDS])
  })
})
