/** How an import opens its sheet: the same for the mapping page, the check, and the rejected rows that go back. */
import { settings } from '#app/platform/env.server.ts'
import { type OpenedSheet, openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import type { ProfileOptions } from './batch.ts'
import { fieldKeys, fields } from './fields.ts'
import { builtInProfiles } from './profiles/index.ts'

/** What a person has chosen about how the sheet is read; what is left out is guessed. */
export type ReadingChoice = Pick<ProfileOptions, 'headingRow' | 'headingRows' | 'sheets' | 'takeIn'>

/** Every heading under which anything of ours is known. */
const known: readonly string[] = [
  ...fieldKeys.flatMap((key) => fields[key].aliases),
  ...builtInProfiles.flatMap(({ mapping }) => Object.values(mapping)),
]

export function openingOf({ headingRow, headingRows, sheets, takeIn }: ReadingChoice) {
  const limits = { fileBytes: settings().UPLOAD_MAX_MB * 1024 * 1024 }
  return {
    limits,
    headingRow,
    headingRows,
    form: { known, sheets: sheets?.length ? sheets : undefined, takeIn },
  }
}

export function openRoster(bytes: Uint8Array, choice: ReadingChoice): Promise<OpenedSheet> {
  return openSheet({ bytes }, openingOf(choice))
}
