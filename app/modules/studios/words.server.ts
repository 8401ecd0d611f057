/** Words that several parts of studios say. */
import { CODE_LISTS, type CodeListName, codeLabel } from '#app/modules/registry/index.ts'
import type { Words } from '#app/platform/i18n/words.ts'

/** A code of the registry in words; nothing for no code. */
export function word(list: CodeListName, code: string | null, { locale }: Words): string {
  return code === null ? '' : codeLabel(CODE_LISTS[list], code, locale)
}

/** What a studio is about: stage and subject, once where they are called the same. */
export function teachingText({ stage, subject }: { stage: string; subject: string }, words: Words): string {
  const said = [word('stage', stage, words), word('subject', subject, words)].filter(Boolean)
  return [...new Set(said)].join(' ')
}
