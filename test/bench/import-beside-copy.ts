/** A file of a subject of the importer, beside COPY of the same rows as they are staged. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { leanEnvironment, leanFlags } from '#app/cli/lean-process.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { runScript } from './child.ts'
import type { CopyRun } from './copy-run.ts'
import type { ImportRun } from './import-run.ts'
import type { Home, Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'

const STAGED = [
  'batch_id',
  'row_number',
  'id',
  'outcome',
  'warned',
  'moved',
  'name',
  'target_id',
  'changes',
  'values',
]

type Imported = {
  subject: string
  title: string
  /** All of which are new. */
  rows: number
  writeFile(opened: Database, file: string): Promise<void>
}

/** Throws where not every row of the file is new to the database. */
export async function importBesideCopy(
  place: Place,
  home: Home,
  { subject, title, rows, writeFile }: Imported,
): Promise<Finding> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-file-'))
  const [file, staged] = [path.join(scratch, `${subject}.csv`), path.join(scratch, 'rows')]
  try {
    const opened = await home.open()
    await writeFile(opened, file)
    await opened.close()
    await place.settle()
    say(`import of ${title}`)
    const env = { ...home.env, ...leanEnvironment }
    const ran = await runScript<ImportRun>('import-run.ts', [file, '', '', '', subject], env, leanFlags)
    if (ran.counts.new !== rows)
      throw new Error(`counts ${JSON.stringify(ran.counts)} (${ran.state}, ${ran.reason})`)
    await writeStaged(home, ran.batchId ?? '', staged)
    await place.settle()
    const columns = STAGED.map((one) => (one === 'values' ? '"values"' : one)).join(',')
    const copy = await runScript<CopyRun>('copy-run.ts', [staged, 'bench_copy', columns], home.env)
    return {
      case: `import of ${title}; beside COPY`,
      figure: `${(ran.ms / 1000).toFixed(2)} s, ${Math.round(ran.peakRssMb)} MB`,
      beside: `COPY ${(copy.ms / 1000).toFixed(2)} s`,
      ...ratio(ran.ms / copy.ms),
      bound: { atMost: 12 },
      details: { ran, copy },
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The rows as the import staged them, as COPY text, and an empty table like theirs. */
async function writeStaged(home: Home, batchId: string, file: string): Promise<void> {
  const { executeSql, close } = await home.open()
  const cells = STAGED.map((one) => `coalesce(replace("${one}"::text, E'\\\\', E'\\\\\\\\'), '\\N')`)
  const line = cells.join(` || E'\\t' || `)
  const { rows } = await executeSql(`select ${line} as line from import_row where batch_id = $1`, [batchId])
  writeFileSync(file, rows.map((row) => `${row.line}\n`).join(''))
  await executeSql('create table bench_copy (like import_row including defaults including indexes)')
  await close()
}
