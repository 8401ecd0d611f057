/** Somebody signs in at the running server: what the cookie is like, and that a download is as well guarded as a page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testPassword } from '#test/factories/registry.ts'
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

function signIn(password: string): Promise<Response> {
  const body = new URLSearchParams({ username: home.username, password })
  return fetch(`${app.origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: app.origin },
    body,
  })
}

describe('signing in', () => {
  test('gives a cookie that no script reads and no other site sends, and that opens pages', async () => {
    const answer = await signIn(testPassword)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/'])
    const [cookie = '', ...others] = answer.headers.getSetCookie()
    // Who holds the session, for pages without a network: no secret.
    expect(others).toEqual([
      expect.stringMatching(/^shizi_holder=[0-9a-f-]{36}; Path=\/; Max-Age=\d+; SameSite=Lax$/),
    ])
    const [pair = '', ...flags] = cookie.split('; ')
    expect(pair).toMatch(/^shizi_session=[a-z0-9]{30,}$/)
    expect(flags).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']))
    expect(flags.some((flag) => /^(Domain|Secure)/.test(flag))).toBe(false)
    expect((await fetch(`${app.origin}/staff`, { headers: { Cookie: pair } })).status).toBe(200)
  })

  test('with a wrong password gives none, and the page does not repeat the password', async () => {
    const answer = await signIn('a wrong secret')
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []])
    expect(await answer.text()).not.toContain('a wrong secret')
  })
})

test('a download carries what a page carries, is a file, and is kept by no cache', async () => {
  const answer = await fetch(`${app.origin}/staff/export.xlsx`, { headers: { Cookie: home.cookie } })
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-disposition': expect.stringMatching(/^attachment;/),
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-content-type-options': 'nosniff',
  })
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

describe('an upload', () => {
  function upload(body: BodyInit, type?: string): Promise<Response> {
    const headers = { Origin: app.origin, Cookie: home.cookie, ...(type && { 'Content-Type': type }) }
    return fetch(`${app.origin}/imports/new?subject=staff`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body,
    })
  }

  test.each(['名单.csv', '名单; 2026=终.csv', "it's.csv"])('of %s is taken', async (name) => {
    const form = new FormData()
    const words = { organisationId: home.organisationId, asOf: '2026-09-01', coverage: 'partial' }
    for (const [key, value] of Object.entries(words)) form.append(key, value)
    form.append('file', new File(['姓名,学校\n王秀英,第一中学\n'], name))
    const answer = await upload(form)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      expect.stringMatching(/^\/imports\/[0-9a-f-]{36}\/mapping$/),
    ])
  })

  test('of 50 MB is told at its field, with the limit, and the rest of the form is kept', async () => {
    const form = new FormData()
    form.append('organisationId', home.organisationId)
    form.append('asOf', '2025-03-04')
    form.append('coverage', 'partial')
    form.append('file', new File([new Uint8Array(50 * 1024 * 1024).fill(97)], 'big.csv'))
    const answer = await upload(form)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toMatch(/40 MB/)
    expect(page).toContain('value="2025-03-04"')
  })

  test('cut short says so, and keeps nothing', async () => {
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n姓名'
    const answer = await upload(head, 'multipart/form-data; boundary=x')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('提交的内容不完整')
    expect(app.output()).not.toContain('"msg":"defect"')
  })
})
