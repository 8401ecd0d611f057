/**
 * Every number of the training rules, with where it comes from; city and county set their own, effective dated. Hours are 学时.
 * Of a limit, 0 means that there is none.
 */
import { definePolicies } from '#app/platform/policy/define.ts'

const clause = 'policy-source 二(三)2'
const regulation =
  '中小学教师继续教育规定（教育部令第 7 号）：五年累计不少于 240 学时；教育部教师培训文件提高到 360 学时'
const novices = '中小学教师继续教育规定：新任教师试用期内不少于 120 学时'
const principals = '中小学校长培训规定：在任校长五年累计不少于 360 学时'
const advisers = '中小学班主任工作规定及班主任培训计划：每五年不少于 30 学时'
const provinces = '各省中小学教师继续教育学时（学分）管理办法'
const counties = '各县（市、区）教师培训学时认定办法'
const base = { clause, overridableBy: 'county' } as const
const hours = (value: number, max = 1000) =>
  ({ ...base, kind: 'integer', unit: 'hours', default: value, min: 0, max }) as const
const share = (value: number) => ({ ...base, kind: 'share', default: value, min: 0, max: 1.5 }) as const

export const trainingPolicies = definePolicies({
  // What is required.
  'training.year': {
    kind: 'choice',
    default: 'calendar',
    choices: ['calendar', 'school'],
    ...{ clause, overridableBy: 'prefecture', source: provinces },
  },
  'training.cycle_first_year': {
    ...{ clause, overridableBy: 'prefecture', source: '五年一周期，与国家五年规划同步' },
    ...{ kind: 'integer', default: 2021, min: 2000, max: 2100 },
  },
  'training.cycle_years': {
    ...{ clause, overridableBy: 'prefecture', source: regulation },
    ...{ kind: 'integer', unit: 'years', default: 5, min: 1, max: 10 },
  },
  'training.hours_cycle': { ...hours(360), source: regulation },
  'training.hours_year': { ...hours(72, 400), source: provinces },
  'training.hours_novice': { ...hours(120, 400), source: novices },
  'training.novice_months': {
    ...base,
    kind: 'integer',
    unit: 'months',
    default: 12,
    min: 1,
    max: 36,
    source: novices,
  },
  'training.hours_class_adviser': { ...hours(30, 400), source: advisers },
  'training.hours_principal': { ...hours(360), clause: 'policy-source 二(三)1', source: principals },
  'training.hours_backbone': { ...hours(360), source: provinces },
  'training.hours_ethics': { ...hours(4, 100), source: provinces },
  'training.newcomers': {
    ...base,
    kind: 'choice',
    default: 'by_time',
    choices: ['by_time', 'whole'],
    source: counties,
  },
  // Who is behind, and for whom it is out of reach.
  'training.behind_share': { ...share(0.8), max: 1, source: counties },
  'training.reachable_year': { ...hours(180, 500), min: 1, source: counties },
  // When who is reminded.
  'training.days_of_warning': {
    ...{ ...base, kind: 'integer', unit: 'days', default: 90, min: 0, max: 365, source: counties },
  },
  'training.days_to_check': {
    ...{ ...base, kind: 'integer', unit: 'days', default: 7, min: 0, max: 90, source: counties },
  },
  // What counts at most in a year.
  'training.most_year': { ...hours(0, 500), source: provinces },
  'training.most_national': { ...hours(0, 500), source: provinces },
  'training.most_provincial': { ...hours(0, 500), source: provinces },
  'training.most_city': { ...hours(0, 500), source: provinces },
  'training.most_county': { ...hours(0, 500), source: provinces },
  'training.most_school': { ...hours(24, 500), source: provinces },
  'training.most_ethics': { ...hours(0, 500), source: provinces },
  'training.most_subject': { ...hours(0, 500), source: provinces },
  'training.most_pedagogy': { ...hours(0, 500), source: provinces },
  'training.most_ict': { ...hours(0, 500), source: provinces },
  'training.most_class_adviser': { ...hours(0, 500), source: provinces },
  'training.most_health': { ...hours(0, 500), source: provinces },
  'training.most_management': { ...hours(0, 500), source: provinces },
  'training.most_research': { ...hours(20, 500), source: counties },
  'training.most_general': { ...hours(20, 500), source: counties },
  'training.carry_over': { ...hours(0, 200), source: provinces },
  // What a day, and what evidence, is worth.
  'training.day_hours': { ...hours(8, 24), min: 1, source: '面授每天 6 至 8 学时' },
  'training.half_day_hours': { ...hours(4, 12), min: 1, source: '面授每半天 3 至 4 学时' },
  'training.spread_day_hours': { ...hours(4, 24), min: 1, source: counties },
  'training.worth_attended': { ...share(1), source: provinces },
  'training.worth_screen': { ...share(0), source: '只有观看时长的网络学习不计学时' },
  'training.worth_applied': { ...share(1), source: provinces },
  'training.worth_confirmed': { ...share(1), source: provinces },
  'training.sample_share': { ...share(0.1), max: 1, source: counties },
  'training.sample_least': {
    ...{ ...base, kind: 'integer', default: 2, min: 0, max: 100, source: counties },
  },
  'training.sample_fail_share': { ...share(0.2), max: 1, source: counties },
  'training.days_to_report': {
    ...{ ...base, kind: 'integer', unit: 'days', default: 60, min: 0, max: 400, source: counties },
  },
  'training.proof_megabytes': {
    ...{ ...base, kind: 'integer', unit: 'megabytes', default: 8, min: 1, max: 20, source: counties },
  },
})

type TrainingDefinitions = typeof trainingPolicies

declare module '#app/platform/policy/known-policies.ts' {
  interface KnownPolicies extends TrainingDefinitions {}
}
