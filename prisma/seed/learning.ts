/** Education, certificates and honours of a made person. */
import type { Honour, Stage, Subject, TitleLevel } from '#app/modules/registry/codes/index.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Role } from './posts.ts'
import type { Random, Weighted } from './random.ts'

export type SeedEducation = {
  level: string
  degree: string
  institution: string
  major: string
  isFullTime: boolean
  isNormal: boolean
  startedOn: PlainDate
  finishedOn: PlainDate
}

export type SeedQualification = {
  kind: string
  certificateNo: string
  subject: Subject
  issuedOn: PlainDate
  issuer: string
  registeredOn: PlainDate | null
  registeredTill: PlainDate | null
}

export type SeedHonour = {
  honour: Honour
  awardedBy: string
  validFrom: PlainDate
  validTo: PlainDate | null
  documentNo: string
}

const NORMAL_SCHOOLS = ['聊城师范学校', '临清师范学校', '阳谷师范学校', '东阿师范学校', '莘县师范学校']
const COLLEGES = ['聊城师范学院', '德州师范专科学校', '济宁师范专科学校', '泰安师范专科学校']
const UNIVERSITIES: Weighted<string> = [
  ['聊城大学', 40],
  ['山东师范大学', 15],
  ['曲阜师范大学', 15],
  ['鲁东大学', 8],
  ['齐鲁师范学院', 8],
  ['德州学院', 6],
  ['临沂大学', 6],
  ['济南大学', 5],
]
const IN_SERVICE = ['山东教育学院', '聊城大学', '国家开放大学', '曲阜师范大学', '山东师范大学']
const MAJORS: Partial<Record<Subject, string>> = {
  chinese: '汉语言文学',
  mathematics: '数学与应用数学',
  english: '英语',
  physics: '物理学',
  chemistry: '化学',
  biology: '生物科学',
  history: '历史学',
  geography: '地理科学',
  politics: '思想政治教育',
  ethics_and_law: '思想政治教育',
  physical_education: '体育教育',
  music: '音乐学',
  fine_arts: '美术学',
  information_technology: '计算机科学与技术',
  preschool: '学前教育',
  science: '科学教育',
  special_education: '特殊教育',
}

/** First education until work began, and later study beside work for those who began with little. */
export function educationOf(
  random: Random,
  facts: { birthYear: number; startYear: number; stage: Stage; subject: Subject; lastYear: number },
): SeedEducation[] {
  const { startYear, subject, lastYear } = facts
  const major = MAJORS[subject] ?? '教育学'
  const level = firstLevel(random, facts)
  const years = level === '41' || level === '31' ? 3 : level === '14' ? 3 : 4
  const first = { level, major, isNormal: random.chance(0.88), isFullTime: true }
  const found = [school(random, first, startYear - years, startYear)]
  const later = level === '41' ? ['31', '21'] : level === '31' ? ['21'] : []
  let year = startYear + random.int(2, 6)
  for (const next of later) {
    if (year + 3 > lastYear || !random.chance(0.85)) break
    found.push(school(random, { level: next, major, isNormal: true, isFullTime: false }, year, year + 3))
    year += random.int(4, 7)
  }
  return found
}

function firstLevel(
  random: Random,
  { birthYear, startYear, stage }: Parameters<typeof educationOf>[1],
): string {
  if (startYear - birthYear <= 20) return '41'
  if (startYear - birthYear <= 22 && (birthYear < 1988 || stage === 'kindergarten')) return '31'
  if (startYear - birthYear >= 25 && random.chance(stage === 'senior' ? 0.6 : 0.35)) return '14'
  return '21'
}

function school(
  random: Random,
  what: Pick<SeedEducation, 'level' | 'major' | 'isNormal' | 'isFullTime'>,
  from: number,
  to: number,
): SeedEducation {
  const institution = !what.isFullTime
    ? random.pick(IN_SERVICE)
    : what.level === '41'
      ? random.pick(NORMAL_SCHOOLS)
      : what.level === '31'
        ? random.pick(COLLEGES)
        : from < 2002 && what.level === '21'
          ? '聊城师范学院'
          : random.weighted(UNIVERSITIES)
  const degree = what.level === '14' ? '3' : what.level === '21' && what.isFullTime ? '4' : 'none'
  return { ...what, degree, institution, startedOn: `${from}-09-01`, finishedOn: `${to}-07-01` }
}

const CERTIFICATE_KIND: Record<Stage, string> = {
  kindergarten: '1',
  primary: '2',
  junior: '3',
  senior: '4',
  vocational: '5',
  special: '2',
}

