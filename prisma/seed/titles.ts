/** How titles come with the years, under the names each was awarded by, and the post level that goes with each. */
import type { PostLevel, Stage, TitleLevel } from '#app/modules/registry/codes/index.ts'
import { addYears, fullYearsBetween, type PlainDate } from '#app/platform/dates.ts'
import type { Role } from './posts.ts'
import type { Random } from './random.ts'

export type SeedTitle = {
  titleLevel: TitleLevel
  awardedAs: string
  validFrom: PlainDate
  validTo: PlainDate | null
  documentNo: string
}

/** The two ladders of school teachers became one; until then titles carried the old names. */
const ONE_LADDER_SINCE = '2015-12-01'

const SENIOR_CHANCE: Record<Stage, number> = {
  kindergarten: 0.2,
  primary: 0.36,
  junior: 0.5,
  senior: 0.62,
  vocational: 0.55,
  special: 0.4,
}

const OLD_PRIMARY: Partial<Record<TitleLevel, string>> = {
  level_3: '小学二级教师',
  level_2: '小学一级教师',
  level_1: '小学高级教师',
  senior: '中学高级教师',
}
const OLD_SECONDARY: Partial<Record<TitleLevel, string>> = {
  level_3: '中学三级教师',
  level_2: '中学二级教师',
  level_1: '中学一级教师',
  senior: '中学高级教师',
}
const NEW: Partial<Record<TitleLevel, string>> = {
  level_3: '三级教师',
  level_2: '二级教师',
  level_1: '一级教师',
  senior: '高级教师',
  full_senior: '正高级教师',
}
const LECTURERS: Partial<Record<TitleLevel, string>> = {
  level_2: '助理讲师',
  level_1: '讲师',
  senior: '高级讲师',
  full_senior: '正高级讲师',
}

type Facts = { role: Role; stage: Stage; workStartedOn: PlainDate; trainedAtNormalSchool: boolean }

/** The titles of one person, each until the next; none is dated after `until`. */
export function titlesOf(random: Random, facts: Facts, until: PlainDate): SeedTitle[] {
  const steps = ladder(random, facts)
  const titles: SeedTitle[] = []
  let year = Number(facts.workStartedOn.slice(0, 4))
  for (const [titleLevel, years] of steps) {
    year += years
    const validFrom = `${year}-${random.pick(['10', '11', '12'])}-01`
    if (validFrom >= until) break
    const last = titles.at(-1)
    if (last) last.validTo = validFrom
    const documentNo = `聊${validFrom < '2010' ? '职改' : '人社'}字〔${year}〕${random.int(5, 90)}号`
    const awardedAs = nameOf(titleLevel, facts.stage, validFrom)
    titles.push({ titleLevel, awardedAs, validFrom, validTo: null, documentNo })
  }
  return titles
}

function ladder(random: Random, { role, stage, trainedAtNormalSchool }: Facts): [TitleLevel, number][] {
  const steps: [TitleLevel, number][] = trainedAtNormalSchool
    ? [
        ['level_3', 1],
        ['level_2', random.int(3, 5)],
      ]
    : [['level_2', 1]]
  if (role === 'worker') return []
  if (role === 'assistant') return random.chance(0.5) ? [] : steps
  if (random.chance(0.06)) return steps
  steps.push(['level_1', random.int(5, 11)])
  const leads = role === 'principal' || role === 'deputy'
  if (!random.chance(leads ? 0.85 : SENIOR_CHANCE[stage])) return steps
  steps.push(['senior', random.int(leads ? 5 : 6, leads ? 9 : 14)])
  if (random.chance(leads ? 0.08 : 0.025)) steps.push(['full_senior', random.int(6, 11)])
  return steps
}

function nameOf(level: TitleLevel, stage: Stage, on: PlainDate): string {
  if (stage === 'vocational') return LECTURERS[level] ?? ''
  const old = stage === 'primary' || stage === 'kindergarten' ? OLD_PRIMARY : OLD_SECONDARY
  return (on < ONE_LADDER_SINCE ? old[level] : NEW[level]) ?? NEW[level] ?? ''
}

/**
 * The post level of a professional: the lowest of the title at first, higher with the years it is held; new people
 * are on probation for their first year.
 */
export function postLevelOf(
  title: SeedTitle | undefined,
  workStartedOn: PlainDate,
  on: PlainDate,
): PostLevel {
  if (!title) return on < addYears(workStartedOn, 1) ? '998' : '999'
  const held = fullYearsBetween(title.validFrom, on)
  switch (title.titleLevel) {
    case 'full_senior':
      return 'professional_4'
    case 'senior':
      return held < 4 ? 'professional_7' : held < 9 ? 'professional_6' : 'professional_5'
    case 'level_1':
      return held < 4 ? 'professional_10' : held < 8 ? 'professional_9' : 'professional_8'
    case 'level_2':
      return held < 3 ? 'professional_12' : 'professional_11'
    default:
      return 'professional_13'
  }
}
