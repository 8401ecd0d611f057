/**
 * An error as the log may hold it: what kind, where, which code of the database. Messages and details of databases and
 * parsers quote what somebody typed, so values are cut out of them.
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
const identifier = /^[a-z_][a-z0-9_.]*$/i

/**
 * A text without the values it quotes. Names of columns, constraints and functions stay; what follows `: "`, quoted
 * texts that are no such names, anything but ASCII and every number of 6 digits or more becomes `…`.
 */
function withoutValues(text: string): string {
  return text
    .replace(/: "[\s\S]*$/, ': …')
    .replace(/(["'`])(.*?)\1/g, (quoted, mark: string, inner: string) =>
      identifier.test(inner) ? quoted : `${mark}…${mark}`,
    )
    .replace(/[^\n\x20-\x7e…]+/g, '…')
    .replace(/\d{6,}[xX]?/g, '…')
}

/** Prisma's messages end with what went wrong; before that they show the call with all its values. */
function lastParagraph(message: string): string {
  return message.trim().split('\n').at(-1) ?? ''
}

/** What the log keeps of anything thrown. */
export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', at: [] }
  const { code } = error as { code?: unknown }
  const known = violationOf(error)?.code ?? (typeof code === 'string' ? code : undefined)
  return {
    type: error.name,
    ...(known ? { code: known } : {}),
    message: withoutValues(lastParagraph(error.message)),
    at: (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []),
    ...(error.cause && depth < deepest ? { cause: errorForLog(error.cause, depth + 1) } : {}),
  }
}
