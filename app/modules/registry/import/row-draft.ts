/** A row while it is checked, and the remarks it collects. */
import { hasForbiddenCharacters } from '#app/platform/sheets/cell-text.ts'
import type { IssueCode, IssueLevel, RowIssue } from './batch.ts'
import type { FieldKey } from './fields.ts'
import type { OrganisationWords, RowValues } from './staged-row.ts'

/** What is known of a row while it is checked: values of the direct fields, raw words of the others. */
export type RowDraft = {
  values: RowValues
  organisation: OrganisationWords
  words: Partial<Record<FieldKey, string>>
  issues: RowIssue[]
}

const LONGEST_SHOWN = 40
/** Their text is never shown beside a remark. */
const PRIVATE: readonly FieldKey[] = ['idNumber', 'phone']

/** Notes a remark; the text that caused it is shortened, and left out where it is private. */
export function addIssue(
  draft: RowDraft,
  code: IssueCode,
  level: IssueLevel,
  field: FieldKey | null,
  value?: string,
  other?: string,
): void {
  const shown = value === undefined || (field && PRIVATE.includes(field)) ? undefined : shorten(value)
  draft.issues.push({ code, level, field, value: shown, other })
}

function shorten(value: string): string {
  const clean = hasForbiddenCharacters(value)
    ? value.replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '')
    : value
  const characters = [...clean]
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : clean
}
