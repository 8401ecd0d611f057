/** One import of a file by the program's own command, in a process whose memory is measured. Reports JSON. */
import '#app/composition/register.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { runImportCommand } from '#app/platform/imports/cli.server.ts'

export type ImportRun = {
  ms: number
  checkMs: number
  commitMs: number
  peakRssMb: number
  state: string | null
  reason: string | null
  batchId: string | null
  counts: Record<string, number>
}

const [file = ''] = process.argv.slice(2)
const opened = await database()
const began = performance.now()
const { exitCode, report } = await runImportCommand({ subject: 'staff', file, profile: 'pa-2012-k12' })
const ms = performance.now() - began
const run: ImportRun = {
  ms,
  checkMs: report.times.check,
  commitMs: report.times.commit,
  peakRssMb: process.resourceUsage().maxRSS / 1024,
  state: report.state,
  reason: report.reason,
  batchId: report.batchId,
  counts: report.counts,
}
process.stdout.write(`${JSON.stringify(run)}\n`)
await opened.close()
process.exit(exitCode)
