/** The front door of exchange on the server: what other rooms may ask. */
export { dueEffect } from './due-effect.server.ts'
export { choiceText } from './ui/due-why.server.ts'
