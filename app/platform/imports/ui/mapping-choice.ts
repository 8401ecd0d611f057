// Names of the mapping form's controls; the form and the action that reads it share them.

function named(before: string, after: string) {
  return {
    name: (what: string | number) => `${before}${what}${after}`,
    /** What a control of this kind is about; null for others. */
    of: (name: string): string | null =>
      name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length
        ? name.slice(before.length, name.length - after.length)
        : null,
  }
}

/** Which field a column of the sheet fills, by the column's index, and under which heading it stands. */
export const columnChoice = named('column.', '.field')
export const columnHeading = named('column.', '.heading')
/** What every row has, by the field. */
export const everyRowChoice = named('every.', '')
