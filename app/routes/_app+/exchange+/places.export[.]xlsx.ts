/** Where schools lie, as a workbook whose rows can be pasted back. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { placeFilterOf, placesSheet } from '#app/modules/exchange/places/place.view.server.ts'
import { placeList } from '#app/modules/exchange/places/place-list.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openExchangeList } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, words, orgId } = await openExchangeList(request)
  return sendList(db, actor, placeList, placesSheet(db, actor, placeFilterOf(params, orgId), words))
}
