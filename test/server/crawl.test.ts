/** Every page of the running server in every role and language: whole text, kept by no cache, a way on where it is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms } from '#app/composition/register.server.ts'
import { locales } from '#app/platform/i18n/locale.ts'
import { type RunningApp, startApp } from '#test/harness/app-server.ts'
import { findRoutes } from '#test/routes/routes.ts'
import { type Asker, addressIn, askers, buildWorld, headersOf, type World } from '#test/routes/world.ts'
import { makeHome, type ServerHome } from './home.ts'

let home: ServerHome
let app: RunningApp
let world: World
const cookies = new Map<Asker, Record<string, string>>()

beforeAll(async () => {
  home = await makeHome(async (db) => {
    world = await buildWorld(db)
    for (const asker of askers) cookies.set(asker, await headersOf(db, asker, world.countyId))
  })
  app = await startApp(home.env)
})
afterAll(async () => {
  await app?.stop()
  home?.clear()
})

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

function ask(address: string, asker: Asker, headers: Record<string, string> = {}): Promise<Response> {
  const cookie = cookies.get(asker)
  return fetch(`${app.origin}${address}`, { redirect: 'manual', headers: { ...cookie, ...headers } })
}

const isText = (answer: Response) => /text|json|x-script/.test(answer.headers.get('content-type') ?? '')

/** What is wrong with an answer's bytes. */
async function faultsOf(answer: Response): Promise<string[]> {
  const body = Buffer.from(await answer.arrayBuffer())
  if (!isText(answer)) return []
  const text = body.toString('utf8')
  const length = answer.headers.get('content-length')
  return [
    text.includes('\u0000') ? 'holds U+0000' : '',
    text.includes('\ufffd') ? 'holds U+FFFD' : '',
    length !== null && Number(length) !== body.length && !answer.headers.get('content-encoding')
      ? 'says another length'
      : '',
  ].filter(Boolean)
}

describe('every GET route', async () => {
  const routes = (await findRoutes()).filter(({ loader, id }) => loader && id !== 'root')

  test.for(routes)('$path ($id), asked by everybody', { timeout: 60_000 }, async (route) => {
    const address = addressIn(route, world)
    for (const asker of askers) {
      for (const locale of locales) {
        const answer = await ask(address, asker, { Accept: browser, 'Accept-Language': locale })
        const { status, headers } = answer
        const found = { asker, locale, status: status >= 500 ? status : 0, faults: await faultsOf(answer) }
        expect(found).toEqual({ asker, locale, status: 0, faults: [] })
        expect(headers.get('cache-control')).toBe('no-store')
        if (status >= 400) expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      }
      if (!route.hasPage) continue
      const data = await ask(`${address === '/' ? '/_root' : address}.data`, asker)
      expect([asker, data.headers.get('cache-control'), await faultsOf(data)]).toEqual([
        ...[asker, 'no-store', []],
      ])
    }
  })
})

describe('a refusal', () => {
  const ways = ['/exchange', '/policy', '/staff/export.xlsx', '/imports/export.xlsx', '/staff/not-an-id']

  test.each(ways)('of %s is a page with a way on to a browser', async (address) => {
    const answer = await ask(address, 'no role', { Accept: browser, 'Accept-Language': 'zh-CN' })
    const page = await answer.text()
    expect([403, 404]).toContain(answer.status)
    expect(page).toMatch(/<h1[^>]*>(您没有这项权限|没有找到这一页)<\/h1>/)
    expect(page).toMatch(/<a [^>]*href="\/"/)
    expect(page).toMatch(/<link rel="stylesheet" href="\/assets\/[^"]+\.css"/)
    expect(page).toContain('<html lang="zh-CN">')
  })

  test('of a file is text to whoever asked for a file, and JSON where data was asked for', async () => {
    const file = await ask('/staff/export.xlsx', 'no role', { Accept: '*/*' })
    expect([file.status, file.headers.get('content-type')]).toEqual([403, 'text/plain; charset=utf-8'])
    const progress = await ask(`/imports/${world.params.batchId}/progress.json`, 'no role', { Accept: '*/*' })
    expect(progress.status).toBe(404)
    expect(await progress.json()).toMatchObject({ code: 'not_found' })
  })

  test('because nobody is signed in leads a browser to the sign-in page, and tells a program 401', async () => {
    const page = await ask('/staff/export.xlsx', 'stranger', { Accept: browser })
    expect([page.status, page.headers.get('location')]).toEqual([302, '/login?to=%2Fstaff%2Fexport.xlsx'])
    const file = await ask('/staff/export.xlsx', 'stranger', { Accept: '*/*' })
    expect([file.status, file.headers.get('location')]).toEqual([401, null])
  })

  test('before any route is asked is a page too', async () => {
    const headers = { Accept: browser, Origin: 'https://elsewhere.test', 'Accept-Language': 'en' }
    const answer = await fetch(`${app.origin}/login`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(),
    })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('This came from another site')
  })
})

test('static files keep how long they may be kept', async () => {
  const icon = await ask('/favicon.svg', 'stranger')
  expect(icon.headers.get('cache-control')).toBe('public, max-age=3600')
})

/** Where a list is empty in this world unless more is asked for. */
const asked: Record<string, string> = { due: '?outcome=all' }

describe('every list', () => {
  const lists = rooms().flatMap(({ lists = [] }) => lists.map(({ list }) => list))

  test.each(lists)(
    '$key: its document has the rows drawn, and no second time as data',
    async ({ key, path }) => {
      const answers = await Promise.all(
        askers.map((asker) =>
          ask(`${path}${asked[key] ?? ''}`, asker, { Accept: browser, 'Accept-Language': 'zh-CN' }),
        ),
      )
      const at = answers.findIndex(({ status }) => status === 200)
      const document = await answers[at]?.text()
      expect(document).toMatch(/<tbody[^>]*><tr/)
      expect(document).not.toContain('\\"rows\\"')
      const data = await ask(`${path}.data${asked[key] ?? ''}`, askers[at] ?? 'stranger')
      expect(await data.text()).toContain('"rows"')
    },
  )
})
