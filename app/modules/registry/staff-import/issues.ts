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
  'unit_unknown',
  'unit_ambiguous',
  'unit_outside_scope',
  'establishment_contradicts',
  // against the registry
  'works_elsewhere',
  'keys_disagree',
  'name_differs',
  'later_history',
  'several_alike',
  // several posts, several of a name
  'same_person_elsewhere',
  'main_post_rejected',
  'same_name_in_file',
  'same_name_there',
] as const
export type StaffIssue = (typeof staffIssues)[number]
