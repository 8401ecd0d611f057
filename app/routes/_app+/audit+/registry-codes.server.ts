/** Codes of the registry's fields in words, for entries of the audit trail, which knows no module. */
import { EXEMPTIONS } from '#app/modules/exchange/index.ts'
import {
  CODE_LISTS,
  type CodeList,
  type CodeListName,
  codeLabel,
  isCodeOf,
} from '#app/modules/registry/codes/index.ts'
import type { CodeWord } from '#app/platform/audit/trail-words.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'

/** Columns that are called otherwise than their list. */
const listOf: Partial<Record<string, CodeListName>> = {
  idKind: 'idDocumentKind',
  stages: 'stage',
  status: 'staffStatus',
}

export function registryCodeWord(locale: Locale): CodeWord {
  return (field, code, subject) => {
    if (field === 'kind' && subject.startsWith('exemption:')) return codeLabel(EXEMPTIONS, code, locale)
    const name = field === 'kind' && subject.startsWith('organisation:') ? 'orgKind' : listOf[field]
    const lists: Record<string, CodeList> = CODE_LISTS
    const list = lists[name ?? field]
    return list && isCodeOf(list, code) ? codeLabel(list, code, locale) : undefined
  }
}
