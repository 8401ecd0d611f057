/** Researchers, their duty of each term, their contact schools and days, as the pages and workbooks show them. */
import { type Actor, can, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { type DecisionWords, reasonsView } from '#app/platform/decisions/decision-view.server.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { spanOf, termsUntil } from '../coverage/coverage.ts'
import { termText } from '../coverage/coverage.view.server.ts'
import { teachingText } from '../words.server.ts'
import { logEntry } from './logs.view.server.ts'
import { type DutyOutcome, type DutyRule, dutyDecision } from './researcher.ts'
import { researcherPath } from './researchers.form.server.ts'
import {
  type ContactRow,
  contactsOf,
  type DutyAsked,
  type DutyRow,
  dutiesOf,
  listDuties,
  logsOf,
  type ResearcherRow,
} from './researchers.queries.server.ts'
import { RESEARCH_PATH } from './tell-researchers.server.ts'

/** Three school years. */
const TERMS_SHOWN = 6
const OUTCOMES = ['met', 'unmet'] as const satisfies readonly DutyOutcome[]

type Decided = DutyRow & { decision: Decision<DutyOutcome>; runs: boolean }

/** By the settings of each one's bureau, on the last day of the term that has come. */
async function decided(db: Db, rows: readonly DutyRow[], today: PlainDate): Promise<Decided[]> {
  const days = rows.map((row) => {
    const last = addDays(spanOf(row).to, -1)
    return last < today ? last : today
  })
  const policies = await policiesAtEach(
    db,
    rows.map(({ orgId: organisationId }, at) => ({ organisationId, day: days[at] as PlainDate })),
  )
  return rows.map((row, at) => ({
    ...row,
    decision: dutyDecision(row, row, policies[at] as (typeof policies)[number]),
    runs: spanOf(row).to > today,
  }))
}

const tones = { met: 'green', running: 'neutral', unmet: 'amber' } as const

/** A term that runs may still be met. */
function outcomeView({ decision, runs }: Decided, { t }: Words) {
  const key = decision.outcome === 'unmet' && runs ? 'running' : decision.outcome
  return { label: t(`researcher.outcome_${key}`), tone: tones[key] }
}

export function dutyView(row: Decided, words: Words) {
  const { t } = words
  const spoken: DecisionWords = {
    ...words,
    rule: (code) => t(`researcher.rule_${code as DutyRule}`),
    fact: ({ rule }, values) => t(`researcher.fact_${rule as DutyRule}`, values),
    choice: (_, value) => value,
    number: (_, text) => t('studios.at_least', { limit: text }),
  }
  const state = outcomeView(row, words)
  return { state, why: { outcome: state.label, reasons: reasonsView(row.decision, spoken) } }
}

const daysText = (halfDays: number, { locale }: Words) => formatNumber(halfDays / 2, locale)

type Reading = { db: Db; actor: Actor; params: URLSearchParams; today: PlainDate; words: Words }

/** The term of the address or the one that runs, and the outcome that is asked for. */
async function overview({ db, actor, params, today }: Reading) {
  const terms = termsUntil(today, TERMS_SHOWN).reverse()
  const codeOf = (one: (typeof terms)[number]) => `${one.schoolYear}-${one.season}`
  const term = terms.find((one) => codeOf(one) === params.get('term')) ?? (terms[0] as (typeof terms)[number])
  const outcome = OUTCOMES.find((one) => one === params.get('outcome')) ?? null
  const all = await decided(db, await listDuties(db, actor, { terms: [term], today }), today)
  const rows = all.filter(({ decision }) => outcome === null || decision.outcome === outcome)
  return {
    terms: terms.map((one) => ({ one, value: codeOf(one) })),
    term,
    value: codeOf(term),
    outcome,
    all,
    rows,
  }
}

export async function researchersView(reading: Reading) {
  const { actor, params, words } = reading
  const { t, locale } = words
  const { terms, term, value, outcome, all, rows } = await overview(reading)
  const met = all.filter(({ decision }) => decision.outcome === 'met').length
  const [now, ...before] = terms.map((one) => ({ value: one.value, label: termText(one.one, words) }))
  return {
    summary: t('researcher.summary', { term: termText(term, words), met, count: all.length }),
    rows: rows.map((row) => ({
      id: row.id,
      href: researcherPath(row),
      name: row.name,
      bureau: row.orgName,
      teaching: teachingText(row, words),
      lessons: formatNumber(row.lessons, locale),
      contacts: t('researcher.contacts_text', { contacts: row.contacts, rural: row.rural }),
      days: daysText(row.halfDays, words),
      waiting: row.waiting === 0 ? '' : formatNumber(row.waiting, locale),
      state: outcomeView(row, words),
    })),
    filter: {
      values: { term: value === now?.value ? '' : value, outcome: outcome ?? '' },
      now: now?.label ?? '',
      terms: before,
      outcomes: OUTCOMES.map((one) => ({ value: one, label: t(`researcher.only_${one}`) })),
    },
    nameHref: canSomewhere(actor, 'studios:call') ? '/studios/researchers/new' : null,
    exportHref: addressWith('/studios/researchers/export.xlsx', params, {}),
  }
}
export type ResearchersView = Awaited<ReturnType<typeof researchersView>>
export type ResearcherEntry = ResearchersView['rows'][number]

export async function researchersSheet(reading: Reading) {
  const { words } = reading
  const { t } = words
  const { term, rows: found } = await overview(reading)
  async function* rows() {
    for (const row of found)
      yield [
        ...[row.name, row.orgName, teachingText(row, words), row.lessons, row.contacts, row.rural],
        ...[row.halfDays / 2, row.waiting, outcomeView(row, words).label],
      ]
  }
  const number = (heading: string) => ({ heading, kind: 'number' as const })
  return {
    sheetName: termText(term, words),
    columns: [
      { heading: t('researcher.name') },
      { heading: t('researcher.bureau'), width: 24 },
      { heading: t('researcher.teaching'), width: 14 },
      ...[number(t('researcher.lessons')), number(t('researcher.contacts')), number(t('researcher.rural'))],
      ...[
        number(t('researcher.days')),
        number(t('researcher.waiting')),
        { heading: t('researcher.outcome') },
      ],
    ],
    rows: rows(),
  }
}

const termOfService = (
  { validFrom, validTo }: { validFrom: PlainDate; validTo: PlainDate },
  { t, locale }: Words,
) =>
  t('studio.term_text', {
    from: formatDay(validFrom, locale),
    until: formatDay(addDays(validTo, -1), locale),
  })

function contactEntry(
  row: ContactRow,
  { today, ends }: { today: PlainDate; ends: string | null },
  words: Words,
) {
  return {
    id: row.id,
    school: row.schoolName,
    rural: row.isRural ? words.t('member.rural') : '',
    goal: row.goal,
    term: termOfService(row, words),
    days: daysText(row.halfDays, words),
    end: ends !== null && row.validTo > today ? `${ends}/contacts/${row.id}` : null,
  }
}
export type ContactEntry = ReturnType<typeof contactEntry>

/** What the bureau's and one's own page share: terms, contact schools, days at schools. */
async function servedView(
  db: Db,
  researcher: ResearcherRow,
  { today, ends, own }: { today: PlainDate; ends: string | null; own: boolean },
  words: Words,
) {
  const asked: DutyAsked = { terms: termsUntil(today, TERMS_SHOWN), today }
  const terms = await decided(db, await dutiesOf(db, researcher.id, asked), today)
  const contacts = await contactsOf(db, researcher.id, today)
  const logs = await logsOf(db, researcher.id)
  return {
    facts: [
      { term: words.t('researcher.bureau'), value: researcher.orgName },
      { term: words.t('researcher.teaching'), value: teachingText(researcher, words) },
      { term: words.t('researcher.service'), value: termOfService(researcher, words) },
    ],
    terms: terms.map((row) => ({
      key: `${row.schoolYear}-${row.season}`,
      term: termText(row, words),
      lessons: formatNumber(row.lessons, words.locale),
      contacts: words.t('researcher.contacts_text', { contacts: row.contacts, rural: row.rural }),
      days: daysText(row.halfDays, words),
      ...dutyView(row, words),
    })),
    contacts: contacts.map((row) => contactEntry(row, { today, ends }, words)),
    logs: logs.map((row) => logEntry(row, own ? 'withdraw' : null, words)),
  }
}
export type ServedView = Awaited<ReturnType<typeof servedView>>
export type TermEntry = ServedView['terms'][number]

/** The bureau's page of one. */
export async function researcherView(
  { db, actor, today, words }: Omit<Reading, 'params'>,
  researcher: ResearcherRow,
) {
  const path = researcherPath(researcher)
  const mayAct = can(actor, 'studios:call', researcher) && researcher.validTo > today
  return {
    name: researcher.name,
    ...(await servedView(db, researcher, { today, ends: mayAct ? path : null, own: false }, words)),
    acts: mayAct ? { contact: `${path}/contacts/new`, end: `${path}/end` } : null,
    exportHref: `${path}/export.xlsx`,
  }
}
export type ResearcherView = Awaited<ReturnType<typeof researcherView>>

/** One's own page. */
export async function ownResearchView(db: Db, researcher: ResearcherRow, today: PlainDate, words: Words) {
  return {
    ...(await servedView(db, researcher, { today, ends: null, own: true }, words)),
    newHref: `${RESEARCH_PATH}/new`,
    exportHref: `${RESEARCH_PATH}/export.xlsx`,
  }
}
export type OwnResearchView = Awaited<ReturnType<typeof ownResearchView>>
