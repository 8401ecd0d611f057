/** The trail in the reader's words; what has none is shown by its code. */
import { isRole } from '#app/platform/access/roles.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import { formatDay, formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { isMessageKey, type ServerTranslate, translator } from '#app/platform/i18n/translate.ts'
import { fieldChanges, type Scalar } from './changes.ts'
import type { EntryView, TrailEntry, TrailRow, TrailRowView } from './trail.ts'

/** A field's code in words, as the room knows it that wrote the entry; undefined when it is none of its codes. */
export type CodeWord = (field: string, code: string, subject: string) => string | undefined

function wordOr(key: string, otherwise: string, t: ServerTranslate): string {
  return isMessageKey(key) ? t(key) : otherwise
}

export function actionWord(action: string, t: ServerTranslate): string {
  return wordOr(`audit.${action}`, action, t)
}

/** Acts by their group, as choices of the filter. */
export function actionChoices(acts: Readonly<Record<string, readonly string[]>>, t: ServerTranslate) {
  return Object.entries(acts).map(([group, actions]) => ({
    label: wordOr(`audit.group_${group}`, group, t),
    options: actions.map((action) => ({ value: action, label: actionWord(action, t) })),
  }))
}

/** A row with its act and what it is about: the person, else a name it carries, else the kind of thing. */
export function rowView(row: TrailRow, t: ServerTranslate): TrailRowView {
  const noun = row.subject.split(':')[0] ?? ''
  const about = row.person?.name ?? (row.about || wordOr(`audit.noun_${noun}`, noun, t))
  return { ...row, what: actionWord(row.action, t), about }
}

/** An entry with every field and value in words. */
export function entryView(entry: TrailEntry, locale: Locale, codeWord: CodeWord): EntryView {
  const t = translator(locale)
  const { before, after, organisationNames, ...facts } = entry
  const changes = fieldChanges(before, after).map((change) => {
    const word = (value: Scalar | undefined) =>
      value === undefined
        ? undefined
        : valueWord(change.path, value, { t, locale, organisationNames, codeWord, subject: entry.subject })
    const { path, isChanged } = change
    return {
      path,
      isChanged,
      field: fieldWord(path, t),
      before: word(change.before),
      after: word(change.after),
    }
  })
  const { what, about } = rowView(facts, t)
  return { ...facts, what, about, changes }
}

/** `counts.new` → "Rows · new"; places in a list count from one. */
function fieldWord(path: string, t: ServerTranslate): string {
  const words = path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : wordOr(`audit.field_${part}`, part, t)))
  return words.join(' · ')
}

type ValueWords = {
  t: ServerTranslate
  locale: Locale
  organisationNames: Record<string, string>
  codeWord: CodeWord
  subject: string
}

/** Organisations by name, codes, roles and yes or no in words, days and moments in their form. */
function valueWord(path: string, value: Scalar, words: ValueWords): string {
  const { t, locale, organisationNames, codeWord, subject } = words
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  const field = path.split('.').at(-1) ?? ''
  if (typeof value === 'number') return field === 'schoolYear' ? String(value) : formatNumber(value, locale)
  if (organisationNames[value]) return organisationNames[value]
  if (field === 'role' && isRole(value)) return t(`account.role_${value}`)
  const time = timeWord(value, locale)
  if (time) return time
  const codes = value.split('、').map((code) => codeWord(field, code, subject) ?? code)
  return codes.join('、')
}

function timeWord(text: string, locale: Locale): string | null {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return formatMoment(text)
  return isPlainDate(text) ? formatDay(text, locale) : null
}
