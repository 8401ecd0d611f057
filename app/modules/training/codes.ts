/** Code lists of training: kinds, levels, categories, parts of a day, evidence. Source: domain.md 3. */
import type { CodeEntry, CodeList, CodeOf } from '#app/modules/registry/index.ts'

/** 培训级别, the highest first. */
export const TRAINING_LEVELS = [
  { code: 'national', zh: '国培', en: 'National', aliases: ['国家级'] },
  { code: 'provincial', zh: '省培', en: 'Provincial', aliases: ['省级'] },
  { code: 'city', zh: '市培', en: 'City', aliases: ['市级', '地市级'] },
  { code: 'county', zh: '县培', en: 'County', aliases: ['县级', '区级', '区县级'] },
  { code: 'school', zh: '校本', en: 'School-based', aliases: ['校级', '校本研修', '校本培训'] },
] as const satisfies CodeList
export type TrainingLevel = CodeOf<typeof TRAINING_LEVELS>

/** 学时类别. */
export const TRAINING_CATEGORIES = [
  { code: 'ethics', zh: '师德师风', en: 'Professional ethics', aliases: ['师德', '师德修养'] },
  { code: 'subject', zh: '学科专业', en: 'Subject knowledge', aliases: ['学科', '专业知识', '学科课程'] },
  { code: 'pedagogy', zh: '教育教学', en: 'Teaching', aliases: ['教学', '教学技能'] },
  { code: 'ict', zh: '信息技术应用', en: 'ICT in teaching', aliases: ['信息技术', '数字素养'] },
  { code: 'class_adviser', zh: '班主任工作', en: 'Class advisers’ work', aliases: ['班主任', '德育'] },
  { code: 'health', zh: '心理健康与安全', en: 'Health and safety', aliases: ['心理健康', '安全教育'] },
  { code: 'management', zh: '学校管理', en: 'School leadership', aliases: ['管理', '校长培训'] },
  { code: 'research', zh: '教研科研', en: 'Teaching research', aliases: ['教研', '科研'] },
  { code: 'general', zh: '综合素养', en: 'General', aliases: ['公共课', '其他', '通识'] },
] as const satisfies CodeList
export type TrainingCategory = CodeOf<typeof TRAINING_CATEGORIES>

type KindEntry = CodeEntry & {
  /** It takes its time: nobody is at two such at once. The others are spread over their days. */
  takesTime: boolean
  /** Where being there means no more than that something ran on a screen. */
  isScreen: boolean
  /** It is the school's own, whatever is said. */
  isSchools: boolean
  needsProvider: boolean
  needsProof: boolean
  /** What was done is told in words. */
  needsNote: boolean
}

const onSite = { takesTime: true, isScreen: false, isSchools: false } as const
const beside = { ...onSite, takesTime: false } as const
const proven = { needsProvider: true, needsProof: true, needsNote: false } as const
const told = { isSchools: true, needsProvider: false, needsProof: false, needsNote: true } as const

/** 培训形式. */
export const TRAINING_KINDS = [
  {
    code: 'course',
    zh: '集中培训',
    en: 'Course',
    aliases: ['集中面授', '面授', '短期集中'],
    ...onSite,
    ...proven,
  },
  {
    code: 'online',
    zh: '网络研修',
    en: 'Online course',
    aliases: ['线上培训', '网络培训', '远程培训'],
    ...{ ...beside, ...proven, isScreen: true },
  },
  {
    code: 'school_based',
    zh: '校本研修',
    en: 'School-based training',
    aliases: ['校本培训', '校本'],
    ...{ ...onSite, ...told },
  },
  {
    code: 'shadowing',
    zh: '跟岗研修',
    en: 'Shadowing',
    aliases: ['影子培训', '跟岗培训', '跟岗'],
    ...{ ...onSite, ...proven },
  },
  {
    code: 'degree',
    zh: '学历提升',
    en: 'Degree study',
    aliases: ['学历教育', '学历进修'],
    ...{ ...beside, ...proven },
  },
  {
    code: 'own_study',
    zh: '自主研修',
    en: 'Own study',
    aliases: ['自主学习', '自学', '读书'],
    ...{ ...beside, ...told },
  },
  {
    code: 'lesson',
    zh: '公开课与讲座',
    en: 'Open lesson or lecture given',
    aliases: ['公开课', '示范课', '讲座'],
    ...{ ...onSite, ...proven },
  },
  {
    code: 'paper',
    zh: '论文与课题',
    en: 'Paper or project',
    aliases: ['论文', '课题'],
    ...beside,
    ...proven,
  },
] as const satisfies readonly KindEntry[]
export type TrainingKind = CodeOf<typeof TRAINING_KINDS>

/** What part of its one day a training takes; `spread`: over its days, beside other things. */
export const DAY_PARTS = ['day', 'morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof DAY_PARTS)[number] | 'spread'

/** 证据层级: was there, used it in class, and what came of it is confirmed. */
export const EVIDENCE_LIST = [
  { code: 'attended', zh: '参加学习', en: 'Took part', aliases: ['参加', '合格', '完成', '结业'] },
  { code: 'applied', zh: '课堂应用', en: 'Used in class', aliases: ['应用', '考核合格', '作业合格', '优秀'] },
  { code: 'confirmed', zh: '成效确认', en: 'Effect confirmed', aliases: ['成效'] },
] as const satisfies CodeList
export const EVIDENCE = ['attended', 'applied', 'confirmed'] as const satisfies CodeOf<typeof EVIDENCE_LIST>[]
export type Evidence = (typeof EVIDENCE)[number]

export function kindOf(code: string): (typeof TRAINING_KINDS)[number] {
  const kind = TRAINING_KINDS.find((one) => one.code === code)
  if (!kind) throw new RangeError(`no such kind of training: ${code}`)
  return kind
}

export function isTrainingKind(text: string): text is TrainingKind {
  return TRAINING_KINDS.some(({ code }) => code === text)
}
