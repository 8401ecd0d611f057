/** The import engine's way in: uploading, mapping, checking, previewing, committing, undoing. */
export { cancelBatch, startCheck, startCommit, startUndo } from './batch.commands.server.ts'
export {
  getBatch,
  listBatches,
  listProfiles,
  previewLeft,
  previewOf,
  previewRows,
} from './batch.queries.server.ts'
export { runCheck } from './check.server.ts'
export { type ImportCommand, type ImportReport, runImportCommand } from './cli.server.ts'
export { runCommit } from './commit.server.ts'
export { registerImportJobs } from './jobs.server.ts'
export { setMapping, suggestProfile } from './mapping.server.ts'
export { batchProgress, isRunningHere } from './progress.server.ts'
export { recoverInterrupted } from './recover.server.ts'
export { rejectedSheet, templateSheet } from './sheets.server.ts'
export { runUndo, standsOn } from './undo.server.ts'
export { createBatch } from './upload.server.ts'
