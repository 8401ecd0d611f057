/** JSON logs. No personal data: paths without their query, ids, never names, numbers or bodies. */
import { pino } from 'pino'
import { logLevel } from '#app/platform/env.server.ts'
import { errorForLog } from './log-error.server.ts'

export const log = pino({
  level: logLevel(process.env),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { error: (error: unknown) => errorForLog(error) },
})
