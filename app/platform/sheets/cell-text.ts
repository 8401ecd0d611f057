// Cleans the text of a cell without changing what it says, and finds what no name or number should hold.

/** Digits and Latin letters only: full-width brackets and colons are proper Chinese and stay. */
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const FULL_WIDTH_OFFSET = 0xfee0

/** Soft hyphen, zero-width spaces, marks of writing direction, word joiner, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

const NEEDS_WORK = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFF10-\uFF5A]/

/**
 * Full-width digits and Latin letters made half-width, invisible characters taken out, runs of white space (also
 * ideographic and no-break) made one space, none at the ends. Characters of names are never replaced by look-alikes,
 * so no Unicode normal form is applied. Doing it twice changes nothing more.
 */
export function normaliseText(text: string): string {
  if (!NEEDS_WORK.test(text)) return text
  return text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Control characters except tab and line ends, non-characters, U+FFFD (text lost on the way), lone surrogates. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\uFFFD-\uFFFF]|\p{Surrogate}/u
const PRIVATE_USE = /\p{Co}/u

/**
 * Whether the text holds what must not be stored. With `privateUse`, also characters that mean something only on the
 * sender's own machine: some bureaus draw rare name characters themselves.
 */
export function hasForbiddenCharacters(text: string, options: { privateUse?: boolean } = {}): boolean {
  return FORBIDDEN.test(text) || (options.privateUse === true && PRIVATE_USE.test(text))
}

/** Shown in colour by themselves, asked to be by U+FE0F, or pictures of the supplementary planes. ㊙ and © are not. */
const EMOJI =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\u20E3|(?=[\u{1F000}-\u{1FAFF}])\p{Extended_Pictographic}/u

export function hasEmoji(text: string): boolean {
  return EMOJI.test(text)
}

/**
 * The same text in memory of its own. A cell is a view into the piece of file it was cut from; whoever keeps one for
 * long would keep that whole piece.
 */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
