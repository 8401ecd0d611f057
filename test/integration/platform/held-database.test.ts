/** While the embedded database's one connection is held, a page says so within two seconds; everything else waits or goes on. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { safeHeaders, toldWhileHeld } from '#app/platform/http/guard.server.ts'
import { isDatabaseHeld, track } from '#app/platform/imports/progress.server.ts'
import { loader as ready } from '#app/routes/readyz.ts'
import { buildImportBatch } from '#test/factories/registry.ts'
import { test as withDatabase } from '#test/harness/db.ts'

let server: Server
let isHeld = true

beforeEach(() => {
  isHeld = true
  const app = express()
  app.use(safeHeaders({ development: false, publicUrl: undefined, uploads: new Map() }))
  app.use(toldWhileHeld(() => isHeld))
  app.all('*', (_request, response) => void response.send('the page'))
  server = app.listen(0)
})
afterEach(() => server.close())

const ask = (init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/staff`, init)
const asPage = { headers: { Accept: 'text/html', 'Accept-Language': 'zh-CN' } }

describe('while it is held', () => {
  test('a page says why there is none, and opens itself again', async () => {
    const began = performance.now()
    const answer = await ask(asPage)
    expect([answer.status, answer.headers.get('refresh'), answer.headers.get('retry-after')]).toEqual([
      503,
      '3',
      '3',
    ])
    expect(await answer.text()).toContain('正在写入导入的数据')
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('a page whose turn comes soon opens as ever', async () => {
    setTimeout(() => {
      isHeld = false
    }, 200)
    expect(await (await ask(asPage)).text()).toBe('the page')
  })

  test.each([
    ['what is posted', { ...asPage, method: 'POST', body: 'x=1' }],
    ['what is no page', {}],
  ])('%s goes on to where it waits', async (_, init) => {
    expect(await (await ask(init)).text()).toBe('the page')
  })
})

withDatabase(
  'a commit holds an embedded database, a check does not; it is ready all the while',
  async ({ db, database }) => {
    const { id } = await buildImportBatch(db)
    for (const state of ['checking', 'committing', 'undoing'] as const) {
      const tracker = await track(database, id, state, [])
      expect([state, isDatabaseHeld()]).toEqual([state, database.kind === 'embedded' && state !== 'checking'])
      expect((await ready()).status).toBe(200)
      await tracker.end()
    }
    expect(isDatabaseHeld()).toBe(false)
  },
)
