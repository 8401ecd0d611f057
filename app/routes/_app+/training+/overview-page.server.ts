/** What the pages of the overview ask first: which place, which year. */
import { overviewPlace } from '#app/modules/training/overview/overview.queries.server.ts'
import { overviewView } from '#app/modules/training/overview/overview.view.server.ts'
import { yearIn } from '#app/modules/training/year-in.ts'
import { openEntryList } from './training-page.server.ts'

/** The view is null where the place is not there, or not the reader's to see. */
export async function openOverview(request: Request) {
  const opened = await openEntryList(request)
  const { db, actor, orgId, isPlaceUnknown, params, today, words } = opened
  const found = isPlaceUnknown ? null : await overviewPlace(db, actor, orgId)
  const asked = found && { place: found, year: yearIn(params), today }
  return { ...opened, found, view: asked && (await overviewView(db, asked, words)) }
}
