/** A world of its own for a browser test that lasts months: the server is started again on each day on which something is to be done. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '#app/platform/access/roles.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { embeddedDatabase, openPGlite } from '#app/platform/database/client.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { DEMO_PASSWORD } from '#prisma/seed/accounts.ts'
import { buildAccount } from '#test/factories/registry.ts'
import { type RunningApp, startApp } from '../harness/app-server.ts'
import { settled, type Viewport, type Visitor } from './harness.ts'

const clock = pathToFileURL(path.resolve(import.meta.dirname, '../harness/clock.mjs')).href

type Open = (viewport: Viewport, visitor?: Visitor) => Promise<Page>

/** `build` makes the world, before the file's tests; what is made for a test is taken away after them. */
export function datedWorld(name: string, build: (db: Db) => Promise<void>) {
  const directory = mkdtempSync(path.join(tmpdir(), `shizi-${name}-`))
  let app: RunningApp | undefined
  /** Pages of the day: they are closed before their server is. */
  const opened: Page[] = []

  beforeAll(async () => {
    const pglite = await openPGlite(path.join(directory, 'pgdata'))
    await migrate({ pglite })
    const database = embeddedDatabase(pglite)
    await build(database.db)
    await database.close()
  })
  afterAll(async () => {
    await app?.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  return {
    /** Starts the server again on a day; what time does by itself is done when it is ready. */
    async on(day: string): Promise<void> {
      for (const page of opened.splice(0)) await page.close()
      await app?.stop()
      app = await startApp({
        ...{ DATA_DIR: directory, DATA_KEY: process.env.DATA_KEY ?? '' },
        ...{ NODE_OPTIONS: `--import=${clock}`, SHIZI_TEST_NOW: `${day}T09:00:00+08:00` },
      })
    },
    /** Opens pages for somebody who is signed in, or for nobody. */
    visitorsOf(open: Open) {
      return async (as?: string, viewport: Viewport = 'desktop') => {
        const page = await open(viewport, { ...(as && { as }), origin: app?.origin ?? '' })
        opened.push(page)
        return page
      }
    },
    /** Whether a request failed for a reason that nobody foresaw. */
    hasDefect: () => /"msg":"defect"/.test(app?.output() ?? ''),
  }
}

/** An account that can sign in. */
export function accountsOf(db: Db) {
  return (username: string, organisationId: string, role?: Role, personId?: string) =>
    buildAccount(db, {
      ...{ username, organisationId, personId, password: DEMO_PASSWORD },
      grants: role ? [role] : [],
    })
}

export const main = (page: Page) => page.locator('main')
export const pathOf = (page: Page) => new URL(page.url()).pathname

/** Presses a button of the page's own. */
export async function send(page: Page, name: string): Promise<void> {
  await main(page).getByRole('button', { name, exact: true }).click()
  await page.waitForLoadState()
  await settled(page)
}
