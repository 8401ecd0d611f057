/** What the fields of a file of pay are called, and why a row of it is not taken. */
import type { payImportZhCN } from './words.zh-CN.ts'

export const payImportEn = {
  'import.pay_title': 'Pay',
  'import.pay_about': 'One person and month (or year) a row: a column an item, or a row an item.',
  'import.pay_staff_number': 'Staff number',
  'import.pay_id_number': 'Identity number',
  'import.pay_name': 'Name',
  'import.pay_period': 'Month',
  'import.pay_payer': 'Paid by',
  'import.pay_item': 'Item',
  'import.pay_amount': 'Amount',
  'import.pay_group_who': 'Who, and which month',
  'import.pay_group_items': 'A column an item',
  'import.pay_group_long': 'A row an item',
  'import.pay_corrects': 'Puts right what was paid',
  'import.pay_corrects_hint':
    'Where an item is on record for the month, that record is reversed and written as this file says; otherwise it is asked.',
  'import.pay_looked_at': 'Unlikely amounts were looked at',
  'import.pay_looked_at_hint':
    'Negative amounts, leaps against the month before, months without a post: tick once you have looked, and check again.',
  'import.pay_total': '{{yuan}} yuan, {{items}} items',
  'import.pay_to_parity': 'To the comparison of pay',
  'import.pay_stands_put_right': 'put right by a later file',
  'import.issue_pay_person_missing': 'Neither staff number nor identity number: add one.',
  'import.issue_pay_person_unknown': 'Nobody on the roster has this number.',
  'import.issue_pay_id_wrong': 'The identity number is wrong, or lost its last digits in the sheet.',
  'import.issue_pay_no_month': '{{field}} “{{value}}” is no month.',
  'import.issue_pay_month_missing': 'No month: map a column, or choose one for the whole file.',
  'import.issue_pay_in_future': '{{field}} “{{value}}” is yet to come.',
  'import.issue_pay_no_amount': '{{field}} is no amount: two decimals at most, no exponent.',
  'import.issue_pay_nothing': 'The row has no amount.',
  'import.issue_pay_item_unknown': 'There is no item “{{value}}”.',
  'import.issue_pay_item_missing': 'There is an amount, but not of which item.',
  'import.issue_pay_negative':
    'A negative amount: check it; if it is right, tick “Unlikely amounts were looked at”.',
  'import.issue_pay_improbable':
    'Many times the month before: check it; if it is right, tick “Unlikely amounts were looked at”.',
  'import.issue_pay_no_post':
    'No post in that month: check it; if it is right, tick “Unlikely amounts were looked at”.',
  'import.issue_pay_two_units':
    'The roster names another unit that pays: make sure that it is not paid by both; if it is right, tick “Unlikely amounts were looked at”.',
  'import.issue_pay_paid_twice':
    'Some of these items were paid for this month already, with other amounts: to correct them tick “Puts right what was paid”.',
  'import.issue_pay_whole_or_months':
    'That year is on record otherwise: a year is paid as a whole, or by months.',
  'imports.kind_pay_person_missing': 'No number',
  'imports.kind_pay_person_unknown': 'Not on the roster',
  'imports.kind_pay_id_wrong': 'Identity number wrong',
  'imports.kind_pay_no_month': 'No month',
  'imports.kind_pay_month_missing': 'Month missing',
  'imports.kind_pay_in_future': 'Yet to come',
  'imports.kind_pay_no_amount': 'No amount',
  'imports.kind_pay_nothing': 'Nothing paid',
  'imports.kind_pay_item_unknown': 'No such item',
  'imports.kind_pay_item_missing': 'Item missing',
  'imports.kind_pay_negative': 'Negative',
  'imports.kind_pay_improbable': 'A leap',
  'imports.kind_pay_no_post': 'No post',
  'imports.kind_pay_two_units': 'Another unit pays',
  'imports.kind_pay_paid_twice': 'Paid already',
  'imports.kind_pay_whole_or_months': 'Year and months',
} satisfies Record<keyof typeof payImportZhCN, string>
