/**
 * `npm run quickstart`: from a fresh checkout to a running demo, with Node's own modules only until packages are there.
 * Run again, it does what has become out of date and keeps the data.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

const root = import.meta.dirname
const leastNode = [20, 11]
const installInputs = ['package.json', 'package-lock.json', '.npmrc']
const schemaInputs = ['package-lock.json', 'prisma/schema.prisma', 'prisma/models']
const buildInputs = [
  'app',
  'public',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
  'tsconfig.json',
]
const installStamp = 'node_modules/.shizi-install'
const generateStamp = 'app/platform/database/generated/.stamp'
const buildStamp = 'build/server/.stamp'

/** A failure that is told in plain words, without a stack. */
class Stop extends Error {}

/**
 * SHA-256 over names and contents of files and folders; a generated client is not a source.
 * @param {readonly string[]} inputs
 */
function digestOf(inputs) {
  const hash = createHash('sha256')
  /** @param {string} at */
  const add = (at) => {
    const full = path.join(root, at)
    if (at.endsWith('/generated') || /\.test\.tsx?$/.test(at) || !existsSync(full)) return
    const entries = readdirSync(path.dirname(full), { withFileTypes: true })
    if (entries.find((entry) => entry.name === path.basename(at))?.isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${at}/${name}`)
    } else hash.update(`${at}\0`).update(readFileSync(full)).update('\0')
  }
  for (const input of inputs) add(input)
  return hash.digest('hex')
}

/** @param {string} file */
function stampIn(file) {
  const full = path.join(root, file)
  return existsSync(full) ? readFileSync(full, 'utf8') : ''
}

/**
 * Runs `work` unless the stamp says that nothing changed since it last ran.
 * @param {string} title @param {string} stamp @param {readonly string[]} inputs @param {() => Promise<void>} work
 */
async function step(title, stamp, inputs, work) {
  const digest = digestOf(inputs)
  if (stampIn(stamp) === digest) return say(`${title}  已是最新 up to date`)
  await timed(title, work)
  writeFileSync(path.join(root, stamp), digest)
}

/**
 * @template Result
 * @param {string} title @param {() => Promise<Result>} work @returns {Promise<Result>}
 */
async function timed(title, work) {
  const began = performance.now()
  process.stdout.write(`${title} …`)
  try {
    const result = await work()
    say(` ${((performance.now() - began) / 1000).toFixed(1)} s`)
    return result
  } catch (error) {
    say('')
    throw error
  }
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`)
}

/**
 * Runs npm; what it says is shown only when it fails. A signal to us ends it too.
 * @param {readonly string[]} args @param {Record<string, string>} env @returns {Promise<void>}
 */
function npm(args, env = {}) {
  const { npm_execpath: self } = process.env
  const [command, before] = self ? [process.execPath, [self]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], { cwd: root, env: { ...process.env, ...env } })
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = (output + chunk.toString()).slice(-6_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const stop = () => {
      child.kill()
      process.exit(130)
    }
    process.once('SIGINT', stop).once('SIGTERM', stop)
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (code === 0) resolve()
      else reject(new Stop(`${output}\nnpm ${args.join(' ')}: 失败 failed (${code})`))
    })
  })
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = leastNode
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return
  const least = leastNode.join('.')
  throw new Stop(
    `需要 Node.js ${least} 或更高版本，当前为 ${process.versions.node}。\n` +
      `Node.js ${least} or newer is needed; this is ${process.versions.node}.`,
  )
}

/** Before minutes of work: can we listen where we are going to? */
async function checkPort() {
  const port = Number(process.env.PORT || 3000)
  const host = process.env.HOST || '127.0.0.1'
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Stop('PORT 应为 0 至 65535 的整数。\nPORT must be a whole number from 0 to 65535.')
  }
  await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
      const text = `端口 ${port} 已被占用，请换一个：\nPort ${port} is taken; choose another:\n  PORT=3100 npm run quickstart`
      reject(taken ? new Stop(text) : error)
    })
    probe.listen(port, host, () => probe.close(resolve))
  })
}

async function main() {
  checkNode()
  await checkPort()
  await step('1/5 安装依赖 Install packages', installStamp, installInputs, () =>
    npm(['install', '--no-save', '--no-audit', '--no-fund']),
  )
  // Without an engine of its own named, Prisma would try to download one; generating needs none.
  await step('2/5 生成数据库客户端 Generate the database client', generateStamp, schemaInputs, () =>
    npm(['run', '--silent', 'generate']),
  )
  await step('3/5 构建网页 Build', buildStamp, buildInputs, () =>
    npm(['run', '--silent', 'build'], { NODE_ENV: 'production' }),
  )
  process.env.NODE_ENV = 'production'
  process.env.LOG_LEVEL ||= 'warn'
  const { register } = await import('tsx/esm/api')
  register()
  const { prepare, startDemo } = await import('./app/cli/quickstart.server.ts')
  const demo = await timed('4/5 数据库与演示数据 Database and demo data', prepare)
  say('5/5 启动 Start')
  say(await startDemo(demo))
}

try {
  await main()
} catch (error) {
  const plain = error instanceof Error && (error instanceof Stop || 'isPlain' in error)
  process.stderr.write(`${plain ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
}
