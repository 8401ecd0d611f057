/** Words of the import in English. */
import type { importZhCN } from './messages.zh-CN.ts'

export const importEn = {
  'import.field_name': 'Name',
  'import.field_familyName': 'Family name',
  'import.field_givenName': 'Given name',
  'import.field_formerName': 'Former name',
  'import.field_idKind': 'Identity document',
  'import.field_idNumber': 'Document number',
  'import.field_sex': 'Sex',
  'import.field_birthDate': 'Date of birth',
  'import.field_staffNumber': 'Lifelong number',
  'import.field_employerNumber': "Employer's number",
  'import.field_sourceKey': "Person's key in the source",
  'import.field_phone': 'Phone',
  'import.field_ethnicity': 'Ethnicity',
  'import.field_politicalStatus': 'Political status',
  'import.field_nativePlace': 'Native place',
  'import.field_workStartedOn': 'Started working',
  'import.field_teachingSince': 'Teaching since',
  'import.field_joinedOn': 'Joined the school',
  'import.field_educationLevel': 'Highest education',
  'import.field_degree': 'Degree',
  'import.field_institution': 'Institution',
  'import.field_major': 'Major',
  'import.field_staffCategory': 'Staff category',
  'import.field_postCategory': 'Post category',
  'import.field_postLevel': 'Post level',
  'import.field_schoolPost': 'School post',
  'import.field_stage': 'Stage',
  'import.field_subject': 'Subject',
  'import.field_employmentForm': 'Form of employment',
  'import.field_onEstablishment': 'On the establishment',
  'import.field_titleLevel': 'Title',
  'import.field_titleSince': 'Title since',
  'import.field_status': 'Status',
  'import.field_orgCode': 'Organisation code',
  'import.field_orgName': 'Organisation',
  'import.field_districtCode': 'District code',
  'import.field_districtName': 'District or township',
  'import.field_countyName': 'County',
  'import.field_schoolYear': 'School year',
  'import.field_yearsInEducation': 'Years of service',
  'import.field_yearsHere': 'Years here',
  'import.field_position': 'Position',

  'import.issue_name_empty': 'There is no name. Please add it.',
  'import.issue_name_too_long': 'The name is longer than 50 characters. Is it something else?',
  'import.issue_name_characters': 'The name “{{value}}” holds digits or signs. Leave only the name.',
  'import.issue_name_no_letter': 'The name “{{value}}” holds no letter. Please write the name.',
  'import.issue_emoji': '{{field}} “{{value}}” holds an emoji. Please take it out.',
  'import.issue_private_use_character':
    '{{field}} holds a character that only the sender’s computer can show. Please type the standard character.',
  'import.issue_id_empty':
    'There is no document number, so nobody can tell who this is. Add it, or the lifelong number.',
  'import.issue_id_length':
    'The document number must have 18 digits (15 in the old form). Please compare it with the card.',
  'import.issue_id_characters':
    'The document number holds characters that cannot be in it: only digits, and X at the end. Please compare it with the card.',
  'import.issue_id_birth_date':
    'The birth date inside the document number does not exist. Please compare it with the card.',
  'import.issue_id_check_digit':
    'The check digit is wrong (after these 17 digits it would be {{other}}); usually one digit was miscopied. Please compare it with the card.',
  'import.issue_id_lost_digits':
    'Excel kept the document number as a figure and lost its last digits. Format the column as text and type it again.',
  'import.issue_id_birth_differs':
    'The birth date “{{value}}” differs from the document number, which was taken. Correct it later if the file of record says otherwise.',
  'import.issue_id_sex_differs': 'The sex differs from the document number, which was taken.',
  'import.issue_date_not_a_date': '{{field}} “{{value}}” is not a date. Write it like 1985-07-01.',
  'import.issue_date_no_such_day': '{{field}} “{{value}}” is a day that does not exist.',
  'import.issue_date_ambiguous':
    '{{field}} “{{value}}” can be read in several ways. Write it like 1985-07-01, with the day.',
  'import.issue_date_out_of_range': '{{field}} “{{value}}” is before 1900 or after 2100.',
  'import.issue_date_in_future':
    '{{field}} “{{value}}” is later than the day of this import. Change one of the two.',
  'import.issue_date_before_birth': '{{field}} “{{value}}” is not later than the birth date.',
  'import.issue_years_odd': '{{field}} “{{value}}” is no sensible number of years; it was left out.',
  'import.issue_code_unknown':
    '{{field}} “{{value}}” is not in the code list. Please use a word of the list.',
  'import.issue_staff_number_wrong':
    'The lifelong number “{{value}}” is wrong: it is T and nine digits with a check digit.',
  'import.issue_staff_number_unknown':
    'Nobody in the registry has this lifelong number. Leave it empty for new people: they get one.',
  'import.issue_text_too_long': '{{field}} is longer than 200 characters. Please shorten it.',
  'import.issue_forbidden_characters':
    '{{field}} holds control or other characters that cannot be kept. Please type it again.',
  'import.issue_org_empty': 'There is no organisation. Please add its name or code.',
  'import.issue_org_unknown':
    'The registry has no organisation “{{value}}”. Use its full name or code, or create it first.',
  'import.issue_org_ambiguous':
    'Several organisations are called “{{value}}”. Add a column with the county or district, or use the code.',
  'import.issue_org_outside_scope':
    'The organisation “{{value}}” lies outside this import. Whoever is in charge of it imports it.',
  'import.issue_org_closed': 'The organisation “{{value}}” is closed. Please name the present one.',
  'import.issue_cell_error_value':
    '{{field}} is an error value such as #N/A. Please correct the formula or type the value.',
  'import.issue_cell_formula_without_result':
    '{{field}} is a formula without a result. Open and save the file in Excel once, or type the value.',
  'import.issue_cell_undecodable':
    'The text of {{field}} was damaged by a wrong encoding. Type it again, or save as .xlsx.',
  'import.issue_cell_nul': '{{field}} holds an invisible NUL character. Please type the cell again.',
  'import.issue_cell_too_long': '{{field}} is too long. Please shorten it.',
  'import.issue_extra_cells':
    'This row goes on beyond the headings; its columns may have shifted. Please line them up.',
  'import.issue_duplicate_in_file': 'The same person as in row {{other}}. Only one row can stay.',
  'import.issue_works_elsewhere':
    'This person works at an organisation outside this import. The present employer must release them first.',
  'import.issue_keys_disagree':
    'The numbers in this row belong to different people of the registry. Please compare them.',
  'import.issue_name_differs':
    'The number is known under another name. If the name has changed, correct it in the registry first; else check the number.',
  'import.issue_later_history':
    'The registry already holds something later about this person. Check the day of the import, or correct the record by hand.',
  'import.issue_several_alike':
    'Several people have this name and birth date. Add the document number or the lifelong number.',

  'import.problem_file_too_large': 'The file is too large. Split it, or take pictures out.',
  'import.problem_too_many_rows': 'There are more than {{limit}} rows. Please split the file.',
  'import.problem_too_many_columns':
    'There are more than {{limit}} columns. Please take out what is not needed.',
  'import.problem_empty_sheet': 'The sheet is empty. Is it the right file?',
  'import.problem_pdf_not_sheet': 'This is a PDF. Please upload .xlsx or .csv.',
  'import.problem_html_not_sheet': 'This is a web page. Open it in Excel and save it as .xlsx.',
  'import.problem_old_xls': 'This is an old .xls file. Save it as .xlsx in Excel or WPS.',
  'import.problem_not_a_sheet': 'This is not a sheet. Please upload .xlsx or .csv.',
  'import.problem_password_protected': 'The file has a password. Take it off and upload again.',
  'import.problem_unreadable_workbook':
    'The workbook is damaged. Open it in Excel, save a copy and upload that.',
  'import.problem_zip_bomb':
    'The file unpacks to an absurd size and was refused. Save a copy in Excel and upload that.',
  'import.problem_quote_never_closed':
    'A quotation mark in row {{rowNumber}} is never closed. Please correct it.',
  'import.problem_row_too_long': 'Row {{rowNumber}} is absurdly long. Check separators and quotation marks.',
  'import.problem_interrupted':
    'The work was interrupted and nothing was written. Please have the rows checked again.',
  'import.problem_stale':
    'Since the check the registry has changed where this import matters. Nothing was written; please check again.',
  'import.problem_failed':
    'Something failed and nothing was written. Try again; if it stays, have the log looked at.',
  'import.problem_no_rows': 'There are no rows below the headings. Is it the right sheet and heading row?',
  'import.problem_nothing_to_do': 'Everything is in the registry already; there is nothing to write.',
  'import.problem_stands_on_it': 'Later changes stand on this import, so it cannot be undone as a whole.',
  'import.problem_database_away': 'The database cannot be reached. Please try again later.',

  'import.phase_waiting': 'Waiting to start',
  'import.phase_reading': 'Reading and checking rows',
  'import.phase_matching': 'Finding people',
  'import.phase_comparing': 'Comparing with the registry',
  'import.phase_organisations': 'Creating organisations',
  'import.phase_people': 'Writing people',
  'import.phase_appointments': 'Writing appointments',
  'import.phase_details': 'Writing education, titles and status',
  'import.phase_roster': 'Updating the roster',
  'import.phase_sealing': 'Sealing the audit entry',
  'import.phase_undoing': 'Undoing',

  'import.error_heading': 'Why it was not taken',
  'import.error_of': '{{name}}: {{why}}',
  'import.rejected_sheet': 'Rows not taken',
  'import.template': 'Import template',
  'import.template_column': 'Column',
  'import.template_value': 'Value',
  'import.template_code': 'Code',
  'import.template_aliases': 'Also recognised',
  'import.template_codes': 'Allowed values',
} satisfies Record<keyof typeof importZhCN, string>
