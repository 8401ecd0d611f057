/** The mapping page: what it shows, and what its form means to the engine. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import { readForm, refusal } from '#app/platform/forms/read-form.server.ts'
import { notFound } from '#app/platform/http/respond.server.ts'
import { formatList } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { columnLetters } from '#app/platform/sheets/sheet.ts'
import type { Option } from '#app/ui/field.tsx'
import { listProfiles } from './batch.queries.server.ts'
import type { BatchView, FixedValues, Mapping, MappingRefusal, StartRefusal } from './batch.ts'
import { type MappingChoice, type ProfileSuggestion, suggestProfile } from './mapping.server.ts'
import { type Subject, subjectOf, type Told } from './subject.ts'
import { columnChoice, columnHeading, everyRowChoice } from './ui/mapping-choice.ts'
import type { EveryRowField, MappingColumn, MappingView } from './ui/views.ts'
import { mappingForm } from './wizard.forms.ts'
import { fieldLabel } from './wizard.words.ts'

const SAMPLES = 3
const TOP_ROWS = 5

/** The mapping as saved or suggested. The query may name another heading row or a saved profile. */
export async function mappingOf(
  db: Db,
  actor: Actor,
  batch: BatchView,
  wanted: URLSearchParams,
  locale: Locale,
): Promise<MappingView> {
  const subject = await subjectOf(batch.subject)
  const sheets = wanted.getAll('sheet')
  const suggested = await suggestProfile(db, actor, batch.id, {
    profileKey: wanted.get('profile') ?? undefined,
    headingRow: wholeOf(wanted.get('headingRow'), 100),
    headingRows: wholeOf(wanted.get('headingRows'), 3),
    sheets: sheets.length > 0 ? sheets : undefined,
  })
  if (!suggested.ok) notFound()
  const profiles = await listProfiles(db, actor, batch.subject, batch.organisationId)
  const { code, name } = await db.organisation.findUniqueOrThrow({ where: { id: batch.organisationId } })
  const told = { t: translator(locale), locale }
  const { suggestion } = suggested
  const { profile } = suggestion
  // What was saved once is nobody's suggestion any more.
  const isKnown = suggestion.isKnown || batch.state !== 'uploaded'
  return {
    ...readingView(suggestion),
    ...optionsView(subject, suggestion, told),
    columns: columnsOf(suggestion, isKnown),
    groups: groupsOf(subject, told),
    everyRow: everyRowOf(subject, suggestion, { value: code, label: name }, told),
    missing: suggestion.missing.map((group) => namesOf(subject, group, told)),
    profiles: profiles.map((one) => ({ value: one.key, label: one.name })),
    profileKey: suggestion.isKnown ? profile.key : '',
    profileName: profile.id === null || profile.name === name ? '' : profile.name,
    sender: name,
    differs: suggestion.differs,
    isKnown,
  }
}

function wholeOf(text: string | null, most: number): number | undefined {
  const number = Number(text ?? Number.NaN)
  return Number.isInteger(number) && number > 0 && number <= most ? number : undefined
}

function readingView({ samples, headingRow, headingRows, sheets }: ProfileSuggestion) {
  return { headingRow, headingRows, sheets, top: samples.slice(0, TOP_ROWS) }
}

function optionsView(
  { ticks, complete }: Subject,
  { profile: { options, source } }: ProfileSuggestion,
  { t }: Told,
) {
  const isTicked = (key: string) => options.ticked.includes(key)
  return {
    ticks: ticks.map(({ key, label, hint }) => ({
      ...{ key, label: t(label), hint: t(hint), isTicked: isTicked(key) },
    })),
    complete: complete
      ? { label: t(complete.label), hint: t(complete.hint), isTicked: options.complete }
      : null,
    dateOrder: options.dateOrder ?? '',
    recipe: options.recipe,
    source,
  }
}

/** The sender's columns, those that are read first; each in its place within the two. */
function columnsOf(
  { headings, samples, differs, profile: { mapping } }: ProfileSuggestion,
  isKnown: boolean,
): MappingColumn[] {
  const columns = headings.map((heading, index) => {
    const values = samples.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '')
    const field = Object.entries(mapping).find(([, mapped]) => mapped === heading)?.[0] ?? ''
    return {
      ...{ index, heading, field, letter: columnLetters(index) },
      samples: [...new Set(values)].slice(0, SAMPLES),
      // Of a file much like the sender's last, only what is new in it is guessed.
      isSuggested: field !== '' && !isKnown && (differs?.fresh.includes(heading) ?? true),
    }
  })
  return [...columns.filter(({ field }) => field !== ''), ...columns.filter(({ field }) => field === '')]
}

