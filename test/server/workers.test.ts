/** Several processes behind one port: what one is told, all know; each job runs once; one that dies is replaced. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { settings } from '#app/platform/env.server.ts'
import { buildAccount, buildCounty } from '#test/factories/registry.ts'
import { type RunningApp, startApp } from '#test/harness/app-server.ts'
import { serverAddress, testOnServer } from '#test/harness/db.ts'
import { signedIn } from '#test/harness/request.ts'

async function start(): Promise<RunningApp> {
  return startApp({
    DATABASE_URL: (await serverAddress()) ?? '',
    DATA_KEY: settings().dataKey.toString('base64'),
    WORKERS: '2',
  })
}

/** The processes that answer, by their ids. */
function workersOf({ process: { pid } }: RunningApp): string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
}

/** Tried until it holds: a process takes its time to come up. */
async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await holds()) return
    await sleep(200)
  }
  throw new Error('it never came to hold')
}

testOnServer(
  'two processes share sessions, and lock a guessed account together',
  { timeout: 90_000 },
  async ({ db }) => {
    const county = await buildCounty(db)
    const account = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
    const { Cookie } = await signedIn(account.id)
    const app = await start()
    try {
      await eventually(() => app.output().split('"listening"').length === 3)
      const answers = await Promise.all(
        Array.from({ length: 24 }, () =>
          fetch(`${app.origin}/staff`, { headers: { Cookie, Connection: 'close' } }),
        ),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      const guess = async () => {
        const body = new URLSearchParams({ username: account.username, password: 'a wrong guess' })
        const headers = { Origin: app.origin, Connection: 'close' }
        return (
          await fetch(`${app.origin}/login`, { method: 'POST', headers, body, redirect: 'manual' })
        ).text()
      }
      const said = await Promise.all(Array.from({ length: 16 }, guess))
      expect(said.filter((page) => page.includes('已暂停登录')).length).toBeGreaterThanOrEqual(6)
    } finally {
      await app.stop()
    }
    expect(app.process.exitCode).toBe(0)
  },
)

testOnServer(
  'one that is killed is replaced, and the other answers meanwhile',
  { timeout: 90_000 },
  async () => {
    const app = await start()
    try {
      await eventually(() => app.output().split('"listening"').length === 3)
      await sleep(6_000)
      const [first = '', second = ''] = workersOf(app)
      process.kill(Number(first), 'SIGKILL')
      expect((await fetch(`${app.origin}/readyz`, { headers: { Connection: 'close' } })).status).toBe(200)
      await eventually(() => app.output().split('"listening"').length === 4)
      expect(workersOf(app)).toHaveLength(2)
      expect(workersOf(app)).toContain(second)
    } finally {
      await app.stop()
    }
    expect(app.process.exitCode).toBe(0)
  },
)

testOnServer('each job runs once, whichever process takes it', { timeout: 90_000 }, async ({ db }) => {
  const app = await start()
  try {
    await eventually(() => app.output().split('"listening"').length === 3)
    // No id at all: the work fails at once, and says so in the log.
    await db.$executeRaw`
      insert into pgboss.job (name, data)
      select 'import-undo', jsonb_build_object('batchId', 'none ' || n) from generate_series(1, 40) n`
    await eventually(async () => {
      const [left] = await db.$queryRaw<{ count: number }[]>`
        select count(*)::int as count from pgboss.job where name = 'import-undo' and state <> 'completed'`
      return left?.count === 0
    })
    await sleep(1_000)
    expect(app.output().split('"a job failed"')).toHaveLength(41)
  } finally {
    await app.stop()
  }
})
