/**
 * Every number of the exchange rules, with where it comes from. The values in force are set by city and county (effective
 * dated); these are only what holds where nobody has set anything.
 */
import { definePolicies } from '#app/platform/policy/define.ts'
import { PROOF_MOST_MEGABYTES } from './proof.ts'

const clause = 'policy-source 二(三)3'
const shandong = '山东省交流轮岗和县管校聘新闻发布会（中国教育报 2016）'
const quota = '义务教育基本均衡督导评估：交流不低于符合条件的 10%，其中骨干不低于 20%'
const counties = '各县（市、区）交流轮岗实施方案'
const inclination = '城镇优秀教师向乡村学校和薄弱学校流动（policy-source 二(三)3）'
const byCounty = { clause, overridableBy: 'county' } as const
const counts = { kind: 'flag', default: true } as const

export const exchangePolicies = definePolicies({
  // Who is due.
  'exchange.years_at_school': {
    ...byCounty,
    kind: 'integer',
    unit: 'years',
    default: 6,
    min: 1,
    max: 15,
    source: `${shandong}：同一学校任教满两个聘期（每个聘期 3 年）`,
  },
  'exchange.leader_years_at_school': {
    ...byCounty,
    clause: 'policy-source 二(三)1',
    kind: 'integer',
    unit: 'years',
    default: 6,
    min: 1,
    max: 15,
    source: `${shandong}：校长、副校长在同一学校任职不超过两届（每届 3 年）`,
  },
  'exchange.title_from': {
    ...byCounty,
    kind: 'choice',
    default: 'level_1',
    choices: ['none', 'level_3', 'level_2', 'level_1', 'senior'],
    source: `${shandong}：聘任中级及以上职称`,
  },
  'exchange.stages': {
    ...byCounty,
    kind: 'choice',
    default: 'compulsory',
    choices: ['compulsory', 'compulsory_and_senior', 'all'],
    source: counties,
  },
  'exchange.public_only': { ...byCounty, kind: 'flag', default: true, source: counties },
  'exchange.establishment_only': { ...byCounty, kind: 'flag', default: true, source: counties },
  'exchange.years_before_retirement': {
    ...byCounty,
    kind: 'integer',
    unit: 'years',
    default: 5,
    min: 0,
    max: 15,
    source: counties,
  },
  // How long each exemption may be recorded for; then it is renewed with a new proof.
  'exchange.nursing_child_age': { ...byCounty, ...years(1, 6), source: counties },
  'exchange.exempt_months_pregnancy': { ...byCounty, ...months(16), source: counties },
  'exchange.exempt_months_illness': { ...byCounty, ...months(12), source: counties },
  'exchange.exempt_months_dependants': { ...byCounty, ...months(12), source: counties },
  'exchange.exempt_months_served_elsewhere': { ...byCounty, ...months(72), source: counties },
  'exchange.exempt_months_graduating_class': { ...byCounty, ...months(12), source: counties },
  'exchange.exempt_months_project_lead': { ...byCounty, ...months(36), source: counties },
  'exchange.exempt_months_secondment': { ...byCounty, ...months(36), source: counties },
  'exchange.exempt_months_ethics_case': { ...byCounty, ...months(12), source: counties },
  'exchange.proof_megabytes': {
    ...byCounty,
    kind: 'integer',
    unit: 'megabytes',
    default: 5,
    min: 1,
    max: PROOF_MOST_MEGABYTES,
    source: counties,
  },
  // The yearly target.
  'exchange.target_share': { ...byCounty, ...share(0.1), source: quota },
  'exchange.backbone_share': { ...byCounty, ...share(0.2), source: quota },
  'exchange.backbone_from': {
    ...byCounty,
    kind: 'choice',
    default: 'county',
    choices: ['school', 'county', 'city', 'province'],
    source: quota,
  },
  // What schools may lose, and for how long.
  'exchange.share_lost': { ...byCounty, ...share(0.3), source: counties },
  'exchange.faculty_minimum': {
    ...byCounty,
    kind: 'integer',
    unit: 'people',
    default: 1,
    min: 0,
    max: 20,
    source: counties,
  },
  // What a plan strives for, as points beside each other: rural and weak schools first, then wishes, then distance.
  'exchange.goal_filled': { ...byCounty, ...goal(100), source: counties },
  'exchange.goal_rural': { ...byCounty, ...goal(60), source: inclination },
  'exchange.goal_weak': { ...byCounty, ...goal(40), source: inclination },
  'exchange.goal_small': { ...byCounty, ...goal(20), source: inclination },
  'exchange.goal_preference': { ...byCounty, ...goal(30), source: counties },
  'exchange.goal_point': { ...byCounty, ...goal(1), source: counties },
  'exchange.goal_backbone': { ...byCounty, ...goal(20), source: quota },
  'exchange.goal_kilometre': { ...byCounty, ...goal(0.3), source: counties },
  'exchange.goal_fair_part': { ...byCounty, ...goal(5), source: counties },
  'exchange.near_km': {
    ...byCounty,
    kind: 'integer',
    unit: 'kilometres',
    default: 15,
    min: 1,
    max: 200,
    source: counties,
  },
  'exchange.search_seconds': {
    ...byCounty,
    kind: 'integer',
    unit: 'seconds',
    default: 25,
    min: 5,
    max: 600,
    source: '求解时限；到时取已找到的最好方案，并写明与最优的差距',
  },
  // Each form of exchange: the longest posting, and whether it counts.
  'exchange.months_fixed_term': { ...byCounty, ...months(36), source: counties },
  'exchange.months_cross_school': { ...byCounty, ...months(36), source: shandong },
  'exchange.months_group': { ...byCounty, ...months(36), source: counties },
  'exchange.months_rounds': { ...byCounty, ...months(12), source: counties },
  'exchange.months_support': { ...byCounty, ...months(24), source: counties },
  'exchange.months_principal': { ...byCounty, ...months(72), source: shandong },
  'exchange.counts_fixed_term': { ...byCounty, ...counts, source: quota },
  'exchange.counts_cross_school': { ...byCounty, ...counts, source: quota },
  'exchange.counts_group': { ...byCounty, ...counts, source: quota },
  'exchange.counts_rounds': { ...byCounty, ...counts, source: quota },
  'exchange.counts_support': { ...byCounty, ...counts, source: quota },
  'exchange.counts_principal': { ...byCounty, ...counts, source: quota },
  // While away.
  'exchange.final_days': {
    ...byCounty,
    kind: 'integer',
    unit: 'days',
    default: 30,
    min: 1,
    max: 120,
    source: `${counties}：期满前一个月内进行期满考核`,
  },
  'exchange.allowance_days': {
    ...byCounty,
    clause: 'policy-source 二(三)4',
    kind: 'integer',
    unit: 'days',
    default: 15,
    min: 1,
    max: 28,
    source: `${counties}：当月在岗满半个月的，按一个月计发乡村教师生活补助`,
  },
  // Who may volunteer, and the points that decide between them.
  'exchange.early_volunteers': { ...byCounty, kind: 'flag', default: true, source: counties },
  'exchange.points_year': { ...byCounty, ...points(1), source: counties },
  'exchange.points_years_most': { ...byCounty, ...points(10), source: counties },
  'exchange.points_rural_year': { ...byCounty, ...points(2), source: counties },
  'exchange.points_rural_most': { ...byCounty, ...points(10), source: counties },
  'exchange.points_shortage': { ...byCounty, ...points(5), source: counties },
  'exchange.points_family': { ...byCounty, ...points(2), source: counties },
  'exchange.points_family_most': { ...byCounty, ...points(4), source: counties },
  // What counts as an exchange.
  'exchange.counts_months': {
    ...byCounty,
    ...months(10),
    source: `${counties}：满一学年（10 个月）方计入交流经历`,
  },
  'exchange.training_hours': {
    ...byCounty,
    kind: 'integer',
    unit: 'hours',
    default: 24,
    min: 0,
    max: 120,
    source: '各地教师培训学时认定办法：交流轮岗、支教期满考核合格计入继续教育学时',
  },
  'exchange.title_months': {
    ...byCounty,
    ...months(10),
    source: `${counties}：申报高级职称须有乡村或薄弱学校任教 1 年以上经历（满 10 个月）`,
  },
})

type ExchangePolicies = typeof exchangePolicies

declare module '#app/platform/policy/known-policies.ts' {
  interface KnownPolicies extends ExchangePolicies {}
}

function years(usual: number, max: number) {
  return { kind: 'integer', unit: 'years', default: usual, min: 1, max } as const
}

function months(usual: number) {
  return { kind: 'integer', unit: 'months', default: usual, min: 1, max: 120 } as const
}

function points(usual: number) {
  return { kind: 'integer', unit: 'points', default: usual, min: 0, max: 100 } as const
}

function goal(usual: number) {
  return { kind: 'decimal', unit: 'points', default: usual, min: 0, max: 1000 } as const
}

function share(usual: number) {
  return { kind: 'share', default: usual, min: 0, max: 1 } as const
}
