/** How an import opens its sheet: the same for the mapping page, the check, and the rejected rows that go back. */
import { settings } from '#app/platform/env.server.ts'
import { type OpenedSheet, openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import type { ProfileOptions } from './batch.ts'
import type { Subject } from './subject.ts'

/** What a person has chosen about how the sheet is read; what is left out is guessed. */
export type ReadingChoice = Pick<ProfileOptions, 'headingRow' | 'headingRows' | 'sheets' | 'takeIn'>

/** Every heading under which anything of the subject is known: the form is found by them. */
function knownHeadings({ fields, profiles }: Subject): string[] {
  const published = profiles.flatMap(({ mapping }) => Object.values(mapping))
  const all = [...Object.values(fields).flatMap(({ aliases }) => aliases), ...published]
  return all.filter((heading) => heading !== undefined)
}

export function openingOf(subject: Subject, { headingRow, headingRows, sheets, takeIn }: ReadingChoice) {
  const limits = { fileBytes: settings().UPLOAD_MAX_MB * 1024 * 1024 }
  const form = { known: knownHeadings(subject), sheets: sheets?.length ? sheets : undefined, takeIn }
  return { limits, headingRow, headingRows, form }
}

export function openBatchSheet(
  subject: Subject,
  bytes: Uint8Array,
  choice: ReadingChoice,
): Promise<OpenedSheet> {
  return openSheet({ bytes }, openingOf(subject, choice))
}
