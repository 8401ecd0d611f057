/** The day a record is asked for: the address's, or today. */
import { today } from '#app/platform/clock.server.ts'
import { isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import type { Translate } from '#app/platform/i18n/translate.ts'

export function readRecordDay(
  request: Request,
  t: Translate,
): { day: PlainDate; now: PlainDate; problem?: string } {
  const now = today()
  const typed = new URL(request.url).searchParams.get('asOf') ?? ''
  if (typed === '') return { day: now, now }
  const isDay = isPlainDate(typed) && typed >= '1900-01-01' && typed < '2100-01-01'
  return isDay ? { day: typed, now } : { day: now, now, problem: t('form.date') }
}
