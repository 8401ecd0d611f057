/** The reader of staff pages, and the filter of the list as the address has it. */
import { redirect } from '@remix-run/node'
import { savedFiltersWith } from '#app/composition/lists.server.ts'
import { looksLikeResidentId } from '#app/modules/registry/resident-id.ts'
import {
  type FilterPlace,
  type PlaceReader,
  readStaffFilter,
  staffAddress,
} from '#app/modules/registry/ui/staff-filter.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { localeOf, redirectWithToast, requireCan } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import type { KeptOfList } from '#app/platform/lists/saved-filters.server.ts'

export async function openStaff(request: Request, action: Action = 'staff:read') {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, action))
  const locale = localeOf(request)
  const words = { t: translator(locale), locale }
  return { actor, db: (await database()).db, locale, words }
}

/** With the filter. An identity number in the address is taken out before anything is done with it. */
export async function openStaffList(
  request: Request,
  action: Action = 'staff:read',
  readPlaces?: PlaceReader,
) {
  const opened = await openStaff(request, action)
  const { searchParams: params } = new URL(request.url)
  if (looksLikeResidentId(params.get('q') ?? '')) {
    const without = addressWith('/staff', params, { q: null, cursor: null })
    throw await redirectWithToast(without, 'staff.id_not_in_address')
  }
  const read = await readStaffFilter(opened.db, opened.actor, params, today(), readPlaces)
  return { ...opened, params, read }
}

/** For the list's page: with what its reader keeps of it, brought by the query that finds the filter's organisations. */
export async function openStaffListPage(request: Request) {
  let saved = undefined as (KeptOfList & { list: string }) | undefined
  const opened = await openStaffList(request, 'staff:read', async (places) => {
    const { beside, ...kept } = await savedFiltersWith<FilterPlace[]>(request, 'staff', places)
    saved = kept
    return beside
  })
  return { ...opened, saved }
}

/** For an export: never more than was asked for, so a filter with mistakes goes back to the list, which tells them. */
export async function openStaffExport(request: Request, action: Action = 'staff:export') {
  const { read, ...opened } = await openStaffList(request, action)
  if (read.problems.length > 0) throw redirect(addressWith('/staff', opened.params, { cursor: null }))
  const filter = { ...read.filter, cursor: null }
  const [, query = ''] = staffAddress(filter).split('?')
  return { ...opened, filter, query }
}
