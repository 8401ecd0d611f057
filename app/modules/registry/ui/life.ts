/** A person's dated facts as the entries of a timeline, latest year first; words by the reader's language. */
import type { PlainDate } from '#app/platform/dates.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { isMessageKey, type Translate } from '#app/platform/i18n/translate.ts'
import { paths } from '#app/platform/imports/ui/paths.ts'
import type { LifeEvent } from '#app/platform/manifest/manifest.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { CODE_LISTS, type CodeListName, codeLabel } from '../codes/index.ts'
import type {
  AppointmentFact,
  AuditFact,
  DatedFact,
  EducationFact,
  HonourFact,
  ImportFact,
  QualificationFact,
  StatusFact,
  TimelineItem,
  TitleFact,
} from '../staff-record.ts'

/** Who reads, on which day, and how organisations are called. */
type Reading = {
  t: Translate
  locale: Locale
  today: PlainDate
  unitName: (id: string) => string
}
type ReadingImports = Reading & { openImports: ReadonlySet<string> }

/** One dated fact in words; `meta` says why and by which document, and that it lies ahead. */
export type LifeEntry = LifeEvent & {
  /** The page of the import that brought it, where the reader may open it. */
  importHref: string | null
}

export type LifeYear = { year: string; entries: LifeEntry[] }

/** The entries of a record by year, latest first, with what other rooms know; what has no day is left to the facts. */
export function lifeOf(
  items: readonly TimelineItem[],
  reading: Reading,
  events: readonly LifeEvent[] = [],
): LifeYear[] {
  const groups = new Map<string, LifeEntry[]>()
  const openImports = new Set(
    items.flatMap((item) => (item.kind === 'import' && item.fact.isOpen ? [item.fact.id] : [])),
  )
  const entries = [
    ...items.flatMap((item) => entriesOf(item, { ...reading, openImports })),
    ...events.map((event) => ({ ...event, importHref: null })),
  ]
  for (const entry of entries.sort((a, b) => b.date.localeCompare(a.date))) {
    const year = entry.date.slice(0, 4)
    groups.set(year, [...(groups.get(year) ?? []), entry])
  }
  return [...groups].map(([year, inYear]) => ({ year, entries: inYear }))
}

function entriesOf(item: TimelineItem, reading: ReadingImports): LifeEntry[] {
  if (item.kind === 'appointment') return appointmentEntries(item.fact, reading)
  if (item.kind === 'title') return [titleEntry(item.fact, reading)]
  if (item.kind === 'honour') return [honourEntry(item.fact, reading)]
  if (item.kind === 'status') return [statusEntry(item.fact, reading)]
  if (item.kind === 'qualification') return qualificationEntry(item.fact, reading)
  if (item.kind === 'education') return educationEntry(item.fact, reading)
  if (item.kind === 'import') return [importEntry(item.fact, reading)]
  return correctionEntry(item.fact, reading)
}

