/** 荣誉称号: the honours of the field with the level that grants each. */
import type { CodeEntry, CodeList, CodeOf } from './lookup.ts'

/** 荣誉级别, lowest first. */
export const HONOUR_LEVELS = [
  { code: 'school', zh: '校级', en: 'School level', aliases: ['校'] },
  { code: 'county', zh: '县级', en: 'County level', aliases: ['县', '区级', '县区级'] },
  { code: 'city', zh: '市级', en: 'City level', aliases: ['市', '地市级'] },
  { code: 'province', zh: '省级', en: 'Provincial level', aliases: ['省', '省部级'] },
  { code: 'national', zh: '国家级', en: 'National level', aliases: ['国家', '全国'] },
] as const satisfies CodeList
export type HonourLevel = CodeOf<typeof HONOUR_LEVELS>

export const HONOURS = [
  { code: 'backbone_school', zh: '校级骨干教师', en: 'School backbone teacher', level: 'school' },
  {
    code: 'backbone_county',
    zh: '县级骨干教师',
    en: 'County backbone teacher',
    level: 'county',
    aliases: ['区级骨干教师'],
  },
  { code: 'backbone_city', zh: '市级骨干教师', en: 'City backbone teacher', level: 'city' },
  { code: 'backbone_province', zh: '省级骨干教师', en: 'Provincial backbone teacher', level: 'province' },
  { code: 'subject_leader_county', zh: '县级学科带头人', en: 'County subject leader', level: 'county' },
  { code: 'subject_leader_city', zh: '市级学科带头人', en: 'City subject leader', level: 'city' },
  {
    code: 'subject_leader_province',
    zh: '省级学科带头人',
    en: 'Provincial subject leader',
    level: 'province',
  },
  { code: 'teaching_expert_county', zh: '县级教学能手', en: 'County teaching expert', level: 'county' },
  { code: 'teaching_expert_city', zh: '市级教学能手', en: 'City teaching expert', level: 'city' },
  {
    code: 'teaching_expert_province',
    zh: '省级教学能手',
    en: 'Provincial teaching expert',
    level: 'province',
  },
  { code: 'master_teacher_county', zh: '县级名师', en: 'County master teacher', level: 'county' },
  {
    code: 'master_teacher_city',
    zh: '水城名师',
    en: 'City master teacher',
    level: 'city',
    aliases: ['市级名师'],
  },
  {
    code: 'master_teacher_province',
    zh: '齐鲁名师',
    en: 'Provincial master teacher',
    level: 'province',
    aliases: ['省级名师'],
  },
  {
    code: 'master_principal_city',
    zh: '水城名校长',
    en: 'City master principal',
    level: 'city',
    aliases: ['市级名校长'],
  },
  {
    code: 'master_principal_province',
    zh: '齐鲁名校长',
    en: 'Provincial master principal',
    level: 'province',
    aliases: ['省级名校长'],
  },
  {
    code: 'special_grade',
    zh: '特级教师',
    en: 'Special-grade teacher',
    level: 'province',
    aliases: ['省特级教师'],
  },
  { code: 'excellent_teacher_county', zh: '县级优秀教师', en: 'County excellent teacher', level: 'county' },
  { code: 'excellent_teacher_city', zh: '市级优秀教师', en: 'City excellent teacher', level: 'city' },
  {
    code: 'excellent_teacher_province',
    zh: '省级优秀教师',
    en: 'Provincial excellent teacher',
    level: 'province',
  },
  {
    code: 'excellent_teacher_national',
    zh: '全国优秀教师',
    en: 'National excellent teacher',
    level: 'national',
  },
  { code: 'model_teacher_national', zh: '全国模范教师', en: 'National model teacher', level: 'national' },
  {
    code: 'class_adviser_county',
    zh: '县级优秀班主任',
    en: 'County excellent class adviser',
    level: 'county',
  },
  { code: 'class_adviser_city', zh: '市级优秀班主任', en: 'City excellent class adviser', level: 'city' },
  {
    code: 'class_adviser_province',
    zh: '省级优秀班主任',
    en: 'Provincial excellent class adviser',
    level: 'province',
  },
  {
    code: 'education_worker_county',
    zh: '县级优秀教育工作者',
    en: 'County excellent education worker',
    level: 'county',
  },
  {
    code: 'education_worker_city',
    zh: '市级优秀教育工作者',
    en: 'City excellent education worker',
    level: 'city',
  },
  {
    code: 'education_worker_national',
    zh: '全国优秀教育工作者',
    en: 'National excellent education worker',
    level: 'national',
  },
] as const satisfies readonly (CodeEntry & { level: HonourLevel })[]
export type Honour = CodeOf<typeof HONOURS>

/** 县级及以上骨干教师: the backbone honours of the county and above. */
export function isBackboneHonour(code: string): boolean {
  const honour = HONOURS.find((one) => one.code === code)
  return honour !== undefined && code.startsWith('backbone_') && honour.level !== 'school'
}
