/** Words of the import in English. */
import type { importZhCN } from './messages.zh-CN.ts'

export const importEn = {
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
    'Since the check things have changed where this import matters. Nothing was written; please check again.',
  'import.problem_failed':
    'Something failed and nothing was written. Try again; if it stays, have the log looked at.',
  'import.problem_no_rows': 'There are no rows below the headings. Is it the right sheet and heading row?',
  'import.problem_nothing_to_do': 'Everything is there already; there is nothing to write.',
  'import.problem_stands_on_it': 'Later changes stand on this import, so it cannot be undone as a whole.',
  'import.problem_database_away': 'The database cannot be reached. Please try again later.',

  'import.phase_waiting': 'Waiting to start',
  'import.phase_reading': 'Reading and checking rows',
  'import.phase_comparing': 'Comparing with what is there',
  'import.phase_writing': 'Writing',
  'import.phase_sealing': 'Sealing the audit entry',
  'import.phase_undoing': 'Undoing',
} satisfies Record<keyof typeof importZhCN, string>
