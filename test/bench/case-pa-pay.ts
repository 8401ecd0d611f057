/** The real salaries of a whole state, with benchmarks that were made: every county's comparison equal to plain SQL over the raw file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { leanEnvironment, leanFlags } from '#app/cli/lean-process.server.ts'
import { runScript } from './child.ts'
import type { ImportRun } from './import-run.ts'
import { findRoster } from './pa-file.ts'
import {
  putOnEstablishment,
  rawComparison,
  setMadeBenchmarks,
  shownComparison,
  writePaPay,
} from './pa-pay.ts'
import type { Place } from './place.ts'
import { type Finding, say } from './report.ts'

/** Throws where any county differs. */
export async function paPayCase(place: Place): Promise<Finding> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-pa-'))
  const home = await place.home('pa_pay')
  try {
    const roster = findRoster(scratch)
    if (!roster.isReal) throw new Error('the real salaries are not here (BENCH_PA_FILE)')
    const env = { ...home.env, ...leanEnvironment }
    await (await home.open()).close()
    say('roster of the state')
    const staff = await runScript<ImportRun>('import-run.ts', [roster.file], env, leanFlags)
    const opened = await home.open()
    await putOnEstablishment(opened)
    const file = path.join(scratch, 'pay.csv')
    const rows = await writePaPay(opened, staff.batchId ?? '', roster.file, file)
    await opened.close()
    say('its salaries')
    const paid = await runScript<ImportRun>('import-run.ts', [file, '', '', '', 'pay'], env, leanFlags)
    if (paid.counts.new !== rows) throw new Error(`counts ${JSON.stringify(paid.counts)}, not ${rows}`)
    const again = await home.open()
    await setMadeBenchmarks(again)
    const [shown, raw] = [await shownComparison(again), await rawComparison(again, roster.file)]
    await again.close()
    const differing = raw.filter((one, at) => JSON.stringify(one) !== JSON.stringify(shown[at]))
    if (differing.length > 0 || raw.length !== shown.length)
      throw new Error(`${differing.length} of ${raw.length} counties differ: ${JSON.stringify(differing[0])}`)
    const people = raw.reduce((sum, one) => sum + one.people, 0)
    return {
      case: `${rows} real salaries: ratios of counties unlike plain SQL over the raw file`,
      figure: `${differing.length} of ${raw.length}`,
      beside: `${people} people that count`,
      ...{ value: differing.length, shown: String(differing.length), bound: { atMost: 0 } },
      details: { shown, paid },
    }
  } finally {
    await place.drop('pa_pay')
    rmSync(scratch, { recursive: true, force: true })
  }
}
