/** Why a row of a roster is rejected, in conflict, or taken with a remark, beyond what any file may meet. Words: `import.issue_<code>`. */
export const staffIssues = [
  // the name
  'name_empty',
  'name_too_long',
  'name_characters',
  'name_no_letter',
  'emoji',
  'private_use_character',
  // the identity number
  'id_empty',
  'id_length',
  'id_characters',
  'id_birth_date',
  'id_check_digit',
  'id_lost_digits',
  'id_birth_differs',
  'id_sex_differs',
  // dates, numbers
  'date_in_future',
  'date_before_birth',
  'years_odd',
  'staff_number_wrong',
  'staff_number_unknown',
  // the organisation
  'org_empty',
  'org_unknown',
  'org_ambiguous',
  'org_similar',
  'org_outside_scope',
  'org_closed',
  // against the registry
  'works_elsewhere',
  'keys_disagree',
  'name_differs',
  'later_history',
  'several_alike',
] as const
export type StaffIssue = (typeof staffIssues)[number]
