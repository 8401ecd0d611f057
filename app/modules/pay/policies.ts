/** Every number of the pay rules, with where it comes from; city and county set their own, effective dated. */
import { definePolicies } from '#app/platform/policy/define.ts'

const clause = 'policy-source 二(三)4'
const law = '义务教育法第三十一条、教师法第二十五条：教师平均工资水平不低于当地公务员平均工资水平'
const linkage = '国办发〔2018〕75 号：健全义务教育教师工资长效联动机制'
const prefectures = '各市义务教育教师工资收入监测办法'
const base = { clause, overridableBy: 'prefecture' } as const

export const payPolicies = definePolicies({
  'pay.duty_ratio': { ...base, kind: 'share', default: 1, min: 0.5, max: 1.5, source: law },
  'pay.amber_margin': { ...base, kind: 'share', default: 0.02, min: 0, max: 0.5, source: prefectures },
  'pay.follow_months': {
    ...{ ...base, kind: 'integer', unit: 'months', default: 6, min: 1, max: 24, source: linkage },
  },
  'pay.least_group': {
    ...{ ...base, kind: 'integer', unit: 'people', default: 5, min: 3, max: 50 },
    source: '个人信息保护法；统计分组不少于 5 人',
  },
  'pay.improbable_times': {
    ...{ ...base, kind: 'decimal', default: 10, min: 1.5, max: 100, source: prefectures },
  },
  'pay.benchmark_jump': { ...base, kind: 'share', default: 0.3, min: 0.05, max: 1, source: prefectures },
})

type PayDefinitions = typeof payPolicies

declare module '#app/platform/policy/known-policies.ts' {
  interface KnownPolicies extends PayDefinitions {}
}
