import type { Locale } from './locale.ts'
import type { ServerTranslate } from './translate.ts'

/** Who reads: how words are looked up for them, and in which language. */
export type Words = { t: ServerTranslate; locale: Locale }
