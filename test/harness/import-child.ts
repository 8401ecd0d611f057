/** A process of its own that commits or undoes a batch, for a test that kills it: prints a line when the work begins. */
import '#app/composition/register.server.ts'
import { openDatabase, useDatabase } from '#app/platform/database/client.server.ts'
import { settings } from '#app/platform/env.server.ts'
import { runCommit } from '#app/platform/imports/commit.server.ts'
import { isRunningHere } from '#app/platform/imports/progress.server.ts'
import { runUndo } from '#app/platform/imports/undo.server.ts'

const [work = '', batchId = ''] = process.argv.slice(2)
useDatabase(await openDatabase(settings()))
const done = work === 'undo' ? runUndo(batchId) : runCommit(batchId)
const timer = setInterval(() => {
  if (!isRunningHere(batchId)) return
  clearInterval(timer)
  process.stdout.write('begun\n')
}, 5)
await done
process.stdout.write('done\n')
process.exit(0)
