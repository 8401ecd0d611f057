/**
 * How a name is sorted and found: the stored sort key, the stored search terms, and the reading of what a
 * person types into the search box. Both sides stand in one file because each term must be askable.
 *
 * Terms are lexemes of a tsvector. They hold letters and digits only, so they need no quoting in a tsquery.
 */

import { halfWidth } from '#app/platform/sheets/half-width.ts'
import { HAN_RANGES } from './han.ts'
import { type HanReading, readingsOf } from './pinyin.ts'
import { checkResidentId } from './resident-id.ts'
import { parseStaffNumber } from './staff-number.ts'
import { SYLLABLES } from './syllables.ts'

export type NameKeys = {
  /** Compare by bytes (`collate "C"`): pinyin first, then the name, so that it is total and stable. */
  sortKey: string
  /** Lower case, each once. */
  searchTerms: string[]
}

/** One condition of a search; all of a query must hold. A prefix one holds for any term that begins so. */
export type SearchTerm = { lexeme: string; prefix: boolean }

export type SearchQuery =
  /** Nothing typed, or nothing with a letter or digit in it: no condition. */
  | { kind: 'empty' }
  /** Ours in its one spelling, or an employer's own number as typed: look in both. */
  | { kind: 'staffNumber'; value: string }
  /** A valid number, in 18 characters. */
  | { kind: 'residentId'; value: string }
  | { kind: 'terms'; terms: SearchTerm[] }

/** A stretch of the name that has one sound: a Han character, or a word of another script (`word`). */
type Unit = HanReading & { word?: true }

const SEPARATOR = '\u0001'
/** Two letters and more without a vowel: initials. */
const NO_SOUND = /^(?![zcs]h$)[^aeiouv]{2,}$/
/** A sound ends with a space or the separator; both come before this. */
const AFTER_SPACE = '!'
const LAST_CHARACTER = '\u{10FFFF}'
const LONGEST_QUERY = 100
const FEWEST_DIGITS_OF_A_NUMBER = 3

const HAN = `[${HAN_RANGES}]`
const ONLY_HAN = new RegExp(`^${HAN}+$`, 'u')
const GAPS_IN_HAN = new RegExp(`(?<=${HAN})[\\s·•‧・･]+(?=${HAN})`, 'gu')
const RUNS = new RegExp(`(?<han>${HAN}+)|(?!${HAN})[\\p{L}\\p{N}](?:(?!${HAN})[\\p{L}\\p{M}\\p{N}])*`, 'gu')
const ASCII_LOWER = /^[a-z0-9]*$/

/** Sort key and search terms of a checked name (see `checkName`): two microseconds, its readings once known. */
export function nameKeys(name: string): NameKeys {
  const units = unitsOf(name)
  const terms = new Set<string>()
  addHanTerms(terms, units)
  addSounds(terms, units, 'sound')
  if (units.some((unit) => unit.plain !== unit.sound)) addSounds(terms, units, 'plain')
  addInitials(terms, units)
  const sounds = units.map((unit) => unit.sound).join(' ')
  return { sortKey: `${sounds}${SEPARATOR}${name}`, searchTerms: [...terms] }
}

/**
 * What the text in the search box asks for: a resident or staff number, or parts of a name: Chinese, pinyin
 * (spaces, tones and case as one likes), initials, or words of another script, in any order and mixed.
 */
export function searchQuery(text: string): SearchQuery {
  const typed = halfWidth(text.slice(0, LONGEST_QUERY)).trim()
  const number = numberIn(typed)
  if (number) return number

  const terms = new Map<string, SearchTerm>()
  for (const { text: run, han } of runsOf(typed)) {
    for (const term of han ? hanConditions([...run]) : [{ lexeme: untoned(fold(run, 'v')), prefix: true }]) {
      terms.set(term.lexeme, term)
    }
  }
  return terms.size === 0 ? { kind: 'empty' } : { kind: 'terms', terms: [...terms.values()] }
}

/** Sort keys from `from` on and before `to`. */
export type NameRange = { from: string; to: string }

/** In their order, none over another; `isWhole`: the search finds everybody in them. */
export type NameStretches = { ranges: NameRange[]; isWhole: boolean }

/**
 * Where in the order of names those stand that begin with what was typed; null where nobody can say. A surname, its sound,
 * or two initials may find a tenth of everybody: most of them stand together.
 */
