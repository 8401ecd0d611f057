/** The words of a code, or of no code. */
import type { Words } from '#app/platform/i18n/words.ts'
import { CODE_LISTS, type CodeListName, codeLabel } from '../codes/index.ts'

export function codeText(list: CodeListName, code: string | null | undefined, { t, locale }: Words): string {
  return code ? codeLabel(CODE_LISTS[list], code, locale) : t('staff.not_given')
}
