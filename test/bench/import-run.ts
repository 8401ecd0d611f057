/** One import of a file by the program's own command, or the undo of a batch, in a process whose memory is measured. Reports JSON. */
import '#app/composition/register.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { runImportCommand } from '#app/platform/imports/cli.server.ts'
import { subjectOf } from '#app/platform/imports/subject.ts'
import { runUndo } from '#app/platform/imports/undo.server.ts'

export type ImportRun = {
  ms: number
  checkMs: number
  commitMs: number
  /** 0 where nothing was undone. */
  undoMs: number
  peakRssMb: number
  state: string | null
  reason: string | null
  batchId: string | null
  counts: Record<string, number>
}

const [file = '', named = 'pa-2012-k12', asOf, undo, subject = 'staff'] = process.argv.slice(2)
// Files about anything else are read by their headings.
const profile = subject === 'staff' ? named : undefined
const opened = await database()
// What is measured is the import, not the loading of its program.
await subjectOf(subject)
const began = performance.now()
const { exitCode, report } = await runImportCommand({ subject, file, profile, asOf: asOf || undefined })
const ms = performance.now() - began
const undoMs = undo && report.batchId ? await undoOf(report.batchId) : 0
const run: ImportRun = {
  ms,
  checkMs: report.times.check,
  commitMs: report.times.commit,
  undoMs,
  peakRssMb: process.resourceUsage().maxRSS / 1024,
  state: report.state,
  reason: report.reason,
  batchId: report.batchId,
  counts: report.counts,
}
process.stdout.write(`${JSON.stringify(run)}\n`)
await opened.close()
process.exit(exitCode)

async function undoOf(batchId: string): Promise<number> {
  await opened.db.importBatch.update({ where: { id: batchId }, data: { state: 'undoing' } })
  const started = performance.now()
  await runUndo(batchId)
  const { state } = await opened.db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
  if (state !== 'undone') throw new Error(`the undo ended in ${state}`)
  return performance.now() - started
}
