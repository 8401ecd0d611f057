/** Which rule of the database a failed write broke, the same from PostgreSQL and PGlite. */

export type Violation = { code: string; message: string }

/** SQLSTATE codes that acts answer for. */
export const EXCLUSION_VIOLATION = '23P01'
export const UNIQUE_VIOLATION = '23505'
const UNDEFINED_TABLE = '42P01'

/** The SQLSTATE and the server's words of a failed query; null for any other error. */
export function violationOf(error: unknown): Violation | null {
  const meta = at(error, 'meta')
  const cause = at(at(meta, 'driverAdapterError'), 'cause')
  const code = at(cause, 'originalCode')
  const message = at(cause, 'originalMessage')
  return typeof code === 'string' ? { code, message: String(message ?? '') } : null
}

/** Whether a query named a table that is not there (Prisma's P2021, or 42P01 under a raw query): not migrated yet. */
export function lacksTable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (error as { code?: unknown }).code === 'P2021' || violationOf(error)?.code === UNDEFINED_TABLE
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
