/** What people of a made school do: roles, subjects by stage, sex and age. */
import type { SchoolPost, StaffCategory, Stage, Subject } from '#app/modules/registry/codes/index.ts'
import type { Random, Weighted } from './random.ts'

export type Role = 'principal' | 'deputy' | 'middle' | 'teacher' | 'administrator' | 'assistant' | 'worker'

export const CATEGORY_OF: Record<Role, StaffCategory> = {
  principal: 'administrator',
  deputy: 'full_time_teacher',
  middle: 'full_time_teacher',
  teacher: 'full_time_teacher',
  administrator: 'administrator',
  assistant: 'teaching_assistant',
  worker: 'worker',
}

const MIDDLE_POSTS: Weighted<SchoolPost> = [
  ['academic_director', 30],
  ['moral_education_director', 22],
  ['logistics_director', 16],
  ['office_director', 14],
  ['research_director', 8],
  ['deputy_director', 20],
  ['union_chair', 6],
  ['young_pioneers_leader', 10],
]

const GROUP_POSTS: Weighted<SchoolPost | null> = [
  ['class_adviser', 26],
  ['subject_group_leader', 5],
  ['lesson_group_leader', 7],
  ['grade_leader', 4],
  [null, 58],
]

const SUBJECTS_OF: Record<Stage, Weighted<Subject>> = {
  kindergarten: [['preschool', 1]],
  special: [
    ['special_education', 70],
    ['physical_education', 8],
    ['music', 8],
    ['fine_arts', 8],
    ['mental_health', 6],
  ],
  primary: [
    ['chinese', 34],
    ['mathematics', 27],
    ['english', 11],
    ['ethics_and_law', 5],
    ['science', 5],
    ['physical_education', 7],
    ['music', 4.5],
    ['fine_arts', 4.5],
    ['information_technology', 2],
    ['comprehensive_practice', 1],
    ['mental_health', 0.6],
  ],
  junior: [
    ['chinese', 17],
    ['mathematics', 16],
    ['english', 16],
    ['physics', 8],
    ['chemistry', 5],
    ['biology', 6],
    ['history', 6.5],
    ['geography', 6],
    ['ethics_and_law', 6.5],
    ['physical_education', 6],
    ['music', 2.5],
    ['fine_arts', 2.5],
    ['information_technology', 2.5],
    ['mental_health', 1],
  ],
  senior: [
    ['chinese', 15],
    ['mathematics', 15],
    ['english', 15],
    ['physics', 10],
    ['chemistry', 9],
    ['biology', 8.5],
    ['politics', 6],
    ['history', 6.5],
    ['geography', 6.5],
    ['physical_education', 4],
    ['music', 1.5],
    ['fine_arts', 1.8],
    ['information_technology', 2],
    ['general_technology', 1],
    ['japanese', 0.5],
    ['mental_health', 1],
  ],
  vocational: [
    ['chinese', 10],
    ['mathematics', 10],
    ['english', 9],
    ['politics', 5],
    ['vocational_manufacturing', 15],
    ['vocational_electronics', 14],
    ['vocational_education', 10],
    ['vocational_commerce', 8],
    ['vocational_health', 6],
    ['vocational_transport', 5],
    ['vocational_tourism', 4],
    ['physical_education', 4],
  ],
}

const WOMEN_SHARE: Record<Stage, number> = {
  kindergarten: 0.97,
  primary: 0.76,
  junior: 0.62,
  senior: 0.56,
  vocational: 0.54,
  special: 0.72,
}

/** Age bands [youngest, oldest] of people in service: towns young, the country older, kindergartens youngest. */
const AGES: Record<'young' | 'mixed' | 'old', Weighted<readonly [number, number]>> = {
  young: [
    [[22, 28], 34],
    [[29, 35], 32],
    [[36, 43], 20],
    [[44, 52], 11],
    [[53, 59], 3],
  ],
  mixed: [
    [[23, 28], 13],
    [[29, 35], 20],
    [[36, 43], 25],
    [[44, 52], 29],
    [[53, 61], 13],
  ],
  old: [
    [[22, 28], 19],
    [[29, 35], 17],
    [[36, 43], 16],
    [[44, 52], 25],
    [[53, 61], 23],
  ],
}

/** The roles of a school of that size: one principal, deputies and middle posts as it grows, few who do not teach. */
export function rolesOf(random: Random, size: number, isSmall: boolean): Role[] {
  const roles: Role[] = ['principal']
  const add = (role: Role, count: number) => {
    for (let made = 0; made < count && roles.length < size; made++) roles.push(role)
  }
  if (isSmall) roles[0] = 'middle'
  else add('deputy', size < 10 ? 0 : Math.min(4, 1 + Math.floor(size / 45)))
  add('middle', Math.floor(size / 16))
  while (roles.length < size) {
    roles.push(
      random.weighted<Role>([
        ['teacher', 93],
        ['administrator', 2],
        ['assistant', 2.6],
        ['worker', 2.4],
      ]),
    )
  }
  return roles
}

export function subjectOf(random: Random, stage: Stage): Subject {
  return random.weighted(SUBJECTS_OF[stage])
}

export function postOf(random: Random, role: Role): SchoolPost | null {
  if (role === 'principal') return 'principal'
  if (role === 'deputy') return 'deputy_principal'
  if (role === 'middle') return random.weighted(MIDDLE_POSTS)
  return role === 'teacher' ? random.weighted(GROUP_POSTS) : null
}

export function ageOf(random: Random, role: Role, stage: Stage, isRural: boolean): number {
  if (role === 'principal') return random.int(41, 57)
  if (role === 'deputy') return random.int(37, 54)
  if (role === 'middle') return random.int(33, 54)
  const band = stage === 'kindergarten' ? 'young' : isRural ? 'old' : 'mixed'
  const [youngest, oldest] = random.weighted(AGES[band])
  return random.int(youngest, oldest)
}

/** Women are fewer among the old of the country and among heads of schools. */
export function sexOf(random: Random, role: Role, stage: Stage, age: number): '1' | '2' {
  const fewer = (age > 50 ? 0.25 : 0) + (role === 'principal' ? 0.3 : role === 'worker' ? 0.35 : 0)
  const women = stage === 'kindergarten' ? WOMEN_SHARE[stage] : Math.max(0.08, WOMEN_SHARE[stage] - fewer)
  return random.chance(women) ? '2' : '1'
}
