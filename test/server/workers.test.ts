/** Several processes behind one port: what one is told, all know; each job runs once; one that dies is replaced. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { settings } from '#app/platform/env.server.ts'
import { buildAccount, buildCounty } from '#test/factories/registry.ts'
import { type RunningApp, startApp } from '#test/harness/app-server.ts'
import { serverAddress, testOnServer } from '#test/harness/db.ts'
import { signedIn } from '#test/harness/request.ts'

/** Three processes come up, and a fourth: on a busy machine that takes its time. */
const PATIENCE_MS = 240_000

async function start(): Promise<RunningApp> {
  const app = await startApp({
    DATABASE_URL: (await serverAddress()) ?? '',
    DATA_KEY: settings().dataKey.toString('base64'),
    WORKERS: '2',
  })
  // Also after a failure: what goes on running would take the next test's jobs.
  onTestFinished(() => app.stop('SIGKILL'))
  return app
}

/** The processes that answer, by their ids. */
function workersOf({ process: { pid } }: RunningApp): string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
}

const listening = (app: RunningApp) => app.output().split('"listening"').length - 1

/** Tried until it holds. */
async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(200)
}

testOnServer(
  'two processes share sessions, sign-in limits and jobs; one that is killed is replaced; both end together',
  { timeout: PATIENCE_MS },
  async ({ db }) => {
    const county = await buildCounty(db)
    const account = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
    const { Cookie } = await signedIn(account.id)
    const app = await start()
    await eventually(() => listening(app) === 2)
    const cameUp = performance.now()

    const open = () => fetch(`${app.origin}/me`, { headers: { Cookie, Connection: 'close' } })
    const answers = await Promise.all(Array.from({ length: 12 }, open))
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

    // No id at all: the work fails at once, and says so in the log.
    await db.$executeRaw`
      insert into pgboss.job (name, data)
      select 'import-undo', jsonb_build_object('batchId', 'none ' || n) from generate_series(1, 40) n`
    const failures = () => app.output().split('"a job failed"').length - 1
    await eventually(() => failures() >= 40)
    await sleep(1_000)
    expect(failures()).toBe(40)

    // A process that ends as soon as it began would not be replaced.
    await eventually(() => performance.now() - cameUp > 6_000)
    const [first = '', second = ''] = workersOf(app)
    process.kill(Number(first), 'SIGKILL')
    await eventually(() => listening(app) === 3)
    expect(workersOf(app)).toHaveLength(2)
    expect(workersOf(app)).toContain(second)
    expect((await open()).status).toBe(200)

    await app.stop()
    expect(app.process.exitCode).toBe(0)
  },
)
