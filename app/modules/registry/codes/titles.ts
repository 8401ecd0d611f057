/** Code list of professional titles 职称, with their order and the post grades each spans. */
import type { CodeEntry, CodeOf } from './lookup.ts'

type TitleLevelEntry = CodeEntry & {
  /** Order of seniority, 0 for no title. */
  rank: number
  /** The professional post grades the level spans, highest and lowest; null for no title. */
  grades: readonly [highest: number, lowest: number] | null
}

/**
 * 专业技术职务级别 of school teachers since the reform of 2015: five levels over 13 grades.
 * Former names count as what the reform made of them: 小学高级教师 is 一级教师, 中学高级教师 is 高级教师.
 */
export const TITLE_LEVELS = [
  {
    code: 'none',
    zh: '未评职称',
    en: 'No title',
    aliases: ['无', '未评', '无职称', '未定职级'],
    rank: 0,
    grades: null,
  },
  {
    code: 'level_3',
    zh: '三级教师',
    en: 'Third-grade teacher',
    aliases: [
      '三级',
      '员级',
      '中学三级教师',
      '小学三级教师',
      '小学二级教师',
      '中教三级',
      '小教二级',
      '小教三级',
    ],
    rank: 1,
    grades: [13, 13],
  },
  {
    code: 'level_2',
    zh: '二级教师',
    en: 'Second-grade teacher',
    aliases: [
      '二级',
      '助理级',
      '中学二级教师',
      '小学一级教师',
      '中教二级',
      '小教一级',
      '中二',
      '小一',
      '助理讲师',
    ],
    rank: 2,
    grades: [11, 12],
  },
  {
    code: 'level_1',
    zh: '一级教师',
    en: 'First-grade teacher',
    aliases: [
      '一级',
      '中级',
      '中学一级教师',
      '小学高级教师',
      '幼儿园高级教师',
      '中教一级',
      '小教高级',
      '幼教高级',
      '中一',
      '小高',
      '讲师',
    ],
    rank: 3,
    grades: [8, 10],
  },
  {
    code: 'senior',
    zh: '高级教师',
    en: 'Senior teacher',
    aliases: ['高级', '副高', '副高级', '中学高级教师', '中教高级', '中高', '小中高', '高级讲师'],
    rank: 4,
    grades: [5, 7],
  },
  {
    code: 'full_senior',
    zh: '正高级教师',
    en: 'Full senior teacher',
    aliases: ['正高级', '正高', '正高级讲师'],
    rank: 5,
    grades: [1, 4],
  },
] as const satisfies readonly TitleLevelEntry[]
export type TitleLevel = CodeOf<typeof TITLE_LEVELS>
