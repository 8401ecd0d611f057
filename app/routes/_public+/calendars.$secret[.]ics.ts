/** Somebody's deadlines, for a calendar that reads along: who knows the address reads them. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarBehind } from '#app/composition/calendar.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const { db } = await database()
  const text = requireFound(await calendarBehind(db, params.secret ?? ''))
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="shizi.ics"',
      'X-Robots-Tag': 'noindex',
    },
  })
}
