/** English words of one's own pay, and of what a year's pay of somebody shows. */
import type { payPagesZhCN } from './pages.zh-CN.ts'

export const payPagesEn = {
  'pay.mine': 'My pay',
  'pay.mine_about':
    'Every item by month. Only you and who pays you can see it, and each look is written down.',
  'pay.nothing_paid': 'No pay on record yet',
  'pay.nothing_paid_about': 'It is listed by month once the bureau or school has brought in its file.',
  'pay.col_year': 'Year',
  'pay.col_month': 'Month',
  'pay.col_total': 'Total',
  'pay.col_counted': 'In the comparison',
  'pay.months_of': 'Pay of {{year}} (yuan)',
  'pay.year_total': 'The year: {{total}} yuan',
  'pay.looks': 'Who has looked at my pay',
  'pay.looks_about': 'Every look but your own is in the audit trail.',
  'pay.looks_none': 'Nobody has',
  'pay.of_person': 'Pay of {{name}}',
  'pay.person_where': '{{staffNumber}}, {{school}}',
  'pay.look_told': 'This look is written down; the person sees it.',
  'pay.people': 'Somebody’s pay',
  'pay.trail': 'You are here',
  'pay.kind': 'Beside published averages',
  'pay.kind_about':
    'From the county’s published report of the year: the same items, by months worked, as a year’s pay.',
  'pay.kind_mine': 'Mine: {{mine}} yuan a year',
  'pay.kind_none': 'The county’s report of this year is not published yet.',
  'pay.kind_group': 'Of',
  'pay.kind_average': 'Average (yuan a year)',
} satisfies Record<keyof typeof payPagesZhCN, string>
