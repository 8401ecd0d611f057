/** Every number of the principal pipeline's rules, with where it comes from; the city sets its own, effective dated. */
import { definePolicies } from '#app/platform/policy/define.ts'

const clause = 'policy-source 二(三)1'
const duty = { clause, overridableBy: 'prefecture', source: '聊教体发〔2020〕7号' } as const
const base = { ...duty, source: '各地名校长培养工程实施方案（通行做法）' } as const

export const principalPolicies = definePolicies({
  'principals.places': { ...duty, kind: 'integer', unit: 'people', default: 30, min: 1, max: 500 },
  'principals.cycle_years': { ...duty, kind: 'integer', unit: 'years', default: 3, min: 1, max: 6 },
  'principals.head_years': { ...base, kind: 'integer', unit: 'years', default: 3, min: 0, max: 20 },
  'principals.age_most': { ...base, kind: 'integer', unit: 'years', default: 52, min: 40, max: 65 },
  'principals.recommend_factor': { ...base, kind: 'decimal', default: 1.5, min: 1, max: 10 },
  'principals.rural_share_least': { ...base, kind: 'share', default: 0.3, min: 0, max: 1 },
  'principals.judges_least': { ...base, kind: 'integer', unit: 'people', default: 5, min: 3, max: 30 },
  'principals.trim_each_side': { ...base, kind: 'integer', default: 1, min: 0, max: 5 },
  'principals.blind_share': { ...base, kind: 'integer', unit: 'points', default: 60, min: 0, max: 100 },
})
