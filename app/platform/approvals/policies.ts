/** The numbers of approvals, with where they come from. */
import { definePolicies } from '#app/platform/policy/define.ts'

const clause = 'policy-source 二(三)3'
const openness = '《关于全面推进基层政务公开标准化规范化工作的指导意见》；干部任前公示不少于 5 个工作日'
const byCounty = { clause, overridableBy: 'county' } as const

export const approvalPolicies = definePolicies({
  'approvals.step_days': {
    ...byCounty,
    ...{ kind: 'integer', unit: 'working_days', default: 5, min: 1, max: 60 },
    source: '行政机关内部办理时限的通行做法',
  },
  'approvals.remind_days': {
    ...byCounty,
    ...{ kind: 'integer', unit: 'working_days', default: 1, min: 0, max: 10 },
    source: '行政机关内部办理时限的通行做法',
  },
  'approvals.escalate_days': {
    ...byCounty,
    ...{ kind: 'integer', unit: 'working_days', default: 3, min: 1, max: 60 },
    source: '行政机关内部办理时限的通行做法',
  },
  'approvals.notice_days': {
    ...byCounty,
    ...{ kind: 'integer', unit: 'working_days', default: 5, min: 1, max: 30 },
    source: openness,
  },
  'approvals.endorser_recused': { ...byCounty, kind: 'flag', default: true, source: '公务回避的通行做法' },
})

declare module '#app/platform/policy/known-policies.ts' {
  interface KnownPolicies extends Pick<typeof approvalPolicies, keyof typeof approvalPolicies> {}
}
