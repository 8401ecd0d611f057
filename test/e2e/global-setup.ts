/** Before the browser tests: builds the application, loads a small demo into an embedded database, starts the server. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { today } from '#app/platform/clock.server.ts'
import { embeddedDatabase, openPGlite } from '#app/platform/database/client.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { seedDemo } from '#prisma/seed/seed.server.ts'
import { startApp } from '../harness/app-server.ts'
import { buildOnce } from '../harness/build.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the application under test listens, e.g. http://127.0.0.1:40123. */
    origin: string
  }
}

/** Enough for a county with two schools of a stage. */
const staffCount = 1500

async function loadDemo(directory: string): Promise<void> {
  const pglite = await openPGlite(path.join(directory, 'pgdata'))
  await migrate({ pglite })
  const database = embeddedDatabase(pglite)
  const seeded = await seedDemo(database, { staffCount, today: today() })
  await database.close()
  if (!seeded.ok) throw new Error(`the demo was refused: ${seeded.reason}`)
}

export default async function prepare(project: TestProject) {
  // The seed runs in this process, the server in its own: they share the key of the identity numbers.
  process.env.DATA_KEY = createHash('sha256').update('shizi browser tests').digest('base64')
  buildOnce()
  const directory = mkdtempSync(path.join(tmpdir(), 'shizi-e2e-'))
  await loadDemo(directory)
  const app = await startApp({ DATA_DIR: directory, DATA_KEY: process.env.DATA_KEY })
  project.provide('origin', app.origin)
  return async () => {
    await app.stop()
    rmSync(directory, { recursive: true, force: true })
    if (/"msg":"defect"/.test(app.output())) throw new Error(`the server logged a defect:\n${app.output()}`)
  }
}
