/** The one place that asks what day it is. Bureaus live in China's time, wherever the server stands. */
import type { PlainDate } from '#app/platform/dates.ts'

const dayInChina = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' })

const hourOnClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'Asia/Shanghai' })

/** The day in Asia/Shanghai, as YYYY-MM-DD: today, unless another moment is given. */
export function today(now = new Date()): PlainDate {
  return dayInChina.format(now)
}

/** The hour of the clock in Asia/Shanghai, 0 to 23. */
export function hourInChina(now = new Date()): number {
  return Number(hourOnClock.format(now))
}
