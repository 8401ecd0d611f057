/** Every number of the studio rules, with where it comes from; city and county set their own, effective dated. */
import { definePolicies } from '#app/platform/policy/define.ts'

const clause = 'policy-source 二(三)2'
const tender = '各地名师工作室管理办法（通行做法）'
const base = { clause, overridableBy: 'county', source: tender } as const
/** Of researchers 教研员: each term is the clause's; how many, contact schools and days are Shandong's. */
const research = { ...base, clause: 'policy-source 二(三)5', source: '山东省教研员联系点制度' } as const

export const studioPolicies = definePolicies({
  'studios.leader_title_from': {
    ...{ ...base, kind: 'choice', default: 'senior', choices: ['level_1', 'senior', 'full_senior'] },
  },
  'studios.leader_honour_level': {
    ...{ ...base, kind: 'choice', default: 'city', choices: ['county', 'city', 'province', 'national'] },
  },
  'studios.leader_ethics_years': { ...base, kind: 'integer', unit: 'years', default: 3, min: 0, max: 10 },
  'studios.leader_years_to_retirement': {
    ...base,
    kind: 'integer',
    unit: 'years',
    default: 3,
    min: 0,
    max: 10,
  },
  'studios.term_years': { ...base, kind: 'integer', unit: 'years', default: 3, min: 1, max: 6 },
  'studios.experts_least': { ...base, kind: 'integer', unit: 'people', default: 3, min: 3, max: 15 },
  'studios.trim_each_side': { ...base, kind: 'integer', default: 1, min: 0, max: 3 },
  'studios.core_most': { ...base, kind: 'integer', unit: 'people', default: 8, min: 1, max: 30 },
  'studios.core_least': { ...base, kind: 'integer', unit: 'people', default: 5, min: 0, max: 30 },
  'studios.trainees_most': { ...base, kind: 'integer', unit: 'people', default: 20, min: 1, max: 100 },
  'studios.trainees_least': { ...base, kind: 'integer', unit: 'people', default: 10, min: 0, max: 100 },
  'studios.rural_share_least': { ...base, kind: 'share', default: 0.3, min: 0, max: 1 },
  'studios.schools_least': { ...base, kind: 'integer', default: 3, min: 1, max: 20 },
  'studios.core_turns': { ...base, kind: 'integer', default: 1, min: 1, max: 5 },
  'studios.trainee_turns': { ...base, kind: 'integer', default: 2, min: 1, max: 10 },
  'studios.coverage_terms': { ...base, kind: 'integer', default: 6, min: 1, max: 8 },
  'studios.visits_a_term': { ...base, kind: 'integer', default: 1, min: 1, max: 10 },
  'studios.outreach_a_year': { ...base, kind: 'integer', default: 4, min: 0, max: 40 },
  'studios.travel_most': { ...base, kind: 'integer', unit: 'kilometres', default: 60, min: 1, max: 500 },
  'studios.visits_to_school_most': { ...base, kind: 'integer', default: 2, min: 1, max: 10 },
  'studios.goal_missing': { ...base, kind: 'integer', unit: 'points', default: 100, min: 0, max: 1000 },
  'studios.goal_new_subject': { ...base, kind: 'integer', unit: 'points', default: 60, min: 0, max: 1000 },
  'studios.goal_kilometre': { ...base, kind: 'decimal', unit: 'points', default: 0.5, min: 0, max: 100 },
  'studios.material_megabytes': {
    ...{ ...base, kind: 'integer', unit: 'megabytes', default: 10, min: 1, max: 20 },
  },
  'studios.researcher_lessons_a_term': { ...research, kind: 'integer', default: 1, min: 0, max: 20 },
  'studios.researcher_contacts_least': { ...research, kind: 'integer', default: 2, min: 0, max: 20 },
  'studios.researcher_rural_contacts_least': { ...research, kind: 'integer', default: 1, min: 0, max: 20 },
  'studios.researcher_contact_years': {
    ...{ ...research, kind: 'integer', unit: 'years', default: 2, min: 1, max: 6 },
  },
  'studios.researcher_days_a_year': {
    ...{ ...research, kind: 'integer', unit: 'days', default: 10, min: 0, max: 200 },
  },
  'studios.repeat_most': { ...base, kind: 'integer', default: 60, min: 2, max: 200 },
  'studios.days_to_answer': { ...base, kind: 'integer', unit: 'days', default: 5, min: 1, max: 60 },
  'studios.use_share_least': { ...base, kind: 'share', default: 0.5, min: 0, max: 1 },
})
