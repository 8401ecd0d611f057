/** The mapping page: what it shows, and what its form means to the engine. */

import type { Actor } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import { readForm, refusal } from '#app/platform/forms/read-form.server.ts'
import { notFound } from '#app/platform/http/respond.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { columnLetters } from '#app/platform/sheets/sheet.ts'
import type { Option } from '#app/ui/field.tsx'
import { CODE_LISTS } from '../codes/index.ts'
import { listProfiles } from './batch.queries.server.ts'
import type {
  BatchView,
  FixedValues,
  Mapping,
  MappingRefusal,
  Profile,
  ProfileSuggestion,
  StartRefusal,
} from './batch.ts'
import { type FieldKey, fieldOf, fixableFields, requiredFields } from './fields.ts'
import { suggestProfile } from './mapping.server.ts'
import { mappingGroupNames, mappingGroups } from './mapping-groups.ts'
import { choiceName, codeOfChoice, fieldOfChoice, fixedChoice } from './ui/mapping-choice.ts'
import type { MappingColumn, MappingGroup, MappingView } from './ui/views.ts'
import { mappingForm } from './wizard.forms.ts'

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
  const sheets = wanted.getAll('sheet')
  const suggested = await suggestProfile(db, actor, batch.id, {
    profileKey: wanted.get('profile') ?? undefined,
    headingRow: wholeOf(wanted.get('headingRow'), 100),
    headingRows: wholeOf(wanted.get('headingRows'), 3),
    sheets: sheets.length > 0 ? sheets : undefined,
  })
  if (!suggested.ok) notFound()
  const profiles = await listProfiles(db, actor, batch.organisationId)
  const { code, name } = await db.organisation.findUniqueOrThrow({ where: { id: batch.organisationId } })
  const view = viewOf(suggested.suggestion, profiles, { value: fixedChoice(code), label: name }, locale)
  // What was saved once is nobody's suggestion any more.
  return { ...view, isKnown: view.isKnown || batch.state !== 'uploaded' }
}

function wholeOf(text: string | null, most: number): number | undefined {
  const number = Number(text ?? Number.NaN)
  return Number.isInteger(number) && number > 0 && number <= most ? number : undefined
}

function viewOf(
  suggestion: ProfileSuggestion,
  profiles: readonly Profile[],
  place: Option,
  locale: Locale,
): MappingView {
  const { profile, samples, headings, headingRow, headingRows, sheets, isKnown } = suggestion
  return {
    columns: headings.map((heading, index) => columnOf(heading, index, samples)),
    groups: mappingGroupNames.map((key) => groupOf(key, suggestion, place, locale)),
    headingRow,
    headingRows,
    sheets,
    top: samples.slice(0, TOP_ROWS),
    options: profile.options,
    source: profile.source,
    profiles: profiles.map(({ key, name }) => ({ value: key, label: name })),
    profileKey: isKnown ? profile.key : '',
    profileName: profile.id === null ? '' : profile.name,
    isKnown,
  }
}

function columnOf(heading: string, index: number, samples: readonly (readonly string[])[]): MappingColumn {
  const values = samples.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '')
  return { heading, letter: columnLetters(index), samples: [...new Set(values)].slice(0, SAMPLES) }
}

function groupOf(
  key: (typeof mappingGroupNames)[number],
  { profile: { mapping, options }, missing }: ProfileSuggestion,
  place: Option,
  locale: Locale,
): MappingGroup {
  const t = translator(locale)
  const wanted = missing.flat()
  return {
    key,
    label: t(`imports.group_${key}`),
    isRequired: key === 'name' || key === 'organisation',
    fields: mappingGroups[key].map((field) => {
      const fixed = options.fixed?.[field]
      return {
        key: field,
        label: t(`import.field_${field}`),
        choice: mapping[field] ?? (fixed === undefined ? '' : fixedChoice(fixed)),
        fixed: fixableFields.has(field) ? fixedOptions(field, fixed, place, locale) : [],
        isShown: mapping[field] !== undefined || fixed !== undefined || wanted.includes(field),
      }
    }),
  }
}

/** The values of a code list; of organisations the batch's own, and the one that a saved profile names. */
function fixedOptions(field: FieldKey, fixed: string | undefined, place: Option, locale: Locale): Option[] {
  const { codes } = fieldOf(field)
  if (codes)
    return CODE_LISTS[codes].map(({ code, zh, en }) => ({
      value: fixedChoice(code),
      label: locale === 'en' ? en : zh,
    }))
  const isOther = fixed !== undefined && fixedChoice(fixed) !== place.value
  return isOther ? [place, { value: fixedChoice(fixed), label: fixed }] : [place]
}

/** The form as the engine takes it. */
export function readMappingForm(form: FormData) {
  const read = readForm(form, mappingForm)
  if (!read.ok) return read
  const { headingRow, headingRows, sheets, ...chosenBeside } = read.value
  const { complete, fillDown, dateOrder, matchByName, createOrganisations, saveAs, source, recipe } =
    chosenBeside
  const { mapping, fixed } = chosen(form)
  return {
    ok: true as const,
    value: {
      mapping,
      options: {
        headingRow,
        headingRows,
        sheets,
        complete,
        fillDown,
        dateOrder,
        matchByName,
        createOrganisations,
        recipe,
        fixed,
      },
      source: source || undefined,
      saveAs: saveAs || undefined,
    },
  }
}

function chosen(form: FormData): { mapping: Mapping; fixed: FixedValues } {
  const mapping: Mapping = {}
  const fixed: FixedValues = {}
  for (const [name, value] of form) {
    const field = fieldOfChoice(name)
    if (!field || typeof value !== 'string' || value === '') continue
    const code = codeOfChoice(value)
    if (code === null) mapping[field] = value
    else fixed[field] = code
  }
  return { mapping, fixed }
}

/** A refusal beside the choice it is about. */
export function mappingRefusal(
  form: FormData,
  { reason, values }: Refused<MappingRefusal | StartRefusal>,
): FormReply {
  if (reason === 'not_found') notFound()
  const field = fieldOfRefusal(form, reason, values)
  return { ...refusal(form, `imports.mapping_${reason}`, field), messageValues: values }
}

function fieldOfRefusal(form: FormData, reason: string, values: Refused<string>['values']): string {
  // Whoever reaches the batch may map it; only new organisations need a right besides.
  if (reason === 'forbidden') return 'createOrganisations'
  if (reason === 'no_key_mapped') return choiceName('idNumber')
  if (reason === 'name_not_mapped') return choiceName(requiredFields[0]?.[0] ?? 'name')
  if (reason === 'organisation_not_mapped') return choiceName('orgName')
  if (reason === 'profile_name_empty') return 'saveAs'
  // The last of the choices that name the same heading is the one to look at.
  const twice = [...form].filter(([name, value]) => fieldOfChoice(name) && value === values?.heading)
  return twice.at(-1)?.[0] ?? ''
}
