/** The one place that asks what day it is. Bureaus live in China's time, wherever the server stands. */
import type { PlainDate } from '#app/platform/dates.ts'

const dayInChina = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' })

/** Today in Asia/Shanghai, as YYYY-MM-DD. */
export function today(): PlainDate {
  return dayInChina.format(new Date())
}
