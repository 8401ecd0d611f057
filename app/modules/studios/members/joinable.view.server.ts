/** Studios that somebody could join, with the seats that are free. */
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { teachingText } from '../words.server.ts'
import { type JoinableRow, joinableFor } from './members.queries.server.ts'
import { type MemberPolicies, seatsOf } from './members.ts'

export async function joinableView(db: Db, personId: string, day: PlainDate, words: Words) {
  const rows = await joinableFor(db, personId, day)
  const bureaus = [...new Set(rows.map(({ orgId }) => orgId))]
  const policies = await policiesAtEach(
    db,
    bureaus.map((organisationId) => ({ organisationId, day })),
  )
  return rows.flatMap((row) => {
    const own = policies[bureaus.indexOf(row.orgId)]
    return own ? [joinableEntry(row, own, words)] : []
  })
}

function joinableEntry(row: JoinableRow, policies: MemberPolicies, words: Words) {
  const { t, locale } = words
  const free = (role: 'core' | 'trainee', taken: number) => Math.max(seatsOf(role, policies).most - taken, 0)
  return {
    id: row.id,
    href: `/me/studios/join/${row.id}`,
    name: row.name,
    leader: row.leaderName ?? '',
    school: row.schoolName,
    teaching: teachingText(row, words),
    own: row.isOwn ? t('member.own_subject') : '',
    until: formatDay(addDays(row.validTo, -1), locale),
    free: t('member.free', { core: free('core', row.core), trainees: free('trainee', row.trainees) }),
  }
}
export type JoinableEntry = ReturnType<typeof joinableEntry>
