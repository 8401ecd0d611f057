/** The studios to which somebody belongs, and the calls that concern them. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { callStageView, windowText } from '../calls/call.view.server.ts'
import { callsFor } from '../calls/calls.queries.server.ts'
import { wishesOf } from '../members/members.queries.server.ts'
import { wishEntry } from '../members/members.view.server.ts'
import { ownResearcher } from '../researchers/researchers.queries.server.ts'
import { RESEARCH_PATH } from '../researchers/tell-researchers.server.ts'
import { teachingText } from '../words.server.ts'
import { phaseView } from './studio.view.server.ts'
import { studiosOf } from './studios.queries.server.ts'

export async function ownStudiosView(db: Db, personId: string, day: PlainDate, words: Words) {
  const { t } = words
  const studios = await studiosOf(db, personId, day)
  const calls = await callsFor(db, personId, day)
  const wishes = await wishesOf(db, personId, day)
  return {
    researchHref: (await ownResearcher(db, personId)) && RESEARCH_PATH,
    wishes: wishes.map((row) =>
      wishEntry(row, row.kind === 'invited' ? ['accepted', 'declined'] : ['withdrawn'], words),
    ),
    studios: studios.map((one) => ({
      id: one.id,
      href: `/me/studios/${one.id}`,
      name: one.name,
      role: t(`studio.role_${one.role}`),
      teaching: teachingText(one, words),
      school: one.schoolName,
      state: phaseView(one, day, words),
    })),
    calls: calls.map((one) => ({
      id: one.id,
      href: `/me/studios/calls/${one.id}`,
      title: one.title,
      bureau: one.orgName,
      window: windowText(one, words),
      state: callStageView(one, day, words),
    })),
  }
}
export type OwnStudiosView = Awaited<ReturnType<typeof ownStudiosView>>
