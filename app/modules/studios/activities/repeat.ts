/** When an activity is repeated: every so many weeks until a day, or on a list of days. Pure; days of the calendar, Asia/Shanghai. */
import { addDays, type PlainDate } from '#app/platform/dates.ts'

export type Repeat =
  | { kind: 'once' }
  | { kind: 'weekly'; everyWeeks: number; until: PlainDate }
  | { kind: 'days'; days: readonly PlainDate[] }

export type Repeated =
  | { ok: true; days: PlainDate[] }
  | { ok: false; problem: 'ends_before' | 'too_many' | 'no_days' }

/** The days in order, each once, the first among them. `most`: more are refused rather than cut off. */
export function daysOf(first: PlainDate, repeat: Repeat, most: number): Repeated {
  if (repeat.kind === 'once') return { ok: true, days: [first] }
  if (repeat.kind === 'days') {
    const days = [...new Set([first, ...repeat.days])].sort()
    if (days.length > most) return { ok: false, problem: 'too_many' }
    return repeat.days.length === 0 ? { ok: false, problem: 'no_days' } : { ok: true, days }
  }
  if (repeat.until < first) return { ok: false, problem: 'ends_before' }
  const days: PlainDate[] = []
  for (let day = first; day <= repeat.until; day = addDays(day, 7 * repeat.everyWeeks)) {
    days.push(day)
    if (days.length > most) return { ok: false, problem: 'too_many' }
  }
  return { ok: true, days }
}
