/** One organisation as its page shows it. */
import { type Actor, canSomewhere } from '#app/platform/access/actor.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { isTaughtAt, kindsBelow } from '../organisation-rules.ts'
import type { OrganisationRow as Found, OrganisationRecord } from '../organisations.queries.server.ts'
import { codeText } from './code-text.ts'
import { organisationActHref } from './organisation-acts.ts'
import { marksOf, organisationRowView } from './organisation-list.server.ts'
import type { DesignationRow, FiguresRow, OrganisationView } from './organisation-views.ts'
import type { ActLink, FactView } from './staff-views.ts'

/** How many of those below stand on the page itself. */
export const SHOWN_BELOW = 30

export function organisationView(
  record: OrganisationRecord,
  below: readonly Found[],
  actor: Actor,
  day: PlainDate,
  words: Words,
): OrganisationView {
  const { t, locale } = words
  const { id, abilities } = record
  const isTaught = isTaughtAt(record.kind)
  const more = record.staff.more ? '+' : ''
  return {
    id,
    name: record.name,
    code: record.code,
    kind: codeText('orgKind', record.kind, words),
    marks: marksOf(record, words),
    trail: [
      { href: '/organisations', label: t('orgs.title') },
      ...record.above.map((above) => ({ href: `/organisations/${above.id}`, label: above.name })),
    ],
    facts: factsOf(record, words),
    staff: canSomewhere(actor, 'staff:read')
      ? {
          count: `${formatNumber(record.staff.count, locale)}${more}`,
          href: `/staff?org=${id}`,
          overviewHref: `/organisations/${id}/overview`,
        }
      : null,
    acts: actsOf(record, actor, words),
    figures: record.years.map((row) => figuresRow(row, words)),
    figuresHref: abilities.canManage && isTaught ? organisationActHref(id, 'figures') : undefined,
    designations: record.designationHistory.map((row) => designationRow(row, day, words)),
    designateHref: abilities.canPlace && isTaught ? organisationActHref(id, 'designate') : undefined,
    isTaught,
    below:
      kindsBelow(record.kind).length === 0
        ? null
        : {
            rows: below.slice(0, SHOWN_BELOW).map((row) => organisationRowView(row, words)),
            allHref: `/organisations?below=${id}`,
            count: formatNumber(record.children, locale),
          },
  }
}

function factsOf(record: OrganisationRecord, words: Words): FactView[] {
  const { t, locale } = words
  const day = (value: string) => formatDay(value, locale)
  const { stages, place } = organisationRowView(record, words)
  const above = record.above.at(-1)
  const facts: FactView[] = []
  if (above) facts.push({ term: t('orgs.above'), value: above.name, href: `/organisations/${above.id}` })
  if (isTaughtAt(record.kind)) {
    facts.push(
      { term: t('orgs.school_kind'), value: codeText('schoolKind', record.schoolKind, words) },
      { term: t('orgs.stages'), value: stages || t('orgs.not_given') },
      { term: t('orgs.ownership'), value: t(record.isPublic ? 'orgs.public' : 'orgs.private') },
    )
  }
  facts.push({ term: t('orgs.place'), value: place || t('orgs.not_given') })
  if (record.openedOn) facts.push({ term: t('orgs.opened'), value: day(record.openedOn) })
  if (record.closedOn) facts.push({ term: t('orgs.closed_on'), value: day(record.closedOn) })
  return facts
}

function actsOf(
  { id, code, abilities, closedOn, designationHistory }: OrganisationRecord,
  actor: Actor,
  { t }: Words,
) {
  const acts: ActLink[] = []
  const act = (name: Parameters<typeof organisationActHref>[1]) =>
    acts.push({ href: organisationActHref(id, name), label: t(`orgs.act_${name}`) })
  if (abilities.canMake.length > 0) {
    acts.push({ href: `/organisations/new?below=${id}`, label: t('orgs.act_new') })
  }
  if (abilities.canManage) act('edit')
  if (abilities.canPlace && !closedOn) {
    act('move')
    if (designationHistory.some((one) => one.validTo === null)) act('end-designation')
    act('close')
  }
  if (canSomewhere(actor, 'audit:read')) {
    acts.push({ href: `/audit?place=${encodeURIComponent(code)}`, label: t('staff.audit') })
  }
  return acts
}

function figuresRow(row: OrganisationRecord['years'][number], words: Words): FiguresRow {
  const { t, locale } = words
  const number = (value: number) => formatNumber(value, locale)
  return {
    key: `${row.schoolYear} ${row.stage}`,
    schoolYear: t('orgs.school_year_is', { from: row.schoolYear, to: row.schoolYear + 1 }),
    stage: codeText('stage', row.stage, words),
    classes: number(row.classes),
    pupils: number(row.pupils),
    boarders: number(row.boarders),
    perClass: row.classes > 0 ? (row.pupils / row.classes).toFixed(1) : '',
  }
}

function designationRow(
  row: OrganisationRecord['designationHistory'][number],
  day: PlainDate,
  { t }: Words,
): DesignationRow {
  return {
    key: row.id,
    label: t(row.kind === 'weak' ? 'orgs.weak' : 'orgs.small'),
    from: row.validFrom,
    to: row.validTo ?? '',
    document: row.documentNo ?? '',
    isNow: row.validFrom <= day && (row.validTo === null || row.validTo > day),
  }
}
