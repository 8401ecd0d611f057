/** English names of the settings of exchange. */
import type { exchangePolicyZhCN } from './policy.zh-CN.ts'

export const exchangePolicyEn = {
  'exchange.policy': 'Exchange postings',
  'exchange.policy.years_at_school': 'Years at one school after which a teacher is due',
  'exchange.policy.leader_years_at_school': 'Years at one school after which a school leader is due',
  'exchange.policy.title_from': 'Lowest title of those who are due',
  'exchange.policy.stages': 'Stages that take part',
  'exchange.policy.public_only': 'Public schools only',
  'exchange.policy.establishment_only': 'On the establishment only',
  'exchange.policy.years_before_retirement': 'Years before retirement that exempt',
  'exchange.policy.nursing_child_age': 'Nursing: deferred until the child is',
  'exchange.policy.exempt_months_pregnancy': 'Pregnancy and maternity: longest entry',
  'exchange.policy.exempt_months_illness': 'Long illness: longest entry',
  'exchange.policy.exempt_months_dependants': 'Dependants: longest entry',
  'exchange.policy.exempt_months_served_elsewhere': 'Served elsewhere: longest entry',
  'exchange.policy.exempt_months_graduating_class': 'Graduating class: longest entry',
  'exchange.policy.exempt_months_project_lead': 'Leads a course or project: longest entry',
  'exchange.policy.exempt_months_secondment': 'On loan: longest entry',
  'exchange.policy.exempt_months_ethics_case': 'Ethics inquiry: longest entry',
  'exchange.policy.proof_megabytes': 'Largest file of a proof',
  'exchange.policy.target_share': 'Share of the due who go each school year',
  'exchange.policy.backbone_share': 'Share of backbone teachers among them',
  'exchange.policy.backbone_from': 'Backbone teachers from which level',
  'exchange.policy.counts_months': 'Months from which a posting counts',
} satisfies Record<keyof typeof exchangePolicyZhCN, string>
