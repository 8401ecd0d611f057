/** 送教覆盖、送教建议在服务器上使用的用语。 */
export const studioCoverageServerZhCN = {
  'studios.policy.coverage_terms': '送教覆盖统计的学期数',
  'studios.policy.visits_a_term': '乡村、薄弱、小规模学校每学期应接受送教次数',
  'studios.policy.outreach_a_year': '工作室每年送教次数',
  'studios.policy.travel_most': '送教路程不超过',
  'studios.policy.visits_to_school_most': '一所学校一学期接受送教不超过',
  'studios.policy.goal_missing': '送教建议：每缺一次的分值',
  'studios.policy.goal_new_subject': '送教建议：学科从未到过的分值',
  'studios.policy.goal_kilometre': '送教建议：每公里扣分',
  'coverage.total':
    '{{schools}} 所学校，{{missing}} 所未达到，其中 {{unvisited}} 所没有去过；共送教 {{visits}} 次',
  'coverage.need':
    '最近 {{terms}} 个学期，每所乡村、薄弱、小规模学校每学期应有 {{aTerm}} 次，共 {{need}} 次；只计学校确认且教师反馈过的。',
  'coverage.by_term': '按学期',
  'coverage.term_autumn': '{{from}}—{{to}}上',
  'coverage.term_spring': '{{from}}—{{to}}下',
  'coverage.kind_rural': '乡村',
  'coverage.kind_weak': '薄弱',
  'coverage.kind_small': '小规模',
  'coverage.sheet': '送教覆盖',
} as const
