/** JSON logs. No personal data: paths without their query, ids, never names, numbers or bodies. */
import { pino } from 'pino'
import { settings } from '#app/platform/env.server.ts'

export const log = pino({
  level: settings().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { error: pino.stdSerializers.err },
})
