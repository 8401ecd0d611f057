/** Words of the forms' pages. */
import type { formsZhCN } from './messages.zh-CN.ts'

export const formsEn: Record<keyof typeof formsZhCN, string> = {
  'form.not_done': 'Nothing was written',
  'form.trail': 'Where you are',
  'form.sections': 'Parts of the form',
  'form.not_taken': 'The server did not take it. Check it and send it again.',
  'form.working': 'Working',
  'form.check_then': 'What follows',
  'form.check_back': 'Back to edit',
  'form.check_before': 'Before: {{before}}',
  'form.problem': '{{label}}: {{problem}}',
  'form.row': 'Row {{number}}',
  'form.more_rows': 'Add a row',
  'form.draft': 'Draft',
  'form.draft_left': 'What you typed at {{at}} is still here. It was not submitted.',
  'form.draft_taken': 'This is what you typed at {{at}}. Check it, then go on.',
  'form.draft_take': 'Take it up again',
  'form.draft_drop': 'Discard the draft',
  'form.file_too_large': 'The file is larger than {{megabytes}} MB. Choose a smaller one',
  'form.month': 'Give the month as in 2026-09',
  'form.money': 'Give an amount in yuan, with at most two decimals',
  'form.hours': 'Give the hours, with at most one decimal',
  'form.hours_unit': 'hours',
  'form.count': 'Enter a whole number, 0 for none',
  'form.too_many_rows': 'There are too many rows; enter them in several goes',
  'form.time': 'Enter a time like 14:30',
  'form.school_unknown': 'There is no such school; choose one that is offered, or type its full name or code',
  'form.organisation_unknown':
    'No such organisation: choose one of those offered, or type the full name or code',
  'form.person_unknown':
    'Nobody, or more than one person, is called that; choose a suggestion or enter the staff number',
}
