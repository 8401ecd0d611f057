/** Something is broken for good: readers get words and a reference, the log the rest; neither shows the program's inside. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPGlite } from '#app/platform/database/client.server.ts'
import { type RunningApp, startApp } from '#test/harness/app-server.ts'
import { makeHome, type ServerHome } from './home.ts'

let home: ServerHome
let app: RunningApp

/** NODE_ENV unset, as on a machine where nobody thought of it; a table that every list needs is gone. */
beforeAll(async () => {
  home = await makeHome()
  const pglite = await openPGlite(path.join(home.directory, 'pgdata'))
  await pglite.exec('alter table roster_entry rename to elsewhere')
  await pglite.close()
  app = await startApp({ ...home.env, NODE_ENV: '' })
})
afterAll(async () => {
  await app?.stop()
  home?.clear()
})

const inside = /roster_entry|select |prisma|node_modules|\.server\.|\/app\/|\n +at |stack/i

test.each(['/staff', '/staff.data', '/staff/export.xlsx'])(
  '%s shows nothing of the inside',
  async (address) => {
    const answer = await fetch(`${app.origin}${address}`, { headers: { Cookie: home.cookie } })
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text.replace(/<script\b[\s\S]*?<\/script>|<link[^>]*>/g, '')).not.toMatch(inside)
    expect(text).not.toMatch(/42P01|does not exist/)
  },
)

test('the page and the log share a reference; the log says what broke and where', async () => {
  const page = await fetch(`${app.origin}/staff`, {
    headers: { Cookie: home.cookie, 'Accept-Language': 'zh-CN' },
  })
  const reference = /编号[^0-9a-f]*([0-9a-f]{8})/.exec(await page.text())?.[1] ?? 'none'
  const lines = app.output().split('\n')
  const line = lines.find((one) => one.includes(reference) && one.includes('"msg":"defect"')) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({
    error: { code: '42P01', at: expect.arrayContaining([expect.stringContaining('/')]) },
  })
})

test('other pages go on', async () => {
  expect((await fetch(`${app.origin}/me`, { headers: { Cookie: home.cookie } })).status).toBe(200)
})