function groupsOf(subject: Subject, { t }: Told) {
  const { groups, fields } = subject
  return groups.map(({ label, fields: keys }) => ({
    label: t(label),
    options: keys.flatMap((key) => {
      const field = fields[key]
      return field ? [{ value: key, label: fieldLabel(subject, key, t) }] : []
    }),
  }))
}

/** What may be the same for every row: values of a code list, or the batch's organisation (and the one a profile names). */
function everyRowOf(
  subject: Subject,
  { profile: { options, mapping } }: ProfileSuggestion,
  place: Option,
  { t, locale }: Told,
): EveryRowField[] {
  const { fields, groups } = subject
  return groups.flatMap(({ fields: keys }) =>
    keys.flatMap((key) => {
      const field = fields[key]
      if (!field?.everyRow) return []
      const choice = options.fixed?.[key] ?? ''
      const values =
        field.everyRow === 'organisation'
          ? [place, ...(choice && choice !== place.value ? [{ value: choice, label: choice }] : [])]
          : (field.values ?? []).map(({ code, zh, en }) => ({
              value: code,
              label: locale === 'en' ? en : zh,
            }))
      return mapping[key] && choice === ''
        ? []
        : [{ key, label: fieldLabel(subject, key, t), choice, options: values }]
    }),
  )
}

function namesOf(subject: Subject, keys: readonly string[], { t, locale }: Told): string {
  return formatList(
    keys.map((key) => fieldLabel(subject, key, t)),
    locale,
  )
}

/** The form as the engine takes it; a field that two columns are to fill is refused at the second. */
export function readMappingForm(
  form: FormData,
): { ok: true; value: MappingChoice } | { ok: false; reply: FormReply } {
  const read = readForm(form, mappingForm)
  if (!read.ok) return read
  const { headingRow, headingRows, sheets, complete, ticked, dateOrder, recipe, saveAs, source } = read.value
  const { mapping, fixed, twice } = chosen(form)
  if (twice) return { ok: false, reply: refusal(form, 'imports.mapping_field_used_twice', twice) }
  return {
    ok: true,
    value: {
      mapping,
      options: { headingRow, headingRows, sheets, complete, ticked, dateOrder, recipe, fixed },
      source: source || undefined,
      saveAs: saveAs || undefined,
    },
  }
}

function chosen(form: FormData): { mapping: Mapping; fixed: FixedValues; twice: string | null } {
  const mapping: Mapping = {}
  const fixed: FixedValues = {}
  let twice: string | null = null
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value === '') continue
    const column = columnChoice.of(name)
    const every = everyRowChoice.of(name)
    if (every !== null) fixed[every] = value
    if (column === null) continue
    if (mapping[value] !== undefined) twice ??= name
    mapping[value] = String(form.get(columnHeading.name(column)) ?? '')
  }
  return { mapping, fixed, twice }
}

/** A refusal beside the choice it is about. */
export async function mappingRefusal(
  form: FormData,
  batch: BatchView,
  { reason, values }: Refused<MappingRefusal | StartRefusal>,
  locale: Locale,
): Promise<FormReply> {
  if (reason === 'not_found') notFound()
  const told = { t: translator(locale), locale }
  const keys = String(values?.fields ?? '')
  const fields = keys && namesOf(await subjectOf(batch.subject), keys.split(','), told)
  const field = fieldOfRefusal(form, reason, values)
  return { ...refusal(form, `imports.mapping_${reason}`, field), messageValues: { ...values, fields } }
}

function fieldOfRefusal(form: FormData, reason: string, values: Refused<string>['values']): string {
  // Whoever reaches the batch may map it; only some ticks need a right besides.
  if (reason === 'forbidden') return 'ticked'
  const named = [...form].find(([name, value]) => columnHeading.of(name) && value === values?.heading)
  const column = named && columnHeading.of(named[0])
  return column ? columnChoice.name(column) : ''
}