/** Certificate number: year, province 37, authority 599 (none), kind, sex, serial. Registration lasts five years. */
export function qualificationOf(
  random: Random,
  facts: {
    stage: Stage
    subject: Subject
    sex: '1' | '2'
    startYear: number
    county: string
    today: PlainDate
  },
): SeedQualification {
  const kind = random.chance(0.15) && facts.stage !== 'kindergarten' ? '4' : CERTIFICATE_KIND[facts.stage]
  const year = Math.max(1997, facts.startYear)
  const serial = String(random.int(0, 999_999)).padStart(6, '0')
  const registered = Number(facts.today.slice(0, 4)) - random.int(1, 5)
  const isRegistered = registered > year && random.chance(0.9)
  return {
    kind,
    certificateNo: `${year}37599${kind}${facts.sex}${serial}`,
    subject: facts.subject,
    issuedOn: `${year}-06-30`,
    issuer: `${facts.county}教育和体育局`,
    registeredOn: isRegistered ? `${registered}-06-30` : null,
    registeredTill: isRegistered ? `${registered + 5}-06-30` : null,
  }
}

type HonourChance = {
  honour: Honour
  least: TitleLevel[]
  chance: number
  by: 'school' | 'county' | 'city' | 'province'
  years: number
}

const MIDDLE_UP: TitleLevel[] = ['level_1', 'senior', 'full_senior']
const SENIOR_UP: TitleLevel[] = ['senior', 'full_senior']
const HONOURS: readonly HonourChance[] = [
  { honour: 'backbone_school', least: ['level_2', ...MIDDLE_UP], chance: 0.08, by: 'school', years: 3 },
  { honour: 'backbone_county', least: MIDDLE_UP, chance: 0.14, by: 'county', years: 5 },
  { honour: 'backbone_city', least: MIDDLE_UP, chance: 0.035, by: 'city', years: 5 },
  { honour: 'teaching_expert_county', least: MIDDLE_UP, chance: 0.1, by: 'county', years: 0 },
  { honour: 'teaching_expert_city', least: MIDDLE_UP, chance: 0.04, by: 'city', years: 0 },
  { honour: 'subject_leader_city', least: SENIOR_UP, chance: 0.03, by: 'city', years: 5 },
  { honour: 'master_teacher_county', least: SENIOR_UP, chance: 0.04, by: 'county', years: 3 },
  { honour: 'master_teacher_city', least: SENIOR_UP, chance: 0.015, by: 'city', years: 3 },
  {
    honour: 'excellent_teacher_county',
    least: ['level_2', ...MIDDLE_UP],
    chance: 0.12,
    by: 'county',
    years: 0,
  },
  { honour: 'class_adviser_county', least: ['level_2', ...MIDDLE_UP], chance: 0.06, by: 'county', years: 0 },
  { honour: 'special_grade', least: ['full_senior'], chance: 0.3, by: 'province', years: 0 },
]

/** Honours that fit the title held, some of them run out by now. */
export function honoursOf(
  random: Random,
  facts: {
    role: Role
    title: TitleLevel
    since: PlainDate
    school: string
    county: string
    today: PlainDate
  },
): SeedHonour[] {
  const issuers = { school: facts.school, county: facts.county, city: '聊城市', province: '山东省' }
  const chances = [...HONOURS]
  if (facts.role === 'principal') {
    chances.push({ honour: 'master_principal_city', least: SENIOR_UP, chance: 0.12, by: 'city', years: 3 })
  }
  const firstYear = Number(facts.since.slice(0, 4))
  const thisYear = Number(facts.today.slice(0, 4))
  const found: SeedHonour[] = []
  for (const { honour, least, chance, by, years } of chances) {
    if (!least.includes(facts.title) || !random.chance(chance) || firstYear >= thisYear) continue
    const year = random.int(Math.max(firstYear, thisYear - 12), thisYear - 1)
    const validTo = years > 0 ? `${year + years}-09-01` : null
    const documentNo = `${issuers[by].slice(0, 1)}教字〔${year}〕${random.int(3, 80)}号`
    const awardedBy =
      by === 'school'
        ? facts.school
        : `${issuers[by]}${by === 'province' ? '教育厅' : by === 'city' ? '教育和体育局' : '教育和体育局'}`
    found.push({ honour, awardedBy, validFrom: `${year}-09-01`, validTo, documentNo })
  }
  return found
}
