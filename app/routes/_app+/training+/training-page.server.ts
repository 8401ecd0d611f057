/** What the pages of training ask first. */
import { openRoom, openRoomList } from '#app/composition/room-page.server.ts'
import type { Action } from '#app/platform/access/roles.ts'

export function openTraining(request: Request, action: Action = 'training:read') {
  return openRoom(request, action)
}

/** The same with the organisation that the filter's `place` names. */
export function openEntryList(request: Request) {
  return openRoomList(request, 'training:read')
}
