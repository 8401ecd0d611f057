/** Which columns a batch fills, and so which are compared and written. One list for the check, the SQL and the pages. */
import { PLAIN, type Profile } from '#app/platform/imports/batch.ts'
import type { FieldKey } from './fields.ts'

/** Where a value lives in the registry. `column` is the same in staff_import_row, unless `staged` says otherwise. */
export type PlannedColumn = { field: FieldKey; column: string; staged?: string }

/** Facts of the person, changed in place. */
export const personColumns: readonly PlannedColumn[] = [
  { field: 'formerName', column: 'former_name' },
  { field: 'sex', column: 'sex' },
  { field: 'birthDate', column: 'birth_date' },
  { field: 'ethnicity', column: 'ethnicity' },
  { field: 'nativePlace', column: 'native_place' },
  { field: 'workStartedOn', column: 'work_started_on' },
  { field: 'teachingSince', column: 'teaching_since' },
  { field: 'educationLevel', column: 'education_level' },
  { field: 'employerNumber', column: 'employer_number' },
]

/** What an appointment says: a change closes it and opens the next. */
export const appointmentColumns: readonly PlannedColumn[] = [
  { field: 'orgName', column: 'work_org_id', staged: 'org_id' },
  { field: 'staffCategory', column: 'staff_category' },
  { field: 'postCategory', column: 'post_category' },
  { field: 'postLevel', column: 'post_level' },
  { field: 'schoolPost', column: 'school_post' },
  { field: 'stage', column: 'stage' },
  { field: 'subject', column: 'subject' },
  { field: 'employmentForm', column: 'employment_form' },
]

/** What the Pennsylvanian recipe fills beyond the mapped columns. */
const recipeFields: Readonly<Record<string, readonly FieldKey[]>> = {
  [PLAIN]: [],
  'pa-2012': [
    'sourceKey',
    'joinedOn',
    'teachingSince',
    'staffCategory',
    'stage',
    'subject',
    'schoolPost',
    'degree',
  ],
}

/** Fields that rows of this profile can have. An identity number tells birth date and sex. */
export function filledFields(profile: Profile): ReadonlySet<FieldKey> {
  const filled = new Set<FieldKey>(recipeFields[profile.options.recipe] ?? [])
  for (const said of [profile.mapping, profile.options.fixed ?? {}]) {
    for (const key of Object.keys(said) as FieldKey[]) filled.add(key)
  }
  filled.add('orgName')
  if (filled.has('idNumber')) filled.add('birthDate').add('sex')
  return filled
}
