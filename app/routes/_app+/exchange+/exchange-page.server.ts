/** What the pages of exchange ask first. */
import { openRoom, openRoomList } from '#app/composition/room-page.server.ts'
import type { Action } from '#app/platform/access/roles.ts'

export function openExchange(request: Request, action: Action = 'exchange:read') {
  return openRoom(request, action)
}

/** The same with the organisation that the filter's `place` names. */
export function openExchangeList(request: Request) {
  return openRoomList(request, 'exchange:read')
}
