/** How settings are spoken of. These words stay on the server: pages get them as text. */
export const policyZhCN = {
  'policy.use': '{{value}}（{{from}}）',
  'policy.from_default': '通用标准',
  'policy.from_prefecture': '市定标准',
  'policy.from_county': '县定标准',
  'policy.flag_yes': '要求',
  'policy.flag_no': '不要求',
  'policy.in_years': '{{value}} 年',
  'policy.in_months': '{{value}} 个月',
  'policy.in_days': '{{value}} 天',
  'policy.in_megabytes': '{{value}} MB',
  'policy.in_people': '{{value}} 人',
  'policy.in_points': '{{value}} 分',
  'policy.in_yuan': '{{value}} 元',
  'policy.source_title': '聊教体发〔2020〕7号',
  'policy.clause_and_source': '{{clause}}；{{source}}',
} as const
