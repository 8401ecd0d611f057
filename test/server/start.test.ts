/** How a server starts and ends: never on a wrong setting, never twice on one directory, never with anything lost. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp } from '#test/harness/app-server.ts'
import { serverAddress, testOnServer } from '#test/harness/db.ts'
import { makeHome, type ServerHome } from './home.ts'

const root = path.resolve(import.meta.dirname, '../..')
let home: ServerHome

beforeAll(async () => {
  home = await makeHome()
})
afterAll(() => home?.clear())

/** Runs the server until it ends by itself, and answers what it said last. */
async function startInVain(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (piece) => (said += String(piece)))
  const [code] = await once(child, 'close')
  return { code, said }
}

describe('a wrong setting', () => {
  const secret = 'hunter2hunter2'
  const cases: [string, Record<string, string>, RegExp][] = [
    ['a port that is none', { PORT: 'eighty' }, /PORT: /],
    ['a key too short', { DATA_KEY: Buffer.from(secret).toString('base64') }, /DATA_KEY: must be 32 bytes/],
    [
      'an address of another database',
      { DATABASE_URL: `mysql://u:${secret}@h/d` },
      /DATABASE_URL: must start/,
    ],
    [
      'a server without a key',
      { DATABASE_URL: `postgresql://u:${secret}@127.0.0.1:1/d` },
      /DATA_KEY: required/,
    ],
    ['a public address that is none', { PUBLIC_URL: 'shizi.example' }, /PUBLIC_URL: must be/],
    ['the settings of tests', { NODE_ENV: 'test' }, /NODE_ENV: test is for tests/],
    [
      "a developer's pages for everybody",
      { NODE_ENV: 'development', HOST: '0.0.0.0' },
      /NODE_ENV: development/,
    ],
    [
      'several processes on the embedded database',
      { WORKERS: '2' },
      /WORKERS: more than one needs a PostgreSQL/,
    ],
    ['an environment that is none', { NODE_ENV: 'staging' }, /NODE_ENV: /],
    [
      'an address that is not of this machine',
      { HOST: '203.0.113.7' },
      /HOST: not an address of this machine/,
    ],
  ]

  test.concurrent.each(cases)(
    '%s ends the start, by name and without its value',
    async (_what, env, words) => {
      const directory = mkdtempSync(path.join(tmpdir(), 'shizi-start-'))
      const { code, said } = await startInVain({ DATA_DIR: directory, ...env })
      rmSync(directory, { recursive: true, force: true })
      expect(code).toBe(2)
      expect(said).toMatch(words)
      expect(said).not.toContain(secret)
      expect(said).not.toMatch(/\n +at /)
    },
  )

  test('another key than the numbers were sealed with ends the start', async () => {
    const { code, said } = await startInVain({
      ...home.env,
      DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
    })
    expect([code, said]).toEqual([2, expect.stringContaining('DATA_KEY: not the key')])
  })

  test('a key file that holds no key ends the start, and stays as it is', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'shizi-start-'))
    writeFileSync(path.join(directory, 'key'), 'half a k')
    const { code, said } = await startInVain({ DATA_DIR: directory })
    expect([code, said]).toEqual([2, expect.stringContaining('does not hold a key')])
    expect(readFileSync(path.join(directory, 'key'), 'utf8')).toBe('half a k')
    rmSync(directory, { recursive: true })
  })
})

describe('a database server that refuses', () => {
  const DATA_KEY = Buffer.alloc(32, 1).toString('base64')

  testOnServer.for([
    [
      'a database that is not there',
      (address: URL) => Object.assign(address, { pathname: '/no_such_shizi' }),
    ],
    ['a user that is not there', (address: URL) => Object.assign(address, { username: 'nobody_here' })],
  ] as const)('%s ends the start in one line', async ([, wrong]) => {
    const address = wrong(new URL((await serverAddress()) ?? ''))
    const { code, said } = await startInVain({ DATABASE_URL: address.href, DATA_KEY })
    expect(code).toBe(2)
    expect(said).toMatch(/^Wrong settings .*\n {2}DATABASE_URL: .*(no_such_shizi|nobody_here).*\n$/)
  })
})

describe('one directory', () => {
  test('has one server; the second says who holds it, the first goes on', async () => {
    const first = await startApp(home.env)
    const { code, said } = await startInVain(home.env)
    expect([code, said]).toEqual([2, expect.stringContaining(String(first.process.pid))])
    expect((await fetch(`${first.origin}/readyz`)).status).toBe(200)
    await first.stop()
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('can be opened again after %s', async (signal) => {
    const first = await startApp(home.env)
    await first.stop(signal)
    if (signal !== 'SIGKILL') {
      expect(first.process.exitCode).toBe(0)
      expect(existsSync(path.join(home.directory, 'lock'))).toBe(false)
    }
    const second = await startApp(home.env)
    const page = await fetch(`${second.origin}/staff`, { headers: { Cookie: home.cookie } })
    expect(page.status).toBe(200)
    await second.stop()
  })

  test('is held by one of several that start at once', async () => {
    const starts = await Promise.allSettled([1, 2, 3].map(() => startApp(home.env)))
    const running = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const refused = starts.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    expect(running).toHaveLength(1)
    for (const words of refused) expect(words).toContain('ended with 2')
    await running[0]?.stop()
  })
})

test('a port that another process holds is told by name', async () => {
  const first = await startApp(home.env)
  const { port } = new URL(first.origin)
  const directory = mkdtempSync(path.join(tmpdir(), 'shizi-start-'))
  const { code, said } = await startInVain({ DATA_DIR: directory, PORT: port })
  expect([code, said]).toEqual([2, expect.stringContaining('PORT: another process listens there')])
  await first.stop()
  rmSync(directory, { recursive: true })
})

test('behind TLS cookies are Secure and browsers are told to stay with it', async () => {
  const app = await startApp({ ...home.env, PUBLIC_URL: 'https://shizi.example', TRUST_PROXY: '1' })
  const page = await fetch(`${app.origin}/login`)
  expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
  const out = await fetch(`${app.origin}/logout`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      Cookie: home.cookie,
      Origin: 'https://shizi.example',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: '',
  })
  expect(out.headers.get('set-cookie')).toMatch(/shizi_session=;.*HttpOnly.*Secure|Secure.*HttpOnly/)
  expect(out.headers.get('set-cookie')).toMatch(/SameSite=Lax/)
  await app.stop()
})
