/** The fields of a roster, with the headings under which senders publish them. */
import type { CodeListName } from '../codes/index.ts'

type FieldKind =
  | 'name'
  | 'text'
  | 'code'
  | 'day'
  | 'month'
  | 'years'
  | 'idNumber'
  | 'phone'
  | 'staffNumber'
  | 'organisation'
  | 'unit'
  | 'codes'
  | 'hours'
  | 'note'

type Field = {
  kind: FieldKind
  /** Only for kind `code`. */
  codes?: CodeListName
  aliases: readonly string[]
  /** Words that make a heading another's. */
  avoids?: readonly string[]
  /** Words of headings that are never this one. */
  never?: readonly string[]
}

/** Of the first degree, where the highest is meant. */
const firstDegree = ['第一学历', '全日制', '初始学历', '原始学历', '入职学历'] as const

export const fields = {
  name: {
    kind: 'name',
    aliases: ['姓名', '教师姓名', '教职工姓名', '名字', 'Name', 'Full name', 'Staff name'],
  },
  familyName: { kind: 'name', aliases: ['姓', '姓氏', 'LastName', 'Surname', 'Family name'] },
  givenName: { kind: 'name', aliases: ['名', 'FirstName', 'Given name'] },
  formerName: { kind: 'name', aliases: ['曾用名', 'Former name'] },
  idKind: { kind: 'code', codes: 'idDocumentKind', aliases: ['身份证件类型', '证件类型', 'ID type'] },
  idNumber: {
    kind: 'idNumber',
    aliases: [
      '身份证号',
      '身份证号码',
      '身份证件号',
      '公民身份号码',
      '证件号码',
      'ID number',
      'Resident ID',
      'Document number',
    ],
  },
  sex: { kind: 'code', codes: 'sex', aliases: ['性别', 'Sex', 'Gender'] },
  birthDate: {
    kind: 'day',
    aliases: ['出生日期', '出生年月', '出生年月日', '生日', 'Birth date', 'Date of birth', 'DOB'],
  },
  staffNumber: {
    kind: 'staffNumber',
    aliases: ['终身编号', '终身教职工编号', '师资编号', 'Lifelong staff number'],
  },
  employerNumber: {
    kind: 'text',
    aliases: ['教职工号', '工号', '职工号', '教师编号', 'Staff number', 'Employee number'],
  },
  sourceKey: { kind: 'text', aliases: ['人员标识', '人员编码', 'Source key', 'Person key'] },
  phone: { kind: 'phone', aliases: ['手机', '手机号', '手机号码', '联系电话', '电话', 'Phone', 'Mobile'] },
  ethnicity: { kind: 'code', codes: 'ethnicity', aliases: ['民族', 'Ethnicity'] },
  politicalStatus: { kind: 'code', codes: 'politicalStatus', aliases: ['政治面貌', 'Political status'] },
  nativePlace: { kind: 'text', aliases: ['籍贯', 'Native place'] },
  workStartedOn: {
    kind: 'month',
    aliases: ['参加工作年月', '参加工作时间', '参加工作日期', '参工时间', 'Started working'],
  },
  teachingSince: { kind: 'month', aliases: ['从教时间', '从教年月', '教龄起算', 'Teaching since'] },
  joinedOn: {
    kind: 'month',
    aliases: [
      '进本校年月',
      '来校时间',
      '到校时间',
      '进本单位时间',
      '到本单位日期',
      '任现职时间',
      'Joined the school',
      'Joined on',
    ],
  },
  educationLevel: {
    kind: 'code',
    codes: 'educationLevel',
    avoids: firstDegree,
    aliases: ['最高学历', '学历', '学历层次', 'Highest education', 'Education', 'DegreeDescription'],
  },
  degree: {
    kind: 'code',
    codes: 'degree',
    avoids: firstDegree,
    aliases: ['最高学位层次', '学位', '最高学位', 'Highest degree', 'Degree'],
  },
  institution: {
    kind: 'text',
    avoids: firstDegree,
    aliases: ['毕业院校', '毕业学校', '学位授予院校', 'Institution', 'Awarded by'],
  },
  major: { kind: 'text', avoids: firstDegree, aliases: ['所学专业', '专业', 'Major'] },
  staffCategory: {
    kind: 'code',
    codes: 'staffCategory',
    aliases: ['教职工类别', '人员类别', 'Staff category'],
  },
  postCategory: { kind: 'code', codes: 'postCategory', aliases: ['岗位类别', 'Post category'] },
  postLevel: {
    kind: 'code',
    codes: 'postLevel',
    aliases: ['岗位等级', '岗位级别', '聘任岗位等级', 'Post level'],
  },
  schoolPost: { kind: 'code', codes: 'schoolPost', aliases: ['校内职务', '行政职务', '职务', 'School post'] },
  stage: { kind: 'code', codes: 'stage', aliases: ['学段', '任教学段', 'Stage'] },
  subject: { kind: 'code', codes: 'subject', aliases: ['任教学科', '学科', '主要任教学科', 'Subject'] },
  employmentForm: {
    kind: 'code',
    codes: 'employmentForm',
    aliases: ['用人形式', '聘用形式', 'Form of employment'],
  },
  onEstablishment: {
    kind: 'code',
    codes: 'yesNo',
    never: ['单位', '学校', '校', '类型'],
    aliases: ['是否在编', '在编', '编制', 'On establishment'],
  },
  titleLevel: {
    kind: 'code',
    codes: 'titleLevel',
    aliases: ['职称', '职称等级', '专业技术职务', '专业技术资格', 'Title'],
  },
  titleSince: {
    kind: 'month',
    aliases: ['职称取得时间', '取得职称时间', '评定时间', '资格取得时间', 'Title since'],
  },
  status: { kind: 'code', codes: 'staffStatus', aliases: ['人员状态', '在岗状态', '状态', 'Status'] },
  establishmentOrgName: {
    kind: 'unit',
    aliases: ['编制单位', '编制所在单位', '编制所在学校', '人事关系所在单位', 'Establishment'],
  },
  payOrgName: {
    kind: 'unit',
    aliases: ['发薪单位', '工资关系', '工资关系所在单位', '工资发放单位', 'Paid by'],
  },
  honours: { kind: 'codes', codes: 'honour', aliases: ['荣誉称号', '荣誉', 'Honours'] },
  qualificationKind: {
    kind: 'code',
    codes: 'qualificationKind',
    aliases: ['教师资格种类', '教师资格证种类', '教师资格', '资格证种类', 'Teaching certificate'],
  },
  qualificationNo: {
    kind: 'text',
    aliases: ['教师资格证号', '教师资格证书号码', '教师资格证书编号', '资格证书编号', 'Certificate number'],
  },
  qualificationSubject: {
    kind: 'code',
    codes: 'subject',
    aliases: ['教师资格学科', '资格证学科', '任教资格学科', 'Certificate subject'],
  },
  qualificationOn: {
    kind: 'month',
    aliases: ['教师资格取得时间', '资格证发证日期', '教师资格发证日期', 'Certificate issued'],
  },
  concurrent: {
    kind: 'note',
    aliases: ['任职类型', '任职性质', '是否兼职', '是否兼任', '兼职', '备注', 'Concurrent', 'Remarks'],
  },
  weeklyHours: {
    kind: 'hours',
    aliases: ['周课时', '周课时数', '每周课时', '周教学时数', 'Weekly hours'],
  },
  orgCode: {
    kind: 'organisation',
    aliases: ['学校标识码', '学校代码', '机构代码', '单位代码', 'School code', 'Organisation code'],
  },
  orgName: {
    kind: 'organisation',
    aliases: [
      '学校',
      '学校名称',
      '单位',
      '单位名称',
      '工作单位',
      '所在学校',
      'School',
      'School name',
      'Organisation',
    ],
  },
  districtCode: { kind: 'organisation', aliases: ['学区代码', 'AUN', 'District code'] },
  districtName: {
    kind: 'organisation',
    aliases: ['学区', '乡镇', '乡镇街道', '所属学区', 'LEA', 'District', 'Township'],
  },
  countyName: {
    kind: 'organisation',
    aliases: ['县', '区县', '县区', '县市区', '所属县区', 'LEACounty', 'County'],
  },
  schoolYear: { kind: 'years', aliases: ['学年', 'SchoolYear'] },
  yearsInEducation: { kind: 'years', aliases: ['教龄', 'YearsInEd'] },
  yearsHere: { kind: 'years', aliases: ['本校教龄', '本单位工作年限', 'YearsInLEA'] },
  position: { kind: 'text', aliases: ['PositionDescription', 'Position'] },
} as const satisfies Record<string, Field>

export type FieldKey = keyof typeof fields
export const fieldKeys = Object.keys(fields) as FieldKey[]

/** Kind and code list of a field. */
export function fieldOf(key: FieldKey): Field {
  return fields[key]
}

export function isFieldKey(text: string): text is FieldKey {
  return Object.hasOwn(fields, text)
}

/** Coded fields that may have one value for every row, where the file has no column of them. */
export const fixableFields: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'staffCategory',
  'postCategory',
  'stage',
  'subject',
  'onEstablishment',
  'employmentForm',
])

/** Where a row says the person works. */
export const organisationFields = [
  'orgCode',
  'orgName',
  'districtCode',
  'districtName',
  'countyName',
] as const
export type OrganisationWords = { [Key in (typeof organisationFields)[number]]?: string | undefined }
