/** A database that goes away and comes back: pages say so, nobody has to restart anything. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect } from 'vitest'
import { settings } from '#app/platform/env.server.ts'
import { buildAccount, buildCounty } from '#test/factories/registry.ts'
import { startApp } from '#test/harness/app-server.ts'
import { serverAddress, testOnServer } from '#test/harness/db.ts'
import { signedIn } from '#test/harness/request.ts'

/** The wire between the server under test and its database, to be cut and mended. */
async function wireTo({ hostname, port }: URL) {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port || 5432), hostname)
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.once('close', () => open.delete(one))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = (server.address() as AddressInfo).port
  return {
    port: String(own),
    cut() {
      server.close()
      for (const one of open) one.destroy()
    },
    async mend() {
      server.listen(own, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}

testOnServer('is told as such, and the same page opens when it is back', async ({ db }) => {
  const county = await buildCounty(db)
  const account = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
  const { Cookie } = await signedIn(account.id)
  const database = new URL((await serverAddress()) ?? '')
  const wire = await wireTo(database)
  const address = Object.assign(new URL(database), { hostname: '127.0.0.1', port: wire.port }).href
  const app = await startApp({ DATABASE_URL: address, DATA_KEY: settings().dataKey.toString('base64') })
  const open = (path: string) => fetch(`${app.origin}${path}`, { headers: { Cookie }, redirect: 'manual' })
  try {
    expect((await open('/staff')).status).toBe(200)

    wire.cut()
    for (const path of ['/staff', '/organisations', '/']) {
      const page = await open(path)
      expect([path, page.status, page.headers.get('retry-after')]).toEqual([path, 503, '5'])
      expect(await page.text()).toContain('数据库暂时连不上')
    }
    const download = await open('/staff/export.xlsx')
    expect([download.status, await download.text()]).toEqual([
      503,
      expect.stringContaining('数据库暂时连不上'),
    ])
    expect((await open('/healthz')).status).toBe(200)
    expect((await open('/readyz')).status).toBe(503)

    await wire.mend()
    expect((await open('/staff')).status).toBe(200)
    expect((await open('/readyz')).status).toBe(200)
    expect(app.output()).not.toContain('"msg":"defect"')
  } finally {
    await app.stop()
    wire.cut()
  }
})
