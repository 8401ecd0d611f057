/** Cases 1 and 2: the whole real roster, beside COPY of the same parsed rows; the same file again, beside the first time. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { leanEnvironment, leanFlags } from '#app/cli/lean-process.server.ts'
import { filledFields } from '#app/modules/registry/staff-import/plan.ts'
import { builtInProfiles } from '#app/modules/registry/staff-import/profiles/index.ts'
import { stagedShape } from '#app/modules/registry/staff-import/staged-row.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { runScript } from './child.ts'
import type { CopyRun } from './copy-run.ts'
import type { ImportRun } from './import-run.ts'
import { median } from './measure.ts'
import { countByCounty, type FileCount, findRoster } from './pa-file.ts'
import type { Home, Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'

type Round = { first: ImportRun; copy: CopyRun; again: ImportRun }

const ROUNDS = 3
const ROWS_A_READ = 10_000
const COPY_TABLE = 'bench_copy'

/** Runs the import in fresh databases, `ROUNDS` times. Throws when a count of the application is not the file's. */
export async function importCases(place: Place): Promise<Finding[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-file-'))
  try {
    const roster = findRoster(scratch)
    if (!roster.isReal)
      say('the real roster is not here (BENCH_PA_FILE): a made one of the same shape is imported')
    const count = await countByCounty(roster)
    const rounds: Round[] = []
    for (let no = 1; no <= ROUNDS; no++) {
      rounds.push(await roundIn(place, `import_${no}`, roster.file, count, path.join(scratch, 'rows')))
      await place.drop(`import_${no}`)
    }
    return findingsOf(place, rounds, count, roster.isReal)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** As `shizi import` runs: in a process with a bounded heap. */
function importRun(file: string, { env }: Home): Promise<ImportRun> {
  return runScript<ImportRun>('import-run.ts', [file], { ...env, ...leanEnvironment }, leanFlags)
}

async function roundIn(
  place: Place,
  name: string,
  file: string,
  count: FileCount,
  rowsFile: string,
): Promise<Round> {
  const home = await place.home(name)
  await within(home, async () => {})
  await place.settle()
  const first = await importRun(file, home)
  expectCounts(first, { rows: count.rows, new: count.rows })
  await within(home, async (opened) => {
    await expectCounties(opened, count)
    await writeRows(opened, first.batchId ?? '', rowsFile)
    await opened.executeSql(
      `create table ${COPY_TABLE} (like staff_import_row including defaults including indexes)`,
    )
  })
  await place.settle()
  const copy = await runScript<CopyRun>('copy-run.ts', [rowsFile, COPY_TABLE, columns.join(',')], home.env)
  await within(home, (opened) => opened.executeSql(`drop table ${COPY_TABLE}`))
  rmSync(rowsFile)
  await place.settle()
  const again = await importRun(file, home)
  expectCounts(again, { rows: count.rows, unchanged: count.rows })
  say(`${name}: ${seconds(first.ms)}, COPY ${seconds(copy.ms)}, again ${seconds(again.ms)}`)
  return { first, copy, again }
}

/** Opens the home in this process and closes it again: an embedded database has one process at a time. */
async function within(home: Home, act: (opened: Database) => Promise<unknown>): Promise<void> {
  const opened = await home.open()
  try {
    await act(opened)
  } finally {
    await opened.close()
  }
}

function expectCounts({ counts, state, reason }: ImportRun, wanted: Record<string, number>): void {
  const isSame = Object.entries(wanted).every(([key, value]) => counts[key] === value)
  if (!isSame)
    throw new Error(`counts ${JSON.stringify(counts)} (${state}, ${reason}), not ${JSON.stringify(wanted)}`)
}

/** The application's counts of each county, against the file's. */
async function expectCounties({ db }: Database, { byCounty }: FileCount): Promise<void> {
  const found = await db.$queryRaw<{ name: string; count: number }[]>`
    select c.name, count(distinct e.person_id)::int as count
    from roster_entry e join organisation c on c.id = e.county_id group by c.name`
  const differing = found.filter(({ name, count }) => byCounty.get(name) !== count)
  if (differing.length > 0 || found.length !== byCounty.size)
    throw new Error(`counties: ${found.length} of ${byCounty.size}, differing ${JSON.stringify(differing)}`)
}

const columns = ((profile) => {
  if (!profile) throw new Error('no profile pa-2012-k12')
  const filled = filledFields(profile)
  return stagedShape((key) => filled.has(key)).columns
})(builtInProfiles.find(({ key }) => key === 'pa-2012-k12'))

/** The rows as the import staged them, all of its columns, as COPY text. */
async function writeRows(opened: Database, batchId: string, file: string): Promise<void> {
  const texts = columns.map((column) => `${column}::text`).join(', ')
  for (let from = 1; ; from += ROWS_A_READ) {
    const { rows } = await opened.executeSql(
      `select ${texts} from staff_import_row where batch_id = $1 and row_number >= $2 and row_number < $3`,
      [batchId, from, from + ROWS_A_READ],
    )
    if (rows.length === 0) return
    appendFileSync(file, rows.map((row) => `${columns.map((key) => cell(row[key])).join('\t')}\n`).join(''))
  }
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cell(value: unknown): string {
  return value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function findingsOf(place: Place, rounds: readonly Round[], { rows }: FileCount, isReal: boolean): Finding[] {
  const first = median(rounds.map((round) => round.first.ms))
  const copy = median(rounds.map((round) => round.copy.ms))
  const again = median(rounds.map((round) => round.again.ms))
  const rss = Math.max(...rounds.map((round) => round.first.peakRssMb))
  const title = `import of ${rows} rows${isReal ? '' : ' (made file)'}`
  const details = { rounds, columns }
  return [
    {
      case: title,
      figure: seconds(first),
      beside: `COPY ${seconds(copy)}`,
      ...ratio(median(rounds.map((round) => round.first.ms / round.copy.ms))),
      bound: { atMost: 12 },
      details,
    },
    {
      case: '  peak memory of its process',
      figure: `${Math.round(rss)} MB`,
      beside: place.kind === 'embedded' ? 'database included' : '',
      value: rss,
      shown: `${Math.round(rss)} MB`,
      bound: place.kind === 'embedded' ? null : { atMost: 400 },
      details: {},
    },
    {
      case: '  the same file again',
      figure: seconds(again),
      beside: `first ${seconds(first)}`,
      ...ratio(median(rounds.map((round) => round.again.ms / round.first.ms))),
      bound: { atMost: 0.5 },
      details: {},
    },
  ]
}
