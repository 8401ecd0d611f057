/** Starts the real server, app/server.ts, as a process of its own on a free port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '../..')
const startTimeoutMs = 60_000

export type RunningApp = {
  origin: string
  process: ChildProcess
  /** What it has written so far, log lines included. */
  output(): string
  /** SIGTERM, or the signal given; resolves when the process is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/**
 * `env` goes on top of a clean production environment; it names DATA_DIR or DATABASE_URL. Resolves once /readyz answers
 * 200; throws with the process's output when it ends before.
 */
export async function startApp(env: Record<string, string>): Promise<RunningApp> {
  const { PATH = '', HOME = '', SHIZI_TEST_NOW = '' } = process.env
  const child = spawn(process.execPath, ['--max-semi-space-size=32', '--import', 'tsx', 'app/server.ts'], {
    cwd: root,
    env: { PATH, HOME, SHIZI_TEST_NOW, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const app: RunningApp = {
    origin: '',
    process: child,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
  const until = Date.now() + startTimeoutMs
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output}`)
    app.origin ||= /"address":"(http:[^"]+)"/.exec(output)?.[1] ?? ''
    if (app.origin && (await isReady(app.origin))) return app
    await sleep(100)
  }
  await app.stop('SIGKILL')
  throw new Error(`the server was not ready after ${startTimeoutMs / 1000} s:\n${output}`)
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`)).ok
  } catch {
    return false
  }
}
