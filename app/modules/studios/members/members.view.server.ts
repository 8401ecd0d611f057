/** The members of a studio as its people, and the bureau, see them. */
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { type DecisionWords, reasonsView } from '#app/platform/decisions/decision-view.server.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { word } from '../words.server.ts'
import type { WishAnswer } from './members.commands.server.ts'
import { answerViews, membersPath } from './members.form.server.ts'
import {
  type BelongingRow,
  belongingTo,
  type PairRow,
  pairsOf,
  type WishRow,
  wishesAt,
} from './members.queries.server.ts'
import { type CompositionRule, compositionDecision, type MemberPolicies } from './members.ts'

type Reader = { personId: string | null; leads: boolean }
type Asked = { studio: { id: string; orgId: string; validFrom: PlainDate }; reader: Reader; day: PlainDate }

/** Who belongs to it, and whether that is as it should be: all that the bureau's page shows. */
export async function belongingView(db: Db, { studio, reader, day }: Asked, words: Words) {
  const on = day < studio.validFrom ? studio.validFrom : day
  const rows = await belongingTo(db, studio.id, on)
  const policies = await policiesAt(db, studio.orgId, day)
  const path = membersPath(studio)
  return {
    composition: compositionView(
      rows.filter(({ validTo }) => validTo > on),
      policies,
      words,
    ),
    members: rows.map((row) => memberEntry(row, { path, reader, on }, words)),
  }
}

export async function membersView(db: Db, asked: Asked, words: Words) {
  const { studio, reader, day } = asked
  const wishes = reader.leads ? await wishesAt(db, studio.id, day) : []
  const path = membersPath(studio)
  const pairs = await pairsOf(db, studio.id, day)
  return {
    ...(await belongingView(db, asked, words)),
    wishes: wishes.map((row) =>
      wishEntry(row, row.kind === 'applied' ? ['accepted', 'declined'] : ['withdrawn'], words),
    ),
    pairs: pairs.map((row) => pairEntry(row, { studio, reader, on: day }, words)),
    acts: reader.leads ? { invite: `${path}/invite`, pair: `/me/studios/${studio.id}/pairs/new` } : null,
    exportHref: `${path}/export.xlsx`,
  }
}
export type MembersView = Awaited<ReturnType<typeof membersView>>

/** How the studio is made up, reason by reason. */
function compositionView(members: readonly BelongingRow[], policies: MemberPolicies, words: Words) {
  const { t } = words
  const decision = compositionDecision(members, policies)
  const spoken: DecisionWords = {
    ...words,
    rule: (code) => t(`member.rule_${code as CompositionRule}`),
    fact: ({ rule }, values) => t(`member.fact_${rule as CompositionRule}`, values),
    choice: (_, value) => value,
    number: (_, text) => t('studios.at_least', { limit: text }),
  }
  return {
    outcome: t(`member.composition_${decision.outcome}`),
    isComplete: decision.outcome === 'complete',
    reasons: reasonsView(decision, spoken),
  }
}

type Seen = { path: string; reader: Reader; on: PlainDate }

function memberEntry(row: BelongingRow, { path, reader, on }: Seen, words: Words) {
  const { t, locale } = words
  const isGone = row.validTo <= on
  const isOwn = row.personId === reader.personId
  const canEnd = !isGone && row.role !== 'leader' && (reader.leads || isOwn)
  return {
    id: row.id,
    name: row.name,
    role: t(`studio.role_${row.role}`),
    school: row.schoolName ?? '',
    rural: row.isRural ? t('member.rural') : '',
    title: word('titleLevel', row.titleLevel, words),
    since: formatDay(row.validFrom, locale),
    left: isGone
      ? t('member.left_text', { day: formatDay(addDays(row.validTo, -1), locale), why: row.leftWhy ?? '' })
      : '',
    end: canEnd ? { href: `${path}/${row.id}`, label: t(isOwn ? 'member.leave' : 'member.end') } : null,
  }
}
export type MemberEntry = ReturnType<typeof memberEntry>

export function wishEntry(row: WishRow, answers: readonly WishAnswer[], words: Words) {
  const { t } = words
  return {
    id: row.id,
    studio: row.studioName,
    name: row.name,
    school: [row.schoolName, row.isRural && t('member.rural')].filter(Boolean).join(' '),
    role: t(`studio.role_${row.role}`),
    kind: t(`member.kind_${row.kind}`),
    note: row.note,
    answers: answerViews(row, answers, words),
  }
}
export type WishEntry = ReturnType<typeof wishEntry>

type Paired = { studio: { id: string }; reader: Reader; on: PlainDate }

function pairEntry(row: PairRow, { studio, reader, on }: Paired, { t, locale }: Words) {
  const runs = row.validTo > on && row.outcome === null
  return {
    id: row.id,
    mentor: row.mentor,
    trainee: row.trainee,
    goal: row.goal,
    term: t('studio.term_text', {
      from: formatDay(row.validFrom, locale),
      until: formatDay(addDays(row.validTo, -1), locale),
    }),
    outcome: row.outcome ?? t(runs ? 'pair.runs' : 'pair.ended'),
    href: reader.leads && row.outcome === null ? `/me/studios/${studio.id}/pairs/${row.id}` : null,
  }
}
export type PairEntry = ReturnType<typeof pairEntry>
