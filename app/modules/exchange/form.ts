/** 交流形式: the forms of exchange, and what follows from each for the person's posts. How long each lasts is policy. */
import type { CodeEntry } from '#app/modules/registry/index.ts'

type FormEntry = CodeEntry & {
  /** 人事关系随之调动: establishment and pay move too, and there is no return. */
  transfers: boolean
  /** Works at the host school only; otherwise several schools a week, with a timetable. */
  isFullTime: boolean
  /** Who goes. */
  of: 'teachers' | 'principals'
}

const usual = { transfers: false, isFullTime: true, of: 'teachers' } as const

/** Source: domain-sources 4.7 (教育部 2014 轮岗意见, county texts). */
export const EXCHANGE_FORMS = [
  { ...usual, code: 'fixed_term', zh: '定期交流', en: 'Fixed-term exchange' },
  {
    ...usual,
    code: 'cross_school_appointment',
    zh: '跨校竞聘（县管校聘）',
    en: 'Cross-school appointment',
    aliases: ['跨校竞聘', '县管校聘'],
    transfers: true,
  },
  { ...usual, code: 'school_district', zh: '学区一体化', en: 'Within a school district' },
  { ...usual, code: 'school_group', zh: '集团化办学', en: 'Within a school group' },
  { ...usual, code: 'school_alliance', zh: '学校联盟', en: 'Within a school alliance' },
  { ...usual, code: 'branch_school', zh: '名校办分校', en: 'To a branch school' },
  { ...usual, code: 'paired_support', zh: '对口支援', en: 'Paired support' },
  {
    ...usual,
    code: 'teaching_rounds',
    zh: '乡镇走教',
    en: 'Township teaching rounds',
    aliases: ['走教', '乡镇中心学校走教'],
    isFullTime: false,
  },
  { ...usual, code: 'support_teaching', zh: '支教', en: 'Support teaching', aliases: ['顶岗支教'] },
  { ...usual, code: 'principal_exchange', zh: '校长交流', en: "Principals' exchange", of: 'principals' },
] as const satisfies readonly FormEntry[]
