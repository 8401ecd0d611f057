/**
 * The basic table 教职工基本信息 of the national teacher information system (全国教师管理信息系统) as data:
 * the order, headings and code lists in which a roster is handed up.
 */
import type { CodeListName } from './codes/index.ts'

/** When the system insists on a value: on citizens of China (156), or on those off the establishment. */
export type RequiredWhen = 'always' | 'chinese_nationality' | 'off_establishment' | 'never'

export type NationalColumn = {
  /** Stable name of the column in code and in saved profiles. */
  key: string
  zh: string
  en: string
  required: RequiredWhen
  /** The list whose words or codes the cells hold; null for text, numbers and dates. */
  codes: CodeListName | null
  /** What the system fills in where nothing is entered. */
  preset?: string
}

/** In the order of the table. */
export const NATIONAL_TABLE = [
  { key: 'name', zh: '姓名', en: 'Name', required: 'always', codes: null },
  { key: 'formerName', zh: '曾用名', en: 'Former name', required: 'never', codes: null },
  { key: 'sex', zh: '性别', en: 'Sex', required: 'always', codes: 'sex' },
  { key: 'employeeNumber', zh: '教职工号', en: 'Staff number', required: 'never', codes: null, preset: '0' },
  { key: 'nationality', zh: '国籍/地区', en: 'Nationality', required: 'always', codes: null, preset: '156' },
  {
    key: 'idDocumentKind',
    zh: '身份证件类型',
    en: 'Identity document',
    required: 'always',
    codes: 'idDocumentKind',
    preset: '1',
  },
  { key: 'idNumber', zh: '身份证件号', en: 'Document number', required: 'always', codes: null },
  { key: 'birthDate', zh: '出生日期', en: 'Date of birth', required: 'always', codes: null },
  { key: 'nativePlace', zh: '籍贯', en: 'Native place', required: 'never', codes: null },
  { key: 'birthPlace', zh: '出生地', en: 'Place of birth', required: 'never', codes: null },
  {
    key: 'ethnicity',
    zh: '民族',
    en: 'Ethnicity',
    required: 'chinese_nationality',
    codes: 'ethnicity',
    preset: '01',
  },
  {
    key: 'politicalStatus',
    zh: '政治面貌',
    en: 'Political status',
    required: 'chinese_nationality',
    codes: 'politicalStatus',
    preset: '13',
  },
  { key: 'maritalStatus', zh: '婚姻状况', en: 'Marital status', required: 'never', codes: 'maritalStatus' },
  {
    key: 'educationLevel',
    zh: '最高学历',
    en: 'Highest education',
    required: 'never',
    codes: 'educationLevel',
  },
  { key: 'degree', zh: '最高学位层次', en: 'Highest degree', required: 'never', codes: 'degree' },
  { key: 'degreeName', zh: '最高学位名称', en: 'Degree name', required: 'never', codes: null },
  { key: 'degreeInstitution', zh: '学位授予院校', en: 'Awarded by', required: 'never', codes: null },
  { key: 'workStartedOn', zh: '参加工作年月', en: 'Started working', required: 'always', codes: null },
  { key: 'joinedSchoolOn', zh: '进本校年月', en: 'Joined the school', required: 'always', codes: null },
  { key: 'staffSource', zh: '教职工来源', en: 'Recruited from', required: 'always', codes: 'staffSource' },
  {
    key: 'staffCategory',
    zh: '教职工类别',
    en: 'Staff category',
    required: 'always',
    codes: 'staffCategory',
  },
  {
    key: 'onEstablishment',
    zh: '是否在编',
    en: 'On establishment',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  {
    key: 'employmentForm',
    zh: '用人形式',
    en: 'Form of employment',
    required: 'off_establishment',
    codes: 'employmentForm',
  },
  { key: 'contractKind', zh: '签订合同情况', en: 'Contract', required: 'always', codes: 'contractKind' },
  {
    key: 'normalGraduate',
    zh: '是否全日制师范类专业毕业',
    en: 'Full-time teacher education',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  {
    key: 'specialEducationTrained',
    zh: '是否受过特教专业培养培训',
    en: 'Trained in special education',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  {
    key: 'specialEducationCertified',
    zh: '是否有特殊教育从业证书',
    en: 'Certified in special education',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  { key: 'ictSkill', zh: '信息技术应用能力', en: 'ICT skill', required: 'always', codes: 'ictSkill' },
  {
    key: 'publiclyFunded',
    zh: '是否属于免费（公费）师范生',
    en: 'Publicly funded teacher education',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  {
    key: 'grassrootsProgramme',
    zh: '是否参加基层服务项目',
    en: 'Grass-roots service programme',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  {
    key: 'grassrootsFrom',
    zh: '参加基层服务项目起始年月',
    en: 'Programme from',
    required: 'never',
    codes: null,
  },
  {
    key: 'grassrootsTo',
    zh: '参加基层服务项目结束年月',
    en: 'Programme until',
    required: 'never',
    codes: null,
  },
  {
    key: 'specialGrade',
    zh: '是否特级教师',
    en: 'Special-grade teacher',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  {
    key: 'backbone',
    zh: '是否县级及以上骨干教师',
    en: 'Backbone teacher, county level or above',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  {
    key: 'mentalHealthTeacher',
    zh: '是否心理健康教育教师',
    en: 'Mental health teacher',
    required: 'always',
    codes: 'yesNo',
    preset: '0',
  },
  {
    key: 'staffStatus',
    zh: '人员状态',
    en: 'Status',
    required: 'always',
    codes: 'staffStatus',
    preset: 'in_post',
  },
] as const satisfies readonly NationalColumn[]

export type NationalColumnKey = (typeof NATIONAL_TABLE)[number]['key']
