/** An identity number as sheets hold it, freed of what makes it text: ="3715…", '3715…, 3715… x, １２３, marks of writing direction. */
import { normaliseText } from '#app/platform/sheets/cell-text.ts'
import { halfWidth } from './half-width.ts'

const AROUND = /^[=\s"'`‘’“”]+|["'`‘’“”\s]+$/g
/** What a spreadsheet made of eighteen digits that it took for a number: the last ones are gone for good. */
const FLOATING = /^\d(\.\d+)?e\+?1[4-9]$/i

/** The number alone; null where its last digits are lost. */
export function bareNumber(cell: string): string | null {
  const text = halfWidth(normaliseText(cell)).replace(AROUND, '').replace(/\s/g, '')
  return FLOATING.test(text) ? null : text
}
