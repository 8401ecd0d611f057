/** English words of how settings are spoken of. */
import type { policyZhCN } from './messages.zh-CN.ts'

export const policyEn = {
  'policy.use': '{{value}} ({{from}})',
  'policy.from_default': 'general standard',
  'policy.from_prefecture': 'set by the city',
  'policy.from_county': 'set by the county',
  'policy.flag_yes': 'required',
  'policy.flag_no': 'not required',
  'policy.in_years': '{{value}} years',
  'policy.in_months': '{{value}} months',
  'policy.in_days': '{{value}} days',
  'policy.in_working_days': '{{value}} working days',
  'policy.in_hours': '{{value}} hours',
  'policy.in_seconds': '{{value}} seconds',
  'policy.in_kilometres': '{{value}} km',
  'policy.in_megabytes': '{{value}} MB',
  'policy.in_people': '{{value}} people',
  'policy.in_points': '{{value}} points',
  'policy.in_yuan': '{{value}} yuan',
  'policy.source_title': 'Liaocheng Education [2020] No. 7,',
  'policy.clause_and_source': '{{clause}}; {{source}}',
} satisfies Record<keyof typeof policyZhCN, string>
