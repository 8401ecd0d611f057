/**
 * An error as the log may hold it: what kind, where, which code of the database. Messages and details of databases and
 * parsers quote what somebody typed, so they are cut where a value begins.
 */
import { violationOf } from './database/violation.server.ts'

export type LoggedError = {
  type: string
  code?: string
  message: string
  at: string[]
  cause?: LoggedError
}

const deepest = 3

/**
 * A quoted name of the program's own, told by the word before it, or (without the group) any other quotation mark: there a
 * value begins. An apostrophe inside a word quotes nothing.
 */
const quoted =
  /\b(?:column|relation|table|constraint|index|function|type|sequence|fields?|property|argument|reading):? \(?(["'`])[a-z_][\w.]*\1|["`]|(?<![a-z])'|'(?![a-z])/gi

/** A text up to the first value that it quotes: a value may hold quotes and line ends, so nothing after it is sure. */
function upToValue(text: string): string {
  const value = [...text.matchAll(quoted)].find(([, ownName]) => !ownName)
  return value ? `${text.slice(0, value.index)}…` : text
}

/** Anything but ASCII, and every number of 6 digits or more, becomes `…`. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e…]+/g, '…').replace(/\d{6,}[xX]?/g, '…')
}

const prismaCall = /^\s*Invalid `[^`]*` invocation(?: in\n[\s\S]*?\n→ [^\n]*|:)\n+/
const prismaCode = /^(?:Raw query failed|Database error)\. Code: `(\w{5})`\. Message: `/

/** What went wrong, without the call that Prisma's messages show before it (with all its values, when it was malformed). */
function whatWentWrong({ name, message }: Error): string {
  if (name === 'PrismaClientValidationError') return message.trim().split('\n').at(-1) ?? ''
  return message.replace(prismaCall, '').replace(prismaCode, '$1 ').trim()
}

/** The places in an error's stack, which begins with its message: that may look like a place. */
function placesIn({ message, stack = '' }: Error): string[] {
  const start = stack.indexOf(message)
  if (start < 0) return []
  const lines = stack.slice(start + message.length).split('\n')
  return lines.flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []).map(plain)
}

/** What the log keeps of anything thrown. */
export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', at: [] }
  const code = violationOf(error)?.code ?? (error as { code?: unknown }).code
  const isCode = typeof code === 'string' && /^\w{2,40}$/.test(code)
  return {
    type: error.name,
    ...(isCode ? { code } : {}),
    message: plain(upToValue(whatWentWrong(error)).split('\n')[0] ?? ''),
    at: placesIn(error),
    ...(error.cause && depth < deepest ? { cause: errorForLog(error.cause, depth + 1) } : {}),
  }
}
