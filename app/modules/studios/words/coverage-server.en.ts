/** Words of coverage and proposals that only the server says. */
import type { studioCoverageServerZhCN } from './coverage-server.zh-CN.ts'

export const studioCoverageServerEn: Record<keyof typeof studioCoverageServerZhCN, string> = {
  'studios.policy.coverage_terms': 'Terms over which coverage is counted',
  'studios.policy.visits_a_term': 'Outreach visits that a rural, weak or small school should get a term',
  'studios.policy.outreach_a_year': 'Outreach visits of a studio a year',
  'studios.policy.travel_most': 'Distance of an outreach visit at most',
  'studios.policy.visits_to_school_most': 'Outreach visits to a school a term at most',
  'studios.policy.goal_missing': 'Proposal: points for each missing visit',
  'studios.policy.goal_new_subject': 'Proposal: points for a subject that was never there',
  'studios.policy.goal_kilometre': 'Proposal: points off for each kilometre',
  'coverage.total':
    '{{schools}} schools; {{missing}} have too few visits, {{unvisited}} of them none; {{visits}} visits in all',
  'coverage.need':
    'Over the last {{terms}} terms, {{aTerm}} a term for each rural, weak or small school, {{need}} in all; visits count once the school confirmed them and its teachers answered.',
  'coverage.by_term': 'By term',
  'coverage.term_autumn': 'Autumn {{from}}–{{to}}',
  'coverage.term_spring': 'Spring {{from}}–{{to}}',
  'coverage.kind_rural': 'Rural',
  'coverage.kind_weak': 'Weak',
  'coverage.kind_small': 'Small',
  'coverage.sheet': 'Outreach coverage',
}
