/** One person's decision as its page shows it. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { type PlainDate, schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import { canExempt, canReadExchangeOf } from '../access.ts'
import { type DueRow, findDue } from '../due.queries.server.ts'
import { retiresOn, servedSince } from '../eligibility.ts'
import { exemptionState } from '../exemption.ts'
import { exemptionsOf } from '../exemptions.queries.server.ts'
import type { DecisionView } from './due-views.ts'
import { whyView } from './due-why.server.ts'
import {
  exemptionWord,
  schoolYearText,
  teachingText,
  type Words,
  word,
  yearsServed,
} from './due-words.server.ts'
import { periodText, stateView } from './exemption-words.server.ts'

/** How many school years the page leads to: this one and the ones that come. */
const YEARS_SHOWN = 3

export type AskedDecision = { personId: string; schoolYear: number; path: string; today: PlainDate }

/** Null when there is no such person, or not in the reader's scope. */
export async function decisionView(
  db: Db,
  actor: Actor,
  { personId, schoolYear, path, today }: AskedDecision,
  words: Words,
): Promise<DecisionView | null> {
  const place = await placeOf(db, personId, today)
  if (!place || !canReadExchangeOf(actor, { ...place, personId })) return null
  const person = await db.person.findUniqueOrThrow({ where: { id: personId } })
  const school = await db.organisation.findUniqueOrThrow({ where: { id: place.orgId } })
  const row = await findDue(db, actor, personId, schoolYear, today)
  const held = await exemptionsOf(db, personId)
  const isOwn = actor.personId === personId
  const now = schoolYearOf(today)
  const years = [...new Set([...Array.from({ length: YEARS_SHOWN }, (_, at) => now + at), schoolYear])].sort()
  return {
    personId,
    name: person.name,
    day: formatDay(schoolYearStart(schoolYear), words.locale),
    school: row?.orgName ?? school.name,
    year: schoolYearText(schoolYear, words),
    years: years.map((year) => ({
      href: `${path}?year=${year}`,
      label: schoolYearText(year, words),
      current: year === schoolYear,
    })),
    decided: row && { why: whyView(row.decision, words), facts: factsOf(row, words) },
    exemptions: held.map((one) => ({
      href: can(actor, 'exchange:read', place) ? `/exchange/exemptions/${one.id}` : null,
      label: exemptionWord(one.kind, words),
      period: periodText(one, words),
      state: stateView(exemptionState(one, today), words),
    })),
    recordHref: canExempt(actor, { ...place, personId })
      ? `/exchange/exemptions/new?staff=${person.staffNumber}`
      : null,
    staffHref: !isOwn && can(actor, 'staff:read', place) ? `/staff/${personId}` : null,
  }
}

function factsOf(row: DueRow, words: Words): { term: string; value: string }[] {
  const { t, locale } = words
  const retires = retiresOn(row)
  const years = t('due.years_count', { years: yearsServed(row, schoolYearStart(row.schoolYear)) })
  return [
    { term: t('due.number'), value: row.staffNumber },
    { term: t('due.school'), value: row.orgName },
    { term: t('due.teaching'), value: teachingText(row, words) },
    { term: t('due.title_level'), value: word('titleLevel', row.titleLevel ?? 'none', words) },
    { term: t('due.served_since'), value: formatDay(servedSince(row), locale) },
    { term: t('due.years'), value: years },
    { term: t('due.retires_on'), value: retires ? formatDay(retires, locale) : '' },
    { term: t('due.backbone'), value: t(row.isBackbone ? 'exchange.yes' : 'exchange.no') },
  ].filter(({ value }) => value !== '')
}
