/** Which rule of the database a failed write broke, the same from PostgreSQL and PGlite. */

export type Violation = { code: string; message: string }

/** SQLSTATE codes that acts answer for. */
export const EXCLUSION_VIOLATION = '23P01'
export const UNIQUE_VIOLATION = '23505'

/** The SQLSTATE and the server's words of a failed query; null for any other error. */
export function violationOf(error: unknown): Violation | null {
  const meta = at(error, 'meta')
  const cause = at(at(meta, 'driverAdapterError'), 'cause')
  const code = at(cause, 'originalCode')
  const message = at(cause, 'originalMessage')
  return typeof code === 'string' ? { code, message: String(message ?? '') } : null
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
