/** The front door of training on the server: hours that other rooms give, and the proof of the ledger. */
export { giveHours } from './give.server.ts'
export { recount } from './recount.sql.server.ts'
