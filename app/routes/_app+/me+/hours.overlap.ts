/** Asked while days are typed: what one reported already for that time. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { overlapping } from '#app/modules/training/entries.queries.server.ts'
import { spanIn } from '#app/modules/training/entry.ts'
import { daysText } from '#app/modules/training/hours.view.server.ts'
import { openOwnHours } from './own-hours-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, personId, params, words } = await openOwnHours(request)
  const span = spanIn(params)
  const found = span && (await overlapping(db, personId, span, params.get('corrects')))
  const text = found && words.t('training.overlap', { title: found.title, days: daysText(found, words) })
  return Response.json({ text })
}
