/**
 * `npm run bench`: how fast and how lean, each case next to its limit in the same run on the same database. Ratios are to be
 * trusted, absolute times are not. Options: --only import|history|kills|held|list|search|growth|due|close|matching|approvals|training|pay|salaries|studios|weight (several: comma), --rows N (staff; a
 * million), --embedded (PGlite), --keep (leaves the made staff on the server of BENCH_DATABASE_URL for the next run).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { approvalCases } from './case-approvals.ts'
import { closeCase } from './case-close.ts'
import '#app/composition/register.server.ts'
import { dueCase } from './case-due.ts'
import { dueFileCase } from './case-due-file.ts'
import { heldCase } from './case-held.ts'
import { historyCases } from './case-history.ts'
import { importCases } from './case-import.ts'
import { killsCase } from './case-kills.ts'
import { listCases } from './case-list.ts'
import { matchingCases } from './case-matching.ts'
import { meanwhileCase } from './case-meanwhile.ts'
import { paPayCase } from './case-pa-pay.ts'
import { payCases } from './case-pay.ts'
import { studioCases } from './case-studios.ts'
import { trainingCases } from './case-training.ts'
import { weightCase } from './case-weight.ts'
import { embeddedPlace, type Place, serverPlace, useBenchKey } from './place.ts'
import { type Finding, say, tableOf, writeJson } from './report.ts'

const root = path.resolve(import.meta.dirname, '../..')
const CASES = [
  'import',
  'history',
  'kills',
  'held',
  'list',
  'search',
  'growth',
  'due',
  'close',
  'matching',
  'approvals',
  'training',
  'pay',
  'salaries',
  'studios',
  'weight',
] as const
type Case = (typeof CASES)[number]

function options() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rows: { type: 'string', default: '1000000' },
      embedded: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  })
  const names = values.only?.split(',') ?? CASES
  const asked = new Set(CASES.filter((name) => names.includes(name)))
  const rows = Number(values.rows)
  if (asked.size !== names.length) throw new Error(`--only takes ${CASES.join(', ')}`)
  if (!Number.isInteger(rows) || rows < 100_000) throw new Error('--rows takes a whole number from 100000 on')
  return { asked, rows, embedded: values.embedded, keep: values.keep }
}

/** The last time a file below was written, in milliseconds. */
function newestIn(directory: string): number {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .reduce((newest, one) => Math.max(newest, statSync(path.join(one.parentPath, one.name)).mtimeMs), 0)
}

/** The production build of what stands here now. */
function build(): void {
  const built = path.join(root, 'build/server/index.js')
  if (existsSync(built) && statSync(built).mtimeMs > newestIn(path.join(root, 'app'))) return
  say('building')
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function placeFor(embedded: boolean, keep: boolean): Promise<Place> {
  const place = embedded
    ? embeddedPlace()
    : await serverPlace(process.env.BENCH_DATABASE_URL || undefined, keep)
  if (!place) throw new Error('no PostgreSQL here: set BENCH_DATABASE_URL, install one, or use --embedded')
  return place
}

async function measure(place: Place, asked: ReadonlySet<Case>, rows: number): Promise<Finding[]> {
  const findings: Finding[] = []
  if (asked.has('import')) findings.push(...(await importCases(place)))
  if (asked.has('history')) findings.push(...(await historyCases(place)))
  if (asked.has('kills')) findings.push(await killsCase(place))
  if (asked.has('held')) findings.push(await heldCase())
  const lists = new Set((['list', 'search', 'growth'] as const).filter((name) => asked.has(name)))
  if (lists.size > 0) findings.push(...(await listCases(place, rows, lists)))
  if (asked.has('due')) findings.push(await dueCase(place), ...(await dueFileCase(place)))
  if (asked.has('close')) findings.push(await closeCase(place))
  if (asked.has('matching')) findings.push(...(await matchingCases()), await meanwhileCase(place))
  if (asked.has('approvals')) findings.push(...(await approvalCases(place)))
  if (asked.has('training')) findings.push(...(await trainingCases(place)))
  if (asked.has('pay')) findings.push(...(await payCases(place)))
  if (asked.has('salaries')) findings.push(await paPayCase(place))
  if (asked.has('studios')) findings.push(...(await studioCases(place)))
  if (asked.has('weight')) findings.push(weightCase(root))
  return findings
}

const { asked, rows, embedded, keep } = options()
useBenchKey()
if ([...asked].some((name) => !['import', 'history', 'kills', 'due', 'close'].includes(name))) build()
const place = await placeFor(embedded, keep)
try {
  const findings = await measure(place, asked, rows)
  process.stdout.write(`\n${tableOf(findings)}\n\n`)
  const file = writeJson(root, { place: place.about, rows }, findings)
  say(`written to ${path.relative(root, file)}`)
} finally {
  await place.close()
}
process.exit(0)
