/**
 * Code lists: what an entry is, how its words are found, and how text from a roster is matched to a code.
 * The codes are stored in the database, so one may be added here but never renamed; words may change freely.
 */
import { halfWidth } from '#app/platform/sheets/half-width.ts'

export type CodeEntry = {
  /** The national code where there is one, else a snake_case English word. */
  code: string
  zh: string
  en: string
  /** Other ways rosters write it: short forms, former names. */
  aliases?: readonly string[]
}

export type CodeList = readonly CodeEntry[]

/** The union of the codes of a list: `CodeOf<typeof SEXES>`. */
export type CodeOf<List extends CodeList> = List[number]['code']

type Index = { byCode: Map<string, CodeEntry>; byText: Map<string, string> }

const indexes = new WeakMap<CodeList, Index>()

/** The words of a code. A code the list does not know, from newer data, is shown as it stands. */
export function codeLabel(list: CodeList, code: string, locale: 'zh-CN' | 'en'): string {
  const entry = indexOf(list).byCode.get(code)
  if (!entry) return code
  return locale === 'en' ? entry.en : entry.zh
}

/** Whether the list has the code; narrows text from forms and the database to the list's union. */
export function isCodeOf<List extends CodeList>(list: List, code: string): code is CodeOf<List> {
  return indexOf(list).byCode.has(code)
}

/** The entry of a code with all that the list says of it. Throws for a code that is not in the list. */
export function codeEntry<List extends CodeList>(list: List, code: CodeOf<List>): List[number] {
  const entry = indexOf(list).byCode.get(code)
  if (!entry) throw new RangeError(`no such code: ${code}`)
  return entry
}

/**
 * The code that a cell of a roster means: code, Chinese or English words, or an alias; case, spaces, width and
 * punctuation do not matter, nor a leading zero that a spreadsheet ate. Null when the list has nothing like it.
 */
export function matchCode<List extends CodeList>(list: List, text: string): CodeOf<List> | null {
  const { byText } = indexOf(list)
  return byText.get(text) ?? byText.get(matchKey(text)) ?? null
}

/** All that may stand in a cell for the entry, in the form in which `matchCode` compares. */
export function matchKeysOf(entry: CodeEntry): string[] {
  const texts = [entry.code, entry.zh, entry.en, ...(entry.aliases ?? [])]
  if (/^0\d$/.test(entry.code)) texts.push(entry.code.slice(1))
  return [...new Set(texts.map(matchKey))]
}

function matchKey(text: string): string {
  return halfWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function indexOf(list: CodeList): Index {
  const known = indexes.get(list)
  if (known) return known
  const index: Index = { byCode: new Map(), byText: new Map() }
  for (const entry of list) {
    index.byCode.set(entry.code, entry)
    for (const key of matchKeysOf(entry)) index.byText.set(key, entry.code)
  }
  indexes.set(list, index)
  return index
}
