/** The pages of exemptions, their rows and facts in the reader's words. */
import { type Actor, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { attachmentPath } from '#app/platform/files/attachment.server.ts'
import { formatDay, formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { decodeKeyset, encodeKeyset, type Keyset } from '#app/platform/lists/keyset.ts'
import type { OptionGroup } from '#app/ui/field.tsx'
import { EXEMPTIONS, type ExemptionState, exemptionState, isExemptionKind } from '../exemption.ts'
import {
  type ExemptionFilter,
  type ExemptionRecord,
  type ExemptionRow,
  listExemptions,
} from '../exemptions.queries.server.ts'
import { exemptionWord, type Words } from './due-words.server.ts'
import type { ExemptionListView, ExemptionRecordView, ExemptionRowView } from './exemption-views.ts'
import { stateView } from './exemption-words.server.ts'

const STATES = ['in_force', 'upcoming', 'ended'] as const satisfies readonly ExemptionState[]

export type AskedExemptions = {
  filter: ExemptionFilter
  cursor: Keyset | null
  place: string
  isPlaceUnknown: boolean
}

/** The filter an address asks for, its organisation already found. */
export function exemptionFilterOf(params: URLSearchParams, orgId: string | null): ExemptionFilter {
  const kind = params.get('kind') ?? ''
  return {
    kind: isExemptionKind(kind) ? kind : null,
    state: STATES.find((one) => one === params.get('state')) ?? null,
    orgId,
  }
}

export function exemptionCursor(params: URLSearchParams): Keyset | null {
  return decodeKeyset(params.get('cursor'), ['name'])
}

export async function exemptionListView(
  db: Db,
  actor: Actor,
  asked: AskedExemptions,
  today: PlainDate,
  words: Words,
): Promise<ExemptionListView> {
  const { filter, cursor, place, isPlaceUnknown } = asked
  const { rows, total, previous, next } = await listExemptions(db, actor, filter, cursor, today)
  const at = (to: Keyset | null) => address(filter, place, to)
  return {
    rows: rows.map((row) => rowView(row, today, words)),
    total: words.t('exchange.people', { total: formatNumber(total, words.locale) }),
    filter: {
      values: { kind: filter.kind ?? '', state: filter.state ?? '', place },
      kinds: kindGroups(words),
      states: STATES.map((value) => ({ value, label: words.t(`exemption.state_${value}`) })),
      isPlaceUnknown,
    },
    pages: {
      first: previous ? at(null) : undefined,
      previous: previous ? at(previous) : undefined,
      next: next ? at(next) : undefined,
    },
    exportHref: address(filter, place, null, '/exchange/exemptions/export.xlsx'),
    canRecord: canSomewhere(actor, 'exchange:exempt'),
  }
}

/** All grounds, those that exempt and those that defer. */
export function kindGroups({ t, locale }: Words): OptionGroup[] {
  return (['exempt', 'deferred'] as const).map((outcome) => ({
    label: t(`exemption.group_${outcome}`),
    options: EXEMPTIONS.filter((one) => one.outcome === outcome).map(({ code, zh, en }) => ({
      value: code,
      label: locale === 'en' ? en : zh,
    })),
  }))
}

export function exemptionRecordView(
  one: ExemptionRecord,
  today: PlainDate,
  words: Words,
): ExemptionRecordView {
  const { t, locale } = words
  const recordedBy = { name: one.recordedBy ?? t('exemption.by_system'), at: formatMoment(one.recordedAt) }
  const facts = [
    { term: t('due.number'), value: one.staffNumber },
    { term: t('due.school'), value: one.orgName },
    { term: t('exemption.from'), value: formatDay(one.validFrom, locale) },
    { term: t('exemption.until'), value: formatDay(addDays(one.validTo, -1), locale) },
    { term: t('exemption.document'), value: one.documentNo ?? '' },
    { term: t('exemption.recorded'), value: t('exemption.recorded_by', recordedBy) },
  ]
  return {
    id: one.id,
    name: one.name,
    kind: exemptionWord(one.kind, words),
    state: stateView(exemptionState(one, today), words),
    personHref: `/exchange/due/${one.personId}`,
    facts: facts.filter(({ value }) => value !== ''),
    proof: one.proof && {
      href: attachmentPath(one.proof.id),
      name: one.proof.name,
      size: `${formatNumber(Math.max(1, Math.round(one.proof.bytes / 1024)), locale)} kB`,
    },
  }
}

function rowView(row: ExemptionRow, today: PlainDate, words: Words): ExemptionRowView {
  return {
    id: row.id,
    href: `/exchange/exemptions/${row.id}`,
    name: row.name,
    staffNumber: row.staffNumber,
    school: row.orgName,
    kind: exemptionWord(row.kind, words),
    validFrom: row.validFrom,
    lastDay: addDays(row.validTo, -1),
    documentNo: row.documentNo ?? '',
    hasProof: row.hasProof,
    state: stateView(exemptionState(row, today), words),
  }
}

function address(
  { kind, state }: ExemptionFilter,
  place: string,
  cursor: Keyset | null,
  path = '/exchange/exemptions',
): string {
  const params = new URLSearchParams()
  if (kind) params.set('kind', kind)
  if (state) params.set('state', state)
  if (place) params.set('place', place)
  if (cursor) params.set('cursor', encodeKeyset(cursor))
  const query = params.toString()
  return query ? `${path}?${query}` : path
}
