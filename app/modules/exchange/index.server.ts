/** The front door of exchange on the server: what other rooms may read. */
export { findDue, listDue } from './due.queries.server.ts'
export { dueEffect } from './due-effect.server.ts'
export { listForecast, listTargets } from './targets.queries.server.ts'
