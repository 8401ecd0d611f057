/** What every answer of the running server carries, and what it refuses before a page sees it. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningApp, startApp } from '#test/harness/app-server.ts'
import { makeHome, type ServerHome } from './home.ts'

let home: ServerHome
let app: RunningApp

beforeAll(async () => {
  home = await makeHome()
  app = await startApp(home.env)
})
afterAll(async () => {
  await app?.stop()
  home?.clear()
})

function ask(path: string, given: RequestInit = {}): Promise<Response> {
  return fetch(`${app.origin}${path}`, { redirect: 'manual', ...given })
}

function post(path: string, headers: Record<string, string>, body = 'username=a&password=b') {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return ask(path, { method: 'POST', headers: { ...type, ...headers }, body })
}

/** As a client may write it that is no browser: nothing in the address is put right on the way. */
function askRaw(path: string, headers: Record<string, string> = {}): Promise<number> {
  const { hostname, port } = new URL(app.origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.once('error', reject)
    sent.end()
  })
}

function saySomething(text: string): Promise<string> {
  const { hostname, port } = new URL(app.origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let heard = ''
    socket.on('data', (piece) => (heard += String(piece)))
    socket.once('end', () => resolve(heard))
    socket.once('error', reject)
  })
}

describe('every answer', () => {
  test.each([
    ['a page', '/login', 200],
    ['a page that is not there', '/no/such/page', 404],
    ['a redirect', '/staff', 302],
    ['a download without the right', '/staff/export.xlsx', 401],
    ['a file', '/favicon.svg', 200],
    ['a check of health', '/healthz', 200],
  ])('%s keeps others from framing, sniffing and scripting it', async (_what, path, status) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'(;|$)/)
    expect(policy).not.toContain('unsafe')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    })
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('strict-transport-security')).toBeNull()
  })

  test('its scripts carry the nonce of their own answer, never of another', async () => {
    const nonces = await Promise.all(
      ['/login', '/login'].map(async (path) => {
        const answer = await ask(path)
        const html = await answer.text()
        const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
        const scripts = html.match(/<script\b[^>]*>/g) ?? []
        expect(scripts.length).toBeGreaterThan(0)
        for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
        expect(html).not.toMatch(/\son\w+=|style="/)
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(2)
  })

  test('pages about people are kept by no cache', async () => {
    const answer = await ask('/staff', { headers: { Cookie: home.cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('a write', () => {
  test.each([
    ['that names no origin', {}],
    ['from another site', { Origin: 'https://elsewhere.test' }],
    ['from a page without one', { Origin: 'null' }],
    ['whose browser says that it crosses sites', { 'Sec-Fetch-Site': 'cross-site' }],
  ] as [string, Record<string, string>][])('%s is refused', async (_what, headers) => {
    for (const path of ['/login', '/logout', '/language', '/staff/new', '/accounts/new']) {
      const answer = await post(path, { Cookie: home.cookie, ...headers })
      expect([path, answer.status]).toEqual([path, 403])
    }
    expect((await ask('/staff', { headers: { Cookie: home.cookie } })).status).toBe(200)
  })

  test('from our own pages reaches its page', async () => {
    expect((await post('/login', { Origin: app.origin })).status).toBe(422)
  })

  test('larger than a form is refused before it is read', async () => {
    const answer = await post('/login', { Origin: app.origin }, `username=${'a'.repeat(1_100_000)}`)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toMatch(/1 MB/)
  })

  test('that is no form is refused', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data', ''])
      expect((await post('/login', { Origin: app.origin, 'Content-Type': type }, '{}')).status).toBe(415)
    expect((await ask('/login', { method: 'DELETE', headers: { Origin: app.origin } })).status).toBe(405)
  })

  test('cut short on the way says so', async () => {
    const headers = { Origin: app.origin, 'Content-Type': 'multipart/form-data; boundary=x' }
    const answer = await post(
      '/login',
      headers,
      '--x\r\nContent-Disposition: form-data; name="username"\r\n\r\nab',
    )
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('提交的内容不完整')
  })
})

describe('garbage', () => {
  const paths = [
    '/%',
    '/%E0%A4%A',
    '/staff/%00',
    '/staff/not-an-id',
    '/staff/..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2fserver%2findex.js',
    '/.env',
    '/staff?cursor=%FF%FE',
    '/staff?cursor=bm90IGpzb24',
    '/staff?sort=name;drop table person',
    "/staff?org=' or 1=1 --",
    '/staff?asOf=2026-02-30',
    '/staff?q=%00',
    `/staff?q=${'长'.repeat(900)}`,
    '/organisations?q=%F0%A0%AE%B7',
    '/audit?from=never',
    '/imports/00000000-0000-0000-0000-000000000000',
    '//elsewhere.test',
    '/login?to=//elsewhere.test',
  ]

  test.each(paths)('%s is answered by the page or refused, never a defect', async (path) => {
    const status = await askRaw(encodeSpaces(path), { Cookie: home.cookie })
    expect(status).toBeGreaterThanOrEqual(200)
    expect(status).toBeLessThan(500)
  })

  test.each(['%', 'shizi_session=%', 'shizi_session=%E0%A4%A; x=%', `shizi_session=${'a'.repeat(4000)}`])(
    'the cookie %s signs nobody in',
    async (cookie) => {
      expect(await askRaw('/staff', { Cookie: cookie })).toBe(302)
      expect(await askRaw('/login', { Cookie: `${cookie}; shizi_toast=%; shizi_language=%` })).toBe(200)
    },
  )

  test('what is no request at all is answered in words', async () => {
    expect(await saySomething('HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*请求有误/)
    expect(await saySomething(`GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    )
  })

  test('nothing of all this was a defect, and no stack was shown', async () => {
    expect(app.output()).not.toContain('"msg":"defect"')
    const page = await (await ask('/staff/not-an-id', { headers: { Cookie: home.cookie } })).text()
    expect(page).not.toMatch(/ at \w+ \(|node_modules|\.server\.ts/)
  })
})

function encodeSpaces(path: string): string {
  return encodeURI(path).replaceAll('%25', '%')
}

test('the log holds no query, no cookie, and nothing of a form', async () => {
  await ask('/staff?q=%E7%8E%8B%E7%A7%98%E5%AF%86&org=secret-place', { headers: { Cookie: home.cookie } })
  await post('/login', { Origin: app.origin }, 'username=secret-name&password=secret-word')
  const log = app.output()
  expect(log).toContain('"path":"/staff"')
  for (const secret of ['secret', '王秘密', '%E7%8E%8B', home.cookie.split('=')[1] ?? '-'])
    expect(log).not.toContain(secret)
})
