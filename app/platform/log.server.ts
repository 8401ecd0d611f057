/** JSON logs. No personal data: paths without their query, ids, never names, numbers or bodies. */
import { pino } from 'pino'
import { settings } from '#app/platform/env.server.ts'
import { errorForLog } from './log-error.server.ts'

/** A wrong setting is told by what starts the process, in words; loading this file is too early for that. */
function level(): string {
  try {
    return settings().LOG_LEVEL
  } catch {
    return 'info'
  }
}

export const log = pino({
  level: level(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { error: (error: unknown) => errorForLog(error) },
})
