/** Tells "the database cannot be reached" from every other error. */
import { violationOf } from './violation.server.ts'

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
])
const awayWords =
  /Can't reach database|Connection terminated|timeout exceeded when trying to connect|Connection refused|not currently accepting connections/i

/** Whether the error, or what caused it, says that the server is away. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false
  // Prisma's own code first; the server's stands deeper.
  for (const code of [(error as { code?: unknown }).code, violationOf(error)?.code])
    if (typeof code === 'string' && awayCodes.has(code)) return true
  const nested = error instanceof AggregateError ? error.errors : []
  return (
    awayWords.test(error.message) || [error.cause, ...nested].some((one) => isDatabaseAway(one, depth + 1))
  )
}
