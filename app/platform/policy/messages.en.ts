/** English words of how settings are spoken of. */
import type { policyZhCN } from './messages.zh-CN.ts'

export const policyEn = {
  'policy.use': '{{value}} ({{from}})',
  'policy.from_default': 'general standard',
  'policy.from_prefecture': 'set by the city',
  'policy.from_county': 'set by the county',
  'policy.flag_yes': 'yes',
  'policy.flag_no': 'no',
  'policy.in_years': '{{value}} years',
  'policy.in_months': '{{value}} months',
  'policy.in_days': '{{value}} days',
  'policy.in_yuan': '{{value}} yuan',
} satisfies Record<keyof typeof policyZhCN, string>
