/** A person's dated facts as the entries of a timeline, latest year first; words by the reader's language. */
import type { PlainDate } from '#app/platform/dates.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { isMessageKey, type Translate } from '#app/platform/i18n/translate.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { CODE_LISTS, type CodeListName, codeLabel } from '../codes/index.ts'

/** What every dated fact carries. */
export type DatedFact = {
  id: string
  validFrom: PlainDate
  validTo: PlainDate | null
  documentNo: string | null
  batchId: string | null
}

export type AppointmentFact = DatedFact & {
  isMain: boolean
  workOrgId: string
  postCategory: string | null
  postLevel: string | null
  schoolPost: string | null
  staffCategory: string | null
  stage: string | null
  subject: string | null
  startReason: string
  endReason: string | null
}

export type Life = {
  appointments: readonly AppointmentFact[]
  titles: readonly (DatedFact & { titleLevel: string; awardedAs: string | null })[]
  honours: readonly (DatedFact & { honour: string; awardedBy: string | null })[]
  statuses: readonly (DatedFact & { status: string })[]
  qualifications: readonly { id: string; kind: string; subject: string | null; issuedOn: PlainDate | null }[]
  education: readonly {
    id: string
    level: string
    institution: string | null
    major: string | null
    finishedOn: PlainDate | null
  }[]
}

/** Who reads, on which day, and how organisations are called. */
export type Reading = {
  t: Translate
  locale: Locale
  today: PlainDate
  unitName: (id: string) => string
}

/** One dated fact in words. */
export type LifeEntry = {
  id: string
  date: PlainDate
  title: string
  body: string
  /** Why and by which document; that it lies ahead. */
  meta: string
  /** The import that brought it. */
  batchId: string | null
  tone: Tone
}

export type LifeYear = { year: string; entries: LifeEntry[] }

/** All entries by year, latest first. */
export function timelineOf(life: Life, reading: Reading): LifeYear[] {
  const entries = [
    ...life.appointments.flatMap((one) => appointmentEntries(one, reading)),
    ...life.titles.map((one) => titleEntry(one, reading)),
    ...life.honours.map((one) => honourEntry(one, reading)),
    ...life.statuses.map((one) => statusEntry(one, reading)),
    ...life.qualifications.flatMap((one) => qualificationEntry(one, reading)),
    ...life.education.flatMap((one) => educationEntry(one, reading)),
  ].sort((a, b) => (a.date === b.date ? a.id.localeCompare(b.id) : a.date < b.date ? 1 : -1))
  const groups = new Map<string, LifeEntry[]>()
  for (const entry of entries) {
    const year = entry.date.slice(0, 4)
    groups.set(year, [...(groups.get(year) ?? []), entry])
  }
  return [...groups].map(([year, inYear]) => ({ year, entries: inYear }))
}

/** "Teaching post, grade 8, primary, mathematics": what an appointment is as. */
export function postText(
  post: Omit<AppointmentFact, keyof DatedFact | 'isMain' | 'workOrgId'>,
  reading: Reading,
) {
  const { postCategory, postLevel, schoolPost, staffCategory, stage, subject } = post
  const held = [
    schoolPost && schoolPost !== 'none' ? label('schoolPost', schoolPost, reading) : '',
    label(postCategory ? 'postCategory' : 'staffCategory', postCategory ?? staffCategory, reading),
    label('postLevel', postLevel, reading),
    label('stage', stage, reading),
    label('subject', subject, reading),
  ]
  return held.filter(Boolean).join(reading.locale === 'en' ? ', ' : ' · ')
}

function label(list: CodeListName, code: string | null, { locale }: Reading): string {
  return code ? codeLabel(CODE_LISTS[list], code, locale) : ''
}

/** The words of a reason's code; a code from elsewhere is shown as it stands. */
export function reasonText(reason: string, t: Translate): string {
  const key = `staff.reason_${reason}`
  return isMessageKey(key) ? t(key) : reason
}

function entryOf(fact: DatedFact, title: string, body: string, tone: Tone, { t, today }: Reading): LifeEntry {
  const until = fact.validTo ? t('staff.life_until', { day: fact.validTo }) : ''
  const ahead = fact.validFrom > today ? t('staff.life_ahead') : ''
  const document = fact.documentNo ? t('staff.life_document', { number: fact.documentNo }) : ''
  return {
    id: fact.id,
    date: fact.validFrom,
    title,
    body: [body, until].filter(Boolean).join('　'),
    meta: [ahead, document].filter(Boolean).join('　'),
    batchId: fact.batchId,
    tone: ahead ? 'amber' : tone,
  }
}

/** The start of a post, and its end where that ended the service. */
function appointmentEntries(one: AppointmentFact, reading: Reading): LifeEntry[] {
  const { t, unitName } = reading
  const at = { unit: unitName(one.workOrgId), reason: reasonText(one.startReason, t) }
  const title = t(one.isMain ? 'staff.life_appointed' : 'staff.life_concurrent', at)
  const start = entryOf(
    { ...one, validTo: one.isMain ? null : one.validTo },
    title,
    postText(one, reading),
    'accent',
    reading,
  )
  if (!one.isMain || !one.validTo || !one.endReason || !endsService.has(one.endReason)) return [start]
  const end = entryOf(
    { ...one, id: `${one.id}-end`, validFrom: one.validTo, validTo: null, documentNo: null },
    t('staff.life_ended', { unit: at.unit, reason: reasonText(one.endReason, t) }),
    '',
    'neutral',
    reading,
  )
  return [end, start]
}

const endsService = new Set([
  'retired',
  'resigned',
  'dismissed',
  'deceased',
  'not_in_roster',
  'left',
  'contract_ended',
])

function titleEntry(one: Life['titles'][number], reading: Reading): LifeEntry {
  const title = reading.t('staff.life_title', { title: label('titleLevel', one.titleLevel, reading) })
  return entryOf(one, title, one.awardedAs ?? '', 'green', reading)
}

function honourEntry(one: Life['honours'][number], reading: Reading): LifeEntry {
  const title = reading.t('staff.life_honour', { honour: label('honour', one.honour, reading) })
  return entryOf(one, title, one.awardedBy ?? '', 'green', reading)
}

function statusEntry(one: Life['statuses'][number], reading: Reading): LifeEntry {
  const title = reading.t('staff.life_status', { status: label('staffStatus', one.status, reading) })
  return entryOf(one, title, '', 'amber', reading)
}

const undated = { validTo: null, documentNo: null, batchId: null }

function qualificationEntry(one: Life['qualifications'][number], reading: Reading): LifeEntry[] {
  if (!one.issuedOn) return []
  const kind = label('qualificationKind', one.kind, reading)
  const title = reading.t('staff.life_qualified', { kind })
  const fact = { ...undated, id: one.id, validFrom: one.issuedOn }
  return [entryOf(fact, title, label('subject', one.subject, reading), 'neutral', reading)]
}

function educationEntry(one: Life['education'][number], reading: Reading): LifeEntry[] {
  if (!one.finishedOn) return []
  const level = label('educationLevel', one.level, reading)
  const title = reading.t('staff.life_graduated', { institution: one.institution ?? '', level })
  const fact = { ...undated, id: one.id, validFrom: one.finishedOn }
  return [entryOf(fact, title, one.major ?? '', 'neutral', reading)]
}
