/** A person's record as its page shows it: every code and day in the reader's words. */
import { addMonths, daysBetween, type PlainDate } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { LifeEvent } from '#app/platform/manifest/manifest.ts'
import { CODE_LISTS, type CodeListName, codeLabel } from '../codes/index.ts'
import { categoryOf, RETIREMENT_STEPS_2025, type Retirement } from '../retirement.ts'
import type { LanePeriod, StaffRecord } from '../staff-record.ts'
import { actLinks } from './acts.ts'
import { codeText } from './code-text.ts'
import { scaleOf, stretchesOf, ticksOf } from './lanes.ts'
import { lifeOf, postText } from './life.ts'
import { stateOf } from './staff-state.ts'
import type { FactView, LaneView, PersonView } from './staff-views.ts'

/** The record's page; `events` are what other rooms know of this life. */
export function personView(
  record: StaffRecord,
  day: PlainDate,
  words: Words,
  events: readonly LifeEvent[] = [],
): PersonView {
  const { t, locale } = words
  const unitName = (id: string) => record.organisationNames[id] ?? ''
  const [primary = null, ...acts] = actLinks(record, words)
  return {
    id: record.personId,
    name: record.name,
    staffNumber: record.staffNumber,
    state: stateOf(record.current.status, locale),
    headline: headlineOf(record, words),
    asOf: record.isToday ? null : record.asOf,
    primary,
    acts,
    auditHref: record.abilities.canAudit ? `/audit?person=${record.staffNumber}` : null,
    facts: factsOf(record, words),
    identity: {
      kind: codeText('idDocumentKind', record.idKind, words),
      masked: record.idNumber,
      canReveal: record.abilities.canReveal,
    },
    retirement: record.retirement && retirementView(record, record.retirement, words),
    ...lanesView(record, unitName, words),
    timeline: lifeOf(record.timeline, { t, locale, today: day, unitName }, events),
  }
}

/** "No. 1 Primary School · teaching post · primary · mathematics". */
export function headlineOf(record: StaffRecord, { locale }: Pick<Words, 'locale'>): string {
  const { orgId } = record.current
  const unit = record.organisationNames[orgId] ?? ''
  return [unit, postText(record.current, { locale })].filter(Boolean).join(locale === 'en' ? ', ' : ' · ')
}

function factsOf(record: StaffRecord, words: Words): FactView[] {
  const { t, locale } = words
  const code = (list: CodeListName, value: string | null) => codeText(list, value, words)
  const day = (value: string | null) => (value ? formatDay(value, locale) : t('staff.not_given'))
  const text = (value: string | null) => value ?? t('staff.not_given')
  const parties = record.politicalStatus.map((one) => codeLabel(CODE_LISTS.politicalStatus, one, locale))
  const facts: FactView[] = [
    { term: t('staff.field_sex'), value: code('sex', record.sex) },
    { term: t('staff.born'), value: day(record.birthDate) },
    { term: t('staff.field_ethnicity'), value: code('ethnicity', record.ethnicity) },
    { term: t('staff.field_politicalStatus'), value: parties.join(' ') || t('staff.not_given') },
    { term: t('staff.field_nativePlace'), value: text(record.nativePlace) },
    { term: t('staff.field_educationLevel'), value: code('educationLevel', record.educationLevel) },
    { term: t('staff.title_level'), value: code('titleLevel', record.current.titleLevel) },
    { term: t('staff.field_workStartedOn'), value: day(record.workStartedOn) },
    { term: t('staff.field_teachingSince'), value: day(record.teachingSince) },
    { term: t('staff.field_employerNumber'), value: text(record.employerNumber) },
    { term: t('staff.field_phone'), value: text(record.phone) },
  ]
  if (!record.formerName) return facts
  return [{ term: t('staff.field_formerName'), value: record.formerName }, ...facts]
}

export function lanesView(
  { lanes, asOf, current, openOrganisations }: StaffRecord,
  unitName: (id: string) => string,
  { t, locale }: Words,
): Pick<PersonView, 'lanes' | 'ticks'> {
  const scale = scaleOf([...lanes.work, ...lanes.establishment, ...lanes.pay], asOf)
  if (!scale) return { lanes: [], ticks: [] }
  const lane = (key: 'establishment' | 'work' | 'pay', periods: readonly LanePeriod[]): LaneView => {
    const spans = stretchesOf(periods, scale, asOf).map((one) => ({
      key: one.validFrom,
      label: unitName(one.unitId),
      period: t('staff.period', { from: one.validFrom, to: one.validTo ?? t('staff.now') }),
      start: one.start,
      length: one.length,
      isNow: one.isNow,
    }))
    const now = periods.find((one) => one.validFrom <= asOf && (one.validTo === null || asOf < one.validTo))
    const none = key === 'establishment' ? t('staff.lane_off') : t('staff.lane_none')
    return {
      key,
      title: t(`staff.lane_${key}`),
      unit: now ? unitName(now.unitId) : none,
      href: now && openOrganisations.includes(now.unitId) ? `/organisations/${now.unitId}` : undefined,
      since: now ? t('staff.since', { day: formatDay(now.validFrom, locale) }) : '',
      spans,
    }
  }
  return {
    lanes: [
      lane('establishment', lanes.establishment),
      lane('work', lanes.work),
      lane('pay', current.payOrgId === null && lanes.pay.length === 0 ? lanes.work : lanes.pay),
    ],
    ticks: ticksOf(scale),
  }
}

/** The statutory age with its 依据; the number is the policy table's, the fact the person's own. */
export function retirementView(
  record: Pick<StaffRecord, 'birthDate' | 'sex' | 'current' | 'asOf'>,
  retirement: Retirement,
  { t, locale }: Words,
): NonNullable<PersonView['retirement']> {
  const { date, ageYears, ageMonths, delayedMonths } = retirement
  const who = t(record.sex === '1' ? 'staff.man' : `staff.woman_${categoryOf(record.current)}`)
  const number = t(ageMonths === 0 ? 'staff.why_retire_full' : 'staff.why_retire_number', {
    years: ageYears,
    months: ageMonths,
    delay: delayedMonths,
  })
  return {
    date,
    note: leftUntil(record.asOf, date, t),
    outcome: t('staff.why_retire_outcome', { day: formatDay(date, locale) }),
    reasons: [
      {
        rule: t('staff.why_retire_rule', { who }),
        number,
        fact: t('staff.why_retire_fact', { day: formatDay(record.birthDate ?? date, locale), who }),
        clause: RETIREMENT_STEPS_2025.source,
        tone: 'accent',
      },
    ],
  }
}

function leftUntil(from: PlainDate, date: PlainDate, t: Words['t']): string {
  if (daysBetween(from, date) <= 0) return t('staff.retires_due')
  let months = 0
  while (addMonths(from, months + 1) <= date) months += 1
  return t('staff.retires_in', { years: Math.floor(months / 12), months: months % 12 })
}
