/** The public page of studios and their forums. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { timeText } from '../activities/activity.view.server.ts'
import { teachingText } from '../words.server.ts'
import { comingForums, publicStudios } from './forums.queries.server.ts'

export async function forumsView(db: Db, day: PlainDate, now: Date, words: Words) {
  const [studios, forums] = [await publicStudios(db, day), await comingForums(db, now)]
  return {
    forums: forums.map((one) => ({
      ...{ id: one.id, title: one.title, studio: one.studioName, when: timeText(one, words) },
      where: [one.hostName, one.room].filter(Boolean).join(' '),
    })),
    studios: studios.map((one) => ({
      ...{ id: one.id, name: one.name, school: one.schoolName, leader: one.leaderName ?? '' },
      teaching: teachingText(one, words),
    })),
  }
}
export type ForumsView = Awaited<ReturnType<typeof forumsView>>
