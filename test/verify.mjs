/**
 * `npm run verify`: everything that passes or fails, one line each, the test runner's own summary last. Node built-ins only,
 * so that it can install the rest. What the machine lacks is said; with CI=true a lack is a failure.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { postgresBinaries, startCluster } from './harness/postgres-cluster.mjs'

const root = path.resolve(import.meta.dirname, '..')
const isCi = process.env.CI === 'true'
// The step before the tests builds; they take what it built.
process.env.SHIZI_TEST_BUILD = 'keep'
const reports = mkdtempSync(path.join(tmpdir(), 'shizi-verify-'))
const began = performance.now()

/** @typedef {{ name: string, ok: boolean, summary: string[] }} Result */
/** @type {Result[]} */
const results = []
const totals = { passed: 0, failed: 0, skipped: 0 }

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`)
/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
/** @param {string} name */
const tool = (name) => path.join(root, 'node_modules/.bin', name)

/** What a developer's shell may hold that tests must not see. */
const { DATABASE_URL: _url, DATA_DIR: _directory, DATA_KEY: _key, ...inherited } = process.env

/**
 * Runs a command quietly; its output is shown only when it fails.
 * @param {string} program @param {string[]} given @param {Record<string, string>} env
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(program, given, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, given, {
      cwd: root,
      env: { ...inherited, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.once('error', (error) => resolve({ ok: false, output: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/**
 * One step: run, one line, its time.
 * @param {string} name @param {string} program @param {string[]} given @param {Record<string, string>} [env]
 */
async function step(name, program, given, env) {
  const since = performance.now()
  const { ok, output } = await run(program, given, env)
  say(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds(since)})`)
  if (!ok) say(output.trimEnd())
  results.push({ name, ok, summary: [] })
  return ok
}

/**
 * One run of the test runner. Counts come from its JSON report, the summary lines from what it prints.
 * @param {string} name @param {string[]} projects @param {Record<string, string>} [env]
 */
async function tests(name, projects, env) {
  const since = performance.now()
  const report = path.join(reports, `${results.length}.json`)
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { ok, output } = await run(tool('vitest'), ['run', ...chosen, ...reporters], env)
  const counts = countsOf(report)
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) totals[key] += counts[key]
  say(
    `${ok ? 'ok    ' : 'FAILED'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds(since)})`,
  )
  if (!ok) say(output.trimEnd())
  const summary = output.split('\n').filter((line) => /^ *(Test Files|Tests|Errors|Duration) {2}/.test(line))
  results.push({ name, ok, summary })
}

/** @param {string} report */
function countsOf(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/** @param {string} name @param {string} lack */
function missing(name, lack) {
  say(`${isCi ? 'FAILED' : '--    '} ${name}: not run, ${lack}`)
  results.push({ name, ok: !isCi, summary: [] })
}

async function prepare() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) {
    if (!(await step('Install', 'npm', ['install', '--no-save', '--no-audit', '--no-fund']))) return false
  }
  return step('Prisma client', 'npm', ['run', '--silent', 'generate'])
}

async function checks() {
  await step('Format and lint (Biome)', tool('biome'), ['check', '.'])
  await step('Types (tsc)', tool('tsc'), ['--noEmit'])
  const cruiser = ['--config', '.dependency-cruiser.cjs', 'app', 'prisma', 'test']
  await step('Dependency rules', tool('depcruise'), cruiser)
  await step('Unused code (knip)', tool('knip'), ['--no-progress'])
  await step('Unused code of the product alone (knip)', tool('knip'), ['--no-progress', '--production'])
  await step('Schema and migrations agree', tool('tsx'), ['test/harness/schema-drift.ts'])
  await step('Build', tool('remix'), ['vite:build', '--logLevel', 'warn'], { NODE_ENV: 'production' })
}

const SUITES = ['unit', 'integration', 'routes', 'composition']
const ON_SERVER = 'Unit, integration, routes, running server on PostgreSQL'
const embedded = { TEST_DATABASE_URL: '' }

/** Schools start anew on 1 September: a test that leans on today breaks there first. */
function nextFirstOfSeptember() {
  const now = new Date()
  const thisYear = new Date(`${now.getFullYear()}-09-01T08:00:00+08:00`)
  const year = now < thisYear ? now.getFullYear() : now.getFullYear() + 1
  return `${year}-09-01T08:00:00+08:00`
}

/**
 * Each test on both databases and at both times, in two passes: today on PostgreSQL, next September embedded. A machine without
 * PostgreSQL has both embedded.
 */
async function suites() {
  const given = process.env.TEST_DATABASE_URL
  const binaries = given ? null : postgresBinaries()
  if (given) await onServer(given)
  else if (binaries) {
    const cluster = await startCluster(binaries)
    try {
      await onServer(cluster.url)
    } finally {
      await cluster.stop()
    }
  } else {
    await tests('Everything but the browser on PGlite', [...SUITES, 'server'], embedded)
    missing(ON_SERVER, 'no PostgreSQL here (set TEST_DATABASE_URL, or install postgresql)')
  }
  const moment = nextFirstOfSeptember()
  const clock = pathToFileURL(path.join(root, 'test/harness/clock.mjs')).href
  const later = { ...embedded, SHIZI_TEST_NOW: moment, NODE_OPTIONS: `--import=${clock}` }
  await tests(`Unit, integration, routes on PGlite on ${moment.slice(0, 10)}`, SUITES, later)
  await inBrowser()
}

/** @param {string} url */
const onServer = (url) => tests(ON_SERVER, [...SUITES, 'server'], { TEST_DATABASE_URL: url })

async function inBrowser() {
  const name = 'Browser tests in Chromium'
  const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) return missing(name, 'no Chromium here (install chromium, or set CHROMIUM)')
  await tests(name, ['e2e'], { CHROMIUM: chromium })
}

function summarise() {
  const failed = results.filter((result) => !result.ok)
  say('')
  for (const { name, summary } of results.filter((result) => result.summary.length > 0)) {
    say(name)
    for (const line of summary) say(line)
  }
  say('')
  if (failed.length > 0) say(`Failed: ${failed.map(({ name }) => name).join('; ')}`)
  else say(`All ${results.length} checks passed in ${seconds(began)}.`)
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
  say(`${totals.passed} passed, ${totals.failed} failed${skipped}`)
  return failed.length === 0
}

if (await prepare()) {
  await checks()
  await suites()
}
rmSync(reports, { recursive: true, force: true, maxRetries: 3 })
process.exitCode = summarise() ? 0 : 1
