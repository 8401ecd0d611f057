/** The importer's way in for its pages: uploading, mapping, checking, previewing, committing, undoing. */
export { cancelBatch, startCheck, startCommit, startUndo } from './batch.commands.server.ts'
export { getBatch, listProfiles } from './batch.queries.server.ts'
export { setMapping, takeRowsIn } from './mapping.server.ts'
export { batchProgress, isRunningHere } from './progress.server.ts'
export { rejectedSheet, templateSheet } from './sheets.server.ts'
