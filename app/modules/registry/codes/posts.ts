/** Code lists of posts: the category, and the grades a post of each category can have. */
import type { CodeEntry, CodeList, CodeOf } from './lookup.ts'

/** 岗位类别. */
export const POST_CATEGORIES = [
  { code: '1', zh: '教师岗位', en: 'Teaching post', aliases: ['专业技术岗位（教师）', '教师岗'] },
  { code: '2', zh: '其他专业技术岗位', en: 'Other professional post', aliases: ['其他专技岗位', '其他专技'] },
  { code: '3', zh: '管理岗位', en: 'Management post', aliases: ['管理岗'] },
  { code: '4', zh: '工勤技能岗位', en: 'Worker post', aliases: ['工勤岗位', '工勤岗', '工勤'] },
] as const satisfies CodeList
export type PostCategory = CodeOf<typeof POST_CATEGORIES>

type PostLevelEntry = CodeEntry & {
  /** The post categories that may have it. */
  categories: readonly PostCategory[]
  /** The grade's number, 1 the highest; null where it has none. */
  grade: number | null
}

const EVERY = ['1', '2', '3', '4'] as const

function professional<Grade extends number>(grade: Grade, numeral: string) {
  return {
    code: `professional_${grade}`,
    zh: `专业技术${numeral}级`,
    en: `Professional grade ${grade}`,
    aliases: [`专技${numeral}级`, `专业技术${grade}级`, `专技${grade}级`],
    categories: ['1', '2'],
    grade,
  } as const
}

function management<Grade extends number>(grade: Grade, numeral: string) {
  return {
    code: `management_${grade}`,
    zh: `管理${numeral}级`,
    en: `Management grade ${grade}`,
    aliases: [`${numeral}级职员`, `管理${grade}级`],
    categories: ['3'],
    grade,
  } as const
}

function worker<Grade extends number>(grade: Grade, numeral: string) {
  return {
    code: `worker_${grade}`,
    zh: `工勤技能${numeral}级`,
    en: `Worker grade ${grade}`,
    aliases: [`技术工${numeral}级`, `工勤${grade}级`],
    categories: ['4'],
    grade,
  } as const
}

/** 岗位等级: 13 professional grades, 10 of management, 5 of workers; 998 and 999 for all. */
export const POST_LEVELS = [
  professional(1, '一'),
  professional(2, '二'),
  professional(3, '三'),
  professional(4, '四'),
  professional(5, '五'),
  professional(6, '六'),
  professional(7, '七'),
  professional(8, '八'),
  professional(9, '九'),
  professional(10, '十'),
  professional(11, '十一'),
  professional(12, '十二'),
  professional(13, '十三'),
  management(1, '一'),
  management(2, '二'),
  management(3, '三'),
  management(4, '四'),
  management(5, '五'),
  management(6, '六'),
  management(7, '七'),
  management(8, '八'),
  management(9, '九'),
  management(10, '十'),
  worker(1, '一'),
  worker(2, '二'),
  worker(3, '三'),
  worker(4, '四'),
  worker(5, '五'),
  { code: 'worker_ordinary', zh: '普通工', en: 'Ordinary worker', categories: ['4'], grade: null },
  {
    code: '998',
    zh: '未评（试用期）',
    en: 'Not rated (probation)',
    aliases: ['试用期', '见习期'],
    categories: EVERY,
    grade: null,
  },
  {
    code: '999',
    zh: '未评（其他）',
    en: 'Not rated (other)',
    aliases: ['未评', '未定级'],
    categories: EVERY,
    grade: null,
  },
] as const satisfies readonly PostLevelEntry[]
export type PostLevel = CodeOf<typeof POST_LEVELS>
