/** What the pages of pay ask first: who reads, which counties, which years. */
import { openRoom } from '#app/composition/room-page.server.ts'
import { countiesFor, payYears } from '#app/modules/pay/parity.queries.server.ts'
import { mayLook } from '#app/modules/pay/person.queries.server.ts'
import type { Action } from '#app/platform/access/roles.ts'

/** The year that an address names; null where it names none. */
export function yearIn(params: URLSearchParams): number | null {
  const text = params.get('year') ?? ''
  return /^(19|20)\d{2}$/.test(text) ? Number(text) : null
}

export async function openPay(request: Request, action: Action = 'pay:read') {
  const opened = await openRoom(request, action)
  return { ...opened, mayLook: mayLook(opened.actor) }
}

/** `year` is the one asked for, else the last that is over and has figures; null where there are none at all. */
export async function openParity(request: Request) {
  const opened = await openPay(request)
  const { db, actor, params, today } = opened
  const counties = await countiesFor(db, actor)
  const years = await payYears(
    db,
    counties.map(({ id }) => id),
  )
  const asked = yearIn(params)
  const over = years.find((one) => one < Number(today.slice(0, 4)))
  const year = years.find((one) => one === asked) ?? over ?? years[0] ?? null
  return { ...opened, counties, years, year }
}
