/** Who a row of a file of another room is about: a staff number, or an identity number that is checked and made one spelling. */
import { addIssue } from '#app/platform/imports/row-draft.ts'
import type { RowDraft } from '#app/platform/imports/subject.ts'
import { bareNumber } from '#app/platform/sheets/bare-number.ts'
import { checkResidentId } from './resident-id.ts'

/** `missing`, `wrong`: codes of the subject's remarks for a row that names nobody, or by a number that is none. */
export function settleNamedPerson(draft: RowDraft, codes: { missing: string; wrong: string }): void {
  const { values } = draft
  if (!values.staffNumber && !values.idNumber) addIssue(draft, codes.missing, 'error', null)
  if (!values.idNumber) return
  const typed = bareNumber(values.idNumber)
  const checked = typed === null ? null : checkResidentId(typed)
  values.idNumber = checked?.ok ? checked.number : undefined
  if (!checked?.ok) addIssue(draft, codes.wrong, 'error', 'idNumber')
}