export function stretchesOfNames(text: string): NameStretches | null {
  const query = searchQuery(text)
  const [term, ...others] = query.kind === 'terms' ? query.terms : []
  if (!term?.prefix || others.length > 0) return null
  if (NO_SOUND.test(term.lexeme) && /^[a-z]+$/.test(term.lexeme)) return stretchesOfInitials(term.lexeme)
  if (/^[a-z]+$/.test(term.lexeme)) return { ranges: [startingWith(term.lexeme)], isWhole: true }
  const [surname] = ONLY_HAN.test(term.lexeme) ? readingsOf(term.lexeme, true) : []
  if (!surname?.known) return null
  return {
    ranges: [{ from: `${surname.sound}${SEPARATOR}`, to: `${surname.sound}${AFTER_SPACE}` }],
    isWhole: false,
  }
}

/** A range for each sound that the first may stand for. More than two initials find few enough within these. */
function stretchesOfInitials(initials: string): NameStretches {
  const [first = '', second = ''] = initials
  const sounds = SYLLABLES.filter((sound) => sound.startsWith(first))
  return { ranges: sounds.map((sound) => startingWith(`${sound} ${second}`)), isWhole: initials.length === 2 }
}

function startingWith(from: string): NameRange {
  return { from, to: `${from}${LAST_CHARACTER}` }
}

function numberIn(typed: string): SearchQuery | null {
  const resident = checkResidentId(typed)
  if (resident.ok) return { kind: 'residentId', value: resident.number }
  const staff = parseStaffNumber(typed)
  if (staff.ok) return { kind: 'staffNumber', value: staff.number }
  const digits = typed.replace(/\D/g, '').length
  const looksLikeOne = /^[A-Za-z0-9._/-]+$/.test(typed) && digits >= FEWEST_DIGITS_OF_A_NUMBER
  if (looksLikeOne && !isTonedPinyin(typed)) return { kind: 'staffNumber', value: typed }
  return /^\d+$/.test(typed) ? { kind: 'staffNumber', value: typed } : null
}

/** wang2xiu4ying1: a tone after each syllable, never two digits in a row. */
function isTonedPinyin(typed: string): boolean {
  return /^(?:[A-Za-z]+[0-5])+$/.test(typed)
}

function hanConditions(characters: readonly string[]): SearchTerm[] {
  if (characters.length === 1) return [{ lexeme: characters.join(''), prefix: true }]
  return bigramsOf(characters).map((lexeme) => ({ lexeme, prefix: false }))
}

/** The surname, each pair of neighbours, and the whole name where all of it is Han. */
function addHanTerms(terms: Set<string>, units: readonly Unit[]): void {
  let whole = ''
  let previous: Unit | undefined
  for (const unit of units) {
    if (unit.word) {
      previous = undefined
      continue
    }
    if (whole === '' && unit === units[0]) terms.add(unit.text)
    if (previous) terms.add(previous.text + unit.text)
    whole += unit.text
    previous = unit
  }
  if (whole && !units.some((unit) => unit.word)) terms.add(whole)
}

/** From each unit the sounds to the end, or to the first character whose reading nobody knows. */
function addSounds(terms: Set<string>, units: readonly Unit[], form: 'sound' | 'plain'): void {
  let rest = ''
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at]
    if (!unit) continue
    rest = unit.known ? unit[form] + rest : ''
    if (rest) terms.add(rest)
  }
}

function addInitials(terms: Set<string>, units: readonly Unit[]): void {
  let rest = ''
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at]
    if (!unit) continue
    const before = rest
    rest = unit.known ? String.fromCodePoint(unit.sound.codePointAt(0) ?? 0) + rest : ''
    if (before && rest) terms.add(rest)
  }
}

function unitsOf(name: string): readonly Unit[] {
  if (ONLY_HAN.test(name)) return readingsOf(name, true)
  const units: Unit[] = []
  for (const run of runsOf(name)) {
    if (run.han) units.push(...readingsOf(run.text, units.length === 0))
    else units.push(wordUnit(run.text))
  }
  return units
}

function wordUnit(word: string): Unit {
  const sound = fold(word, 'v')
  return { text: sound, sound, plain: fold(word, 'u'), known: true, word: true }
}

/** Stretches of Han and of other letters; dots and spaces between Han do not part them, apostrophes nothing. */
function* runsOf(text: string): Generator<{ text: string; han: boolean }> {
  const joined = text.normalize('NFC').replace(/['’]/g, '').replace(GAPS_IN_HAN, '')
  for (const match of joined.matchAll(RUNS)) yield { text: match[0], han: match.groups?.han !== undefined }
}

function bigramsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** Lower case without accents and tone marks; ü becomes the letter given (keyboards write it v or u). */
function fold(word: string, umlaut: 'v' | 'u'): string {
  const lower = word.toLowerCase()
  if (ASCII_LOWER.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/u(?=[\u0300-\u036F]*\u0308)/g, umlaut)
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
}

function untoned(word: string): string {
  return isTonedPinyin(word) ? word.replace(/\d/g, '') : word
}
