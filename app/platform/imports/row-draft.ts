/** The remarks that a row collects while it is checked. */
import { hasForbiddenCharacters } from '#app/platform/sheets/cell-text.ts'
import type { IssueLevel, RowIssue } from './batch.ts'

const LONGEST_SHOWN = 40

type Collects = { issues: RowIssue[] }

/** Notes a remark; the text that caused it is shortened. What is private is never handed in. */
export function addIssue(
  draft: Collects,
  code: string,
  level: IssueLevel,
  field: string | null,
  value?: string,
  other?: string,
): void {
  draft.issues.push({ code, level, field, value: value === undefined ? undefined : shorten(value), other })
}

export function hasError({ issues }: Collects): boolean {
  return issues.some(({ level }) => level === 'error')
}

function shorten(value: string): string {
  const clean = hasForbiddenCharacters(value)
    ? value.replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '')
    : value
  const characters = [...clean]
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : clean
}
