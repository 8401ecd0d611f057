/** The subjects of a round: of the reader's own places, or of the one that the filter names. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { subjectsOf } from '#app/modules/exchange/rounds/subjects.queries.server.ts'
import { organisationOfText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { openRoundPage } from './round-page.server.ts'

export async function openSubjects(args: LoaderFunctionArgs) {
  const opened = await openRoundPage(args)
  const { db, actor, round, query } = opened
  const place = query.get('place')?.trim().slice(0, 100) ?? ''
  const placeId = await organisationOfText(db, actor, place)
  const table = await subjectsOf(db, actor, round, placeId)
  return { ...opened, table, asked: { place, isPlaceUnknown: place !== '' && !placeId } }
}
