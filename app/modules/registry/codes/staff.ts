/** Code lists of staff in their units: category, status, form of employment, contract, school posts. */
import type { CodeEntry, CodeList, CodeOf } from './lookup.ts'

/** 教职工类别. */
export const STAFF_CATEGORIES = [
  { code: 'full_time_teacher', zh: '专任教师', en: 'Full-time teacher', aliases: ['专任', '教师'] },
  { code: 'administrator', zh: '行政人员', en: 'Administrator', aliases: ['行政', '管理人员'] },
  {
    code: 'teaching_assistant',
    zh: '教辅人员',
    en: 'Teaching support staff',
    aliases: ['教辅', '教学辅助人员'],
  },
  { code: 'worker', zh: '工勤人员', en: 'Worker', aliases: ['工勤', '后勤'] },
  { code: 'school_enterprise', zh: '校办企业职工', en: 'School enterprise staff', aliases: ['校办企业'] },
  {
    code: 'attached_institution',
    zh: '附设机构人员',
    en: 'Attached institution staff',
    aliases: ['附设机构'],
  },
  { code: 'other', zh: '其他人员', en: 'Other staff', aliases: ['其他'] },
] as const satisfies CodeList
export type StaffCategory = CodeOf<typeof STAFF_CATEGORIES>

/** 人员状态. `active`: counted among the staff in service, also while away. */
export const STAFF_STATUSES = [
  {
    code: 'in_post',
    zh: '在本单位任职',
    en: 'In post',
    active: true,
    aliases: ['在职', '在岗', '任职', '正常'],
  },
  {
    code: 'loaned_out',
    zh: '借出',
    en: 'On loan to another unit',
    active: true,
    aliases: ['借出到其他单位'],
  },
  {
    code: 'loaned_in',
    zh: '借入',
    en: 'On loan from another unit',
    active: true,
    aliases: ['借调入', '借用'],
  },
  { code: 'awaiting_post', zh: '待岗', en: 'Awaiting post', active: true },
  { code: 'sick_leave', zh: '病假', en: 'On sick leave', active: true, aliases: ['长病假', '长期病假'] },
  { code: 'maternity_leave', zh: '产假', en: 'On maternity leave', active: true },
  { code: 'study_leave', zh: '进修', en: 'On study leave', active: true, aliases: ['脱产进修', '离岗进修'] },
  { code: 'retired', zh: '退休', en: 'Retired', active: false, aliases: ['离退休', '已退休', '离休'] },
  { code: 'left', zh: '离职', en: 'Left', active: false, aliases: ['辞职', '调出', '解聘', '辞退'] },
  { code: 'deceased', zh: '去世', en: 'Deceased', active: false, aliases: ['死亡', '病故'] },
] as const satisfies readonly (CodeEntry & { active: boolean })[]
export type StaffStatus = CodeOf<typeof STAFF_STATUSES>

/** The statuses that count as in service. */
export const ACTIVE_STATUSES: readonly StaffStatus[] = STAFF_STATUSES.filter((status) => status.active).map(
  (status) => status.code,
)

/** 用人形式: `establishment` for those 在编, the others for those who are not. */
export const EMPLOYMENT_FORMS = [
  { code: 'establishment', zh: '在编', en: 'On establishment', aliases: ['事业编制', '编制内', '正式'] },
  { code: 'special_post', zh: '特岗教师', en: 'Special-post teacher', aliases: ['特岗'] },
  { code: 'contract', zh: '合同聘用', en: 'Contract', aliases: ['合同制', '人事代理', '编外聘用'] },
  { code: 'dispatch', zh: '劳务派遣', en: 'Agency worker', aliases: ['派遣'] },
  { code: 'purchased_service', zh: '政府购买服务', en: 'Purchased service', aliases: ['购买服务'] },
  { code: 'substitute', zh: '临时聘用', en: 'Temporary substitute', aliases: ['临聘', '代课', '临时代课'] },
  { code: 'rehired', zh: '返聘', en: 'Rehired after retirement', aliases: ['退休返聘', '银龄'] },
  { code: 'part_time', zh: '兼职', en: 'Part-time', aliases: ['外聘', '外聘兼职'] },
  { code: 'other', zh: '其他', en: 'Other form' },
] as const satisfies CodeList
export type EmploymentForm = CodeOf<typeof EMPLOYMENT_FORMS>

