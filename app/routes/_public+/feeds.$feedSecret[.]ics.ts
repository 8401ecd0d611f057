/** The calendar of a studio or a school, for calendars that read along: who knows the address reads it. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarBehindFeed } from '#app/modules/studios/feeds/feed.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { requireFound, wordsOf } from '#app/platform/http/respond.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await database()
  const text = requireFound(await calendarBehindFeed(db, params.feedSecret ?? '', today(), wordsOf(request)))
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="shizi.ics"',
      'X-Robots-Tag': 'noindex',
    },
  })
}
