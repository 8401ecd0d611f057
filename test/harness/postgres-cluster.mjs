/**
 * A PostgreSQL cluster of one's own: made in a temporary directory, on a free port, gone afterwards. Node built-ins only.
 * As a command: `node test/harness/postgres-cluster.mjs npm run verify` runs it with TEST_DATABASE_URL set.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const debianDirectory = '/usr/lib/postgresql'

/** The directory with initdb and postgres, newest version first; null when the machine has none. */
export function postgresBinaries() {
  const versions = existsSync(debianDirectory) ? readdirSync(debianDirectory) : []
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a))
  const candidates = [
    ...newestFirst.map((version) => path.join(debianDirectory, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
  return (
    candidates.find((directory) =>
      ['initdb', 'postgres'].every((name) => isRunnable(path.join(directory, name))),
    ) ?? null
  )
}

/** @param {string} file */
function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout),
    )
    if (uid && gid) return { uid, gid }
  }
  throw new Error('no user to run PostgreSQL as: neither postgres nor nobody exists')
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * Starts the cluster; safety against power cuts is off, it holds nothing worth keeping.
 * @param {string} binaries from postgresBinaries
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the superuser's address; `stop` also removes the files
 */
export async function startCluster(binaries) {
  const user = unprivilegedUser()
  const directory = mkdtempSync(path.join(tmpdir(), 'shizi-postgres-'))
  if (user.uid) chownSync(directory, user.uid, user.gid)
  const data = path.join(directory, 'data')
  const as = {
    ...user,
    cwd: directory,
    env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: directory },
  }
  const remove = () => rmSync(directory, { recursive: true, force: true })
  try {
    const settings = ['-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']
    execFileSync(path.join(binaries, 'initdb'), ['-D', data, ...settings], { ...as, stdio: 'pipe' })
    const port = await freePort()
    const options = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port,
      fsync: 'off',
      full_page_writes: 'off',
    }
    const given = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = spawn(path.join(binaries, 'postgres'), ['-D', data, ...given], as)
    await untilReady(server)
    const stop = async () => {
      const gone = once(server, 'exit')
      if (server.exitCode === null && server.kill('SIGINT')) await gone
      remove()
    }
    return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    remove()
    throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} server
 * @returns {Promise<void>}
 */
function untilReady(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
    server.stderr.on('data', (chunk) => {
      if (said.length < 10_000) said += String(chunk)
      if (said.includes('ready to accept connections')) resolve()
    })
  })
}

/** @param {string[]} command */
async function runWithCluster([program, ...given]) {
  const binaries = postgresBinaries()
  if (!program || !binaries) {
    process.stderr.write(program ? 'no PostgreSQL binaries found\n' : 'name a command to run\n')
    return 2
  }
  const cluster = await startCluster(binaries)
  try {
    const env = { ...process.env, TEST_DATABASE_URL: cluster.url }
    const child = spawn(program, given, { stdio: 'inherit', env })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.on(signal, () => child.kill(signal))
    const [code] = await once(child, 'exit')
    return code ?? 1
  } finally {
    await cluster.stop()
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = await runWithCluster(process.argv.slice(2))
