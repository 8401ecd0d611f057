/** The front door of exchange on the server: what other rooms may ask. */
export { dueEffect } from './due-effect.server.ts'
