/** English twin of words.zh-CN.ts. */
import type { organisationImportZhCN } from './words.zh-CN.ts'

export const organisationImportEn = {
  'import.organisations_title': 'List of organisations',
  'import.organisations_about':
    'One organisation a row: code, name, kind, parent; of schools stages, classes and pupils.',
  'import.organisations_code': 'Code',
  'import.organisations_name': 'Name',
  'import.organisations_kind': 'Kind',
  'import.organisations_parent': 'Code of the parent',
  'import.organisations_school_kind': 'Kind of school',
  'import.organisations_stages': 'Stages',
  'import.organisations_place': 'Place type',
  'import.organisations_public': 'Public',
  'import.organisations_opened': 'Opened',
  'import.organisations_year': 'School year',
  'import.organisations_classes': 'Classes',
  'import.organisations_pupils': 'Pupils',
  'import.organisations_yes': 'yes',
  'import.organisations_no': 'no',
  'import.organisations_group_what': 'Organisation',
  'import.organisations_group_facts': 'Facts',
  'import.organisations_group_figures': 'Figures of a year',
  'import.organisations_to_list': 'See the organisations',
  'import.organisations_stands_changed': 'Organisations changed again since: {{count}}',
  'import.issue_organisation_code_missing': 'There is no code. Please add it.',
  'import.issue_organisation_code_wrong':
    '{{field}} "{{value}}" must be letters, digits and . _ - only, up to 32.',
  'import.issue_organisation_name_missing': 'There is no name. Please add it.',
  'import.issue_organisation_kind_missing': 'There is no kind; a new organisation needs one.',
  'import.issue_organisation_parent_missing':
    'Nothing says what it belongs to; a new organisation needs the code of its parent.',
  'import.issue_organisation_parent_unknown':
    'What it belongs to is not known. Please compare the code, or list the parent too.',
  'import.issue_organisation_parent_rejected':
    'The row of what it belongs to was not taken; mend that row first.',
  'import.issue_organisation_not_yours':
    'It lies outside this import. Whoever is in charge of it imports it.',
  'import.issue_organisation_kind_not_here':
    'An organisation of this kind cannot stand there. Please compare.',
  'import.issue_organisation_kind_differs':
    'Its kind is another than the one on record; a list does not change it. Please compare the code.',
  'import.issue_organisation_parent_differs': 'It belongs elsewhere on record: move it on its own page.',
  'import.issue_organisation_closed': 'It, or what it belongs to, is closed.',
  'import.issue_organisation_figures_wrong': 'A school year needs classes and pupils beside it, and a stage.',
  'imports.kind_organisation_code_missing': 'No code',
  'imports.kind_organisation_code_wrong': 'Code with characters that cannot be used',
  'imports.kind_organisation_name_missing': 'No name',
  'imports.kind_organisation_kind_missing': 'No kind',
  'imports.kind_organisation_parent_missing': 'No parent',
  'imports.kind_organisation_parent_unknown': 'Parent not known',
  'imports.kind_organisation_parent_rejected': 'Parent not taken',
  'imports.kind_organisation_not_yours': 'Outside what is imported',
  'imports.kind_organisation_kind_not_here': 'Kind that cannot stand there',
  'imports.kind_organisation_kind_differs': 'Another kind than on record',
  'imports.kind_organisation_parent_differs': 'Belongs elsewhere on record',
  'imports.kind_organisation_closed': 'Closed',
  'imports.kind_organisation_figures_wrong': 'Figures of a year incomplete',
} satisfies Record<keyof typeof organisationImportZhCN, string>
