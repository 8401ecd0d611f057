/** Runs a script of this folder as a process of its own, and reads what it reports. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

function start(
  script: string,
  given: readonly string[],
  env: Record<string, string>,
  flags: readonly string[] = [],
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  const file = path.join(import.meta.dirname, script)
  return spawn(process.execPath, [...flags, '--import', 'tsx', file, ...given], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Runs it to the end, under these flags of Node's; the last line it writes is JSON. Throws when it fails. */
export async function runScript<Report>(
  script: string,
  given: readonly string[],
  env: Record<string, string>,
  flags: readonly string[] = [],
): Promise<Report> {
  const child = start(script, given, env, flags)
  let output = ''
  child.stdout?.on('data', (chunk) => (output += String(chunk)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Report
}

export type Running = { origin: string; stop(): Promise<void> }

/** Starts a server that writes its address on its first line. */
export async function startServer(
  script: string,
  given: readonly string[],
  env: Record<string, string>,
): Promise<Running> {
  const child = start(script, given, env)
  const gone = once(child, 'exit')
  const said = new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += String(chunk)
      if (output.includes('\n')) resolve(output.trim())
    })
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
  })
  const origin = await said
  return {
    origin,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}