/** 签订合同情况. */
export const CONTRACT_KINDS = [
  { code: '0', zh: '未签订合同', en: 'No contract', aliases: ['未签', '未签合同'] },
  { code: '1', zh: '聘用合同', en: 'Appointment contract' },
  { code: '2', zh: '劳动合同', en: 'Labour contract' },
  { code: '3', zh: '其他合同', en: 'Other contract', aliases: ['其他'] },
] as const satisfies CodeList

/** 教职工来源. */
export const STAFF_SOURCES = [
  {
    code: 'graduate',
    zh: '录用毕业生',
    en: 'Recruited graduate',
    aliases: ['应届毕业生', '毕业分配', '招聘'],
  },
  { code: 'publicly_funded', zh: '公费师范生', en: 'Publicly funded graduate', aliases: ['免费师范生'] },
  { code: 'transferred_in', zh: '调入', en: 'Transferred in', aliases: ['外单位调入', '从外校调入'] },
  { code: 'special_post', zh: '特岗转编', en: 'From a special post', aliases: ['特岗计划'] },
  { code: 'community_teacher', zh: '民办教师转正', en: 'Former community-paid teacher', aliases: ['民转公'] },
  { code: 'veteran', zh: '军队转业', en: 'From the army', aliases: ['军转', '退役安置'] },
  { code: 'talent', zh: '引进人才', en: 'Recruited talent', aliases: ['人才引进'] },
  { code: 'other', zh: '其他', en: 'Other source' },
] as const satisfies CodeList

/** 校级与中层职务: a person may hold several; `none` excludes every other. `tier` is the level of leadership. */
export const SCHOOL_POSTS = [
  { code: 'none', zh: '无', en: 'None', tier: null },
  {
    code: 'principal',
    zh: '校长',
    en: 'Principal',
    tier: 'head',
    aliases: ['园长', '校长（园长）', '党组织书记、校长'],
  },
  {
    code: 'party_secretary',
    zh: '党组织书记',
    en: 'Party secretary',
    tier: 'head',
    aliases: ['书记', '党支部书记'],
  },
  { code: 'deputy_principal', zh: '副校长', en: 'Deputy principal', tier: 'deputy', aliases: ['副园长'] },
  {
    code: 'deputy_secretary',
    zh: '党组织副书记',
    en: 'Deputy party secretary',
    tier: 'deputy',
    aliases: ['副书记'],
  },
  { code: 'assistant_principal', zh: '校长助理', en: 'Assistant to the principal', tier: 'deputy' },
  {
    code: 'academic_director',
    zh: '教务主任',
    en: 'Academic director',
    tier: 'middle',
    aliases: ['教导主任'],
  },
  {
    code: 'moral_education_director',
    zh: '德育主任',
    en: 'Moral education director',
    tier: 'middle',
    aliases: ['政教主任'],
  },
  {
    code: 'logistics_director',
    zh: '总务主任',
    en: 'Logistics director',
    tier: 'middle',
    aliases: ['后勤主任'],
  },
  { code: 'office_director', zh: '办公室主任', en: 'Office director', tier: 'middle' },
  {
    code: 'research_director',
    zh: '教科室主任',
    en: 'Research director',
    tier: 'middle',
    aliases: ['教研主任'],
  },
  { code: 'deputy_director', zh: '中层副职', en: 'Deputy director', tier: 'middle', aliases: ['副主任'] },
  { code: 'union_chair', zh: '工会主席', en: 'Union chair', tier: 'middle' },
  {
    code: 'youth_league_secretary',
    zh: '团委书记',
    en: 'Youth League secretary',
    tier: 'middle',
    aliases: ['团支部书记'],
  },
  {
    code: 'young_pioneers_leader',
    zh: '少先队辅导员',
    en: 'Young Pioneers leader',
    tier: 'middle',
    aliases: ['大队辅导员'],
  },
  {
    code: 'grade_leader',
    zh: '年级主任',
    en: 'Grade leader',
    tier: 'group',
    aliases: ['级部主任', '年级组长'],
  },
  { code: 'subject_group_leader', zh: '教研组长', en: 'Subject group leader', tier: 'group' },
  { code: 'lesson_group_leader', zh: '备课组长', en: 'Lesson preparation leader', tier: 'group' },
  { code: 'class_adviser', zh: '班主任', en: 'Class adviser', tier: 'group' },
] as const satisfies readonly (CodeEntry & { tier: 'head' | 'deputy' | 'middle' | 'group' | null })[]
/** Who heads a school: principals and party secretaries. */
export const HEAD_POSTS: readonly string[] = SCHOOL_POSTS.filter(({ tier }) => tier === 'head').map(
  ({ code }) => code,
)

export type SchoolPost = CodeOf<typeof SCHOOL_POSTS>