/** "Teaching post, grade 8, primary, mathematics": what an appointment is as. */
export function postText(
  post: Pick<
    AppointmentFact,
    'postCategory' | 'postLevel' | 'schoolPost' | 'staffCategory' | 'stage' | 'subject'
  >,
  reading: Pick<Reading, 'locale'>,
): string {
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

function label(list: CodeListName, code: string | null, { locale }: Pick<Reading, 'locale'>): string {
  return code ? codeLabel(CODE_LISTS[list], code, locale) : ''
}

/** The words of a reason's code; a code from elsewhere is shown as it stands. */
export function reasonText(reason: string, t: Translate): string {
  const key = `staff.reason_${reason}`
  return isMessageKey(key) ? t(key) : reason
}

function importHref(batchId: string | null, { openImports }: ReadingImports): string | null {
  return batchId && openImports.has(batchId) ? paths.batch(batchId) : null
}

function entryOf(
  fact: DatedFact,
  title: string,
  body: string,
  tone: Tone,
  reading: ReadingImports,
): LifeEntry {
  const { t, today } = reading
  const until = fact.validTo ? t('staff.life_until', { day: fact.validTo }) : ''
  const ahead = fact.validFrom > today ? t('staff.life_ahead') : ''
  const document = fact.documentNo ? t('staff.life_document', { number: fact.documentNo }) : ''
  return {
    id: fact.id,
    date: fact.validFrom,
    title,
    body: [body, until].filter(Boolean).join('　'),
    meta: [ahead, document].filter(Boolean).join('　'),
    importHref: importHref(fact.batchId, reading),
    tone: ahead ? 'amber' : tone,
  }
}

/** The start of a post, and its end where that ended the service. */
function appointmentEntries(one: AppointmentFact, reading: ReadingImports): LifeEntry[] {
  const { t, unitName } = reading
  const at = { unit: unitName(one.workOrgId), reason: reasonText(one.startReason, t) }
  if (!one.isMain && one.startReason === 'posted') return postingEntries(one, reading)
  const title = t(one.isMain ? 'staff.life_appointed' : 'staff.life_concurrent', at)
  const start = entryOf(
    { ...one, validTo: one.isMain ? null : one.validTo },
    title,
    [postText(one, reading), ...unitsApart(one, reading)].filter(Boolean).join('　'),
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

/** Sent to another school for a time, and back: the home post goes on meanwhile. */
function postingEntries(one: AppointmentFact, reading: ReadingImports): LifeEntry[] {
  const { t, unitName } = reading
  const at = { unit: unitName(one.workOrgId) }
  const sent = entryOf(one, t('staff.life_posted', at), postText(one, reading), 'accent', reading)
  if (!one.validTo) return [sent]
  const back = { ...one, id: `${one.id}-end`, validFrom: one.validTo, validTo: null, documentNo: null }
  return [entryOf(back, t('staff.life_returned', at), '', 'neutral', reading), sent]
}

/** Who holds the establishment post and who pays, where that is not the place of work. */
function unitsApart(
  { workOrgId, establishmentOrgId, payOrgId }: AppointmentFact,
  reading: Reading,
): string[] {
  const { t, unitName } = reading
  const apart = (id: string | null) => (id === null || id === workOrgId ? null : { unit: unitName(id) })
  const establishment = apart(establishmentOrgId)
  const pay = apart(payOrgId)
  if (establishment && establishmentOrgId === payOrgId) return [t('staff.life_both', establishment)]
  return [
    establishment ? t('staff.life_establishment', establishment) : '',
    pay ? t('staff.life_pay', pay) : '',
  ]
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

function titleEntry(one: TitleFact, reading: ReadingImports): LifeEntry {
  const level = label('titleLevel', one.titleLevel, reading)
  const awardedAs = one.awardedAs === level ? '' : (one.awardedAs ?? '')
  return entryOf(one, reading.t('staff.life_title', { title: level }), awardedAs, 'green', reading)
}

function honourEntry(one: HonourFact, reading: ReadingImports): LifeEntry {
  const title = reading.t('staff.life_honour', { honour: label('honour', one.honour, reading) })
  return entryOf(one, title, one.awardedBy ?? '', 'green', reading)
}

function statusEntry(one: StatusFact, reading: ReadingImports): LifeEntry {
  const title = reading.t('staff.life_status', { status: label('staffStatus', one.status, reading) })
  return entryOf(one, title, '', 'amber', reading)
}

const undated = { validTo: null, documentNo: null, batchId: null }

function qualificationEntry(one: QualificationFact, reading: ReadingImports): LifeEntry[] {
  if (!one.issuedOn) return []
  const kind = label('qualificationKind', one.kind, reading)
  const title = reading.t('staff.life_qualified', { kind })
  const fact = { ...undated, id: one.id, validFrom: one.issuedOn }
  return [entryOf(fact, title, label('subject', one.subject, reading), 'neutral', reading)]
}

function educationEntry(one: EducationFact, reading: ReadingImports): LifeEntry[] {
  if (!one.finishedOn) return []
  const level = label('educationLevel', one.level, reading)
  const title = reading.t('staff.life_graduated', { institution: one.institution ?? '', level })
  const fact = { ...undated, id: one.id, validFrom: one.finishedOn }
  return [entryOf(fact, title, one.major ?? '', 'neutral', reading)]
}

/** An import that brought or changed the person; the entry leads to it. */
function importEntry(one: ImportFact, reading: ReadingImports): LifeEntry {
  const { t } = reading
  const title = t('staff.life_imported', { file: one.fileName })
  const body = t('staff.life_imported_as_of', { day: one.asOf })
  return {
    id: `import ${one.id}`,
    date: formatMoment(one.committedAt).slice(0, 10),
    title,
    body,
    meta: one.by ?? '',
    importHref: importHref(one.id, reading),
    tone: 'neutral',
  }
}

/** What was done in the system shows in the facts it changed; a correction shows by its reason only. */
function correctionEntry(one: AuditFact, { t }: Reading): LifeEntry[] {
  if (!one.action.endsWith('.corrected')) return []
  const [noun = ''] = one.action.split('.')
  const what = `staff.noun_${noun}`
  const title = t('staff.life_corrected', { what: isMessageKey(what) ? t(what) : noun })
  const meta = `${one.actorName}　${formatMoment(one.at)}`
  const shown = { title, body: one.reason ?? '', meta, importHref: null }
  return [{ id: one.id, date: formatMoment(one.at).slice(0, 10), tone: 'neutral', ...shown }]
}
