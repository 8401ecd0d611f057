/** Code lists of a person: sex, documents, political status, marriage, education, degree, certificates. */
import type { CodeList } from './lookup.ts'

/** 性别, GB/T 2261.1. */
export const SEXES = [
  { code: '0', zh: '未知的性别', en: 'Unknown', aliases: ['未知'] },
  { code: '1', zh: '男', en: 'Male', aliases: ['男性', 'M'] },
  { code: '2', zh: '女', en: 'Female', aliases: ['女性', 'F'] },
  { code: '9', zh: '未说明的性别', en: 'Not stated', aliases: ['未说明'] },
] as const satisfies CodeList

/** 身份证件类型, JY/T 1001. */
export const ID_DOCUMENT_KINDS = [
  { code: '1', zh: '居民身份证', en: 'Resident identity card', aliases: ['身份证', '二代身份证'] },
  { code: '2', zh: '军官证', en: 'Military officer card' },
  { code: '3', zh: '士兵证', en: 'Soldier card' },
  { code: '4', zh: '文职干部证', en: 'Civilian cadre card of the army' },
  { code: '5', zh: '部队离退休证', en: 'Military pensioner card' },
  {
    code: '6',
    zh: '香港特区护照/身份证明',
    en: 'Hong Kong passport or identity card',
    aliases: ['香港身份证明'],
  },
  {
    code: '7',
    zh: '澳门特区护照/身份证明',
    en: 'Macao passport or identity card',
    aliases: ['澳门身份证明'],
  },
  { code: '8', zh: '台湾居民来往大陆通行证', en: 'Taiwan resident travel permit', aliases: ['台胞证'] },
  { code: '9', zh: '境外永久居住证', en: 'Permanent residence permit abroad' },
  { code: 'A', zh: '护照', en: 'Passport' },
  { code: 'B', zh: '户口簿', en: 'Household register' },
  { code: 'Z', zh: '其他', en: 'Other document' },
] as const satisfies CodeList

/** 政治面貌, GB/T 4762. 12 and 13 exclude every other. */
export const POLITICAL_STATUSES = [
  {
    code: '01',
    zh: '中共党员',
    en: 'Member of the Communist Party of China',
    aliases: ['党员', '中国共产党党员'],
  },
  {
    code: '02',
    zh: '中共预备党员',
    en: 'Probationary member of the CPC',
    aliases: ['预备党员', '中国共产党预备党员'],
  },
  { code: '03', zh: '共青团员', en: 'Member of the Communist Youth League', aliases: ['团员'] },
  {
    code: '04',
    zh: '民革党员',
    en: 'Member of the Revolutionary Committee of the Kuomintang',
    aliases: ['民革'],
  },
  { code: '05', zh: '民盟盟员', en: 'Member of the China Democratic League', aliases: ['民盟'] },
  { code: '06', zh: '民建会员', en: 'Member of the National Construction Association', aliases: ['民建'] },
  { code: '07', zh: '民进会员', en: 'Member of the Association for Promoting Democracy', aliases: ['民进'] },
  {
    code: '08',
    zh: '农工党党员',
    en: "Member of the Peasants' and Workers' Party",
    aliases: ['农工', '农工党'],
  },
  { code: '09', zh: '致公党党员', en: 'Member of the China Zhi Gong Party', aliases: ['致公', '致公党'] },
  { code: '10', zh: '九三学社社员', en: 'Member of the Jiu San Society', aliases: ['九三', '九三学社'] },
  {
    code: '11',
    zh: '台盟盟员',
    en: 'Member of the Taiwan Democratic Self-Government League',
    aliases: ['台盟'],
  },
  {
    code: '12',
    zh: '无党派人士',
    en: 'Person without party affiliation',
    aliases: ['无党派', '无党派民主人士'],
  },
  { code: '13', zh: '群众', en: 'None of these', aliases: ['普通公民', '群众（普通公民）'] },
] as const satisfies CodeList

/** 婚姻状况, GB/T 2261.2. */
export const MARITAL_STATUSES = [
  { code: '10', zh: '未婚', en: 'Single' },
  { code: '20', zh: '已婚', en: 'Married' },
  { code: '30', zh: '丧偶', en: 'Widowed' },
  { code: '40', zh: '离婚', en: 'Divorced', aliases: ['离异'] },
  { code: '90', zh: '未说明的婚姻状况', en: 'Not stated', aliases: ['未说明'] },
] as const satisfies CodeList

/** 学历, the coarse codes of GB/T 4658. Aliases take the wording of common foreign rosters too. */
export const EDUCATION_LEVELS = [
  {
    code: '11',
    zh: '博士研究生',
    en: 'Doctoral study',
    aliases: ['博士研究生毕业', '博士', 'Doctoral degree', 'Doctorate'],
  },
  {
    code: '14',
    zh: '硕士研究生',
    en: "Master's study",
    aliases: ['硕士研究生毕业', '研究生', '硕士', "Master's degree", "Specialist's degree (Ed.S)"],
  },
  {
    code: '21',
    zh: '本科',
    en: "Bachelor's study",
    aliases: ['大学本科', '大学本科毕业', '大学', "Bachelor's degree", "Bachelor's (Baccalaureate) degree"],
  },
  {
    code: '31',
    zh: '专科',
    en: 'Associate study',
    aliases: [
      '大学专科',
      '大专',
      '大学专科毕业',
      "Associate's degree",
      "Associate's degree (two years or more)",
    ],
  },
  {
    code: '41',
    zh: '中专',
    en: 'Secondary vocational school',
    aliases: ['中等专科', '中等专科毕业', '中师', '中等师范', '职高', 'Vocational certificate (no college)'],
  },
  {
    code: '61',
    zh: '高中',
    en: 'Senior secondary school',
    aliases: [
      '普通高中',
      '普通高中毕业',
      'High school diploma',
      'High school equivalency (GED)',
      'Some college but no degree',
    ],
  },
  {
    code: '90',
    zh: '其他',
    en: 'Other',
    aliases: ['初中及以下', '初中', '小学', 'Less than high school graduate'],
  },
] as const satisfies CodeList

/** 学位, GB/T 6864; `none` is ours. */
export const DEGREES = [
  {
    code: 'none',
    zh: '无学位',
    en: 'No degree',
    aliases: ['无', 'High school diploma', 'Some college but no degree'],
  },
  { code: '1', zh: '名誉博士', en: 'Honorary doctor', aliases: ['名誉博士学位'] },
  { code: '2', zh: '博士', en: 'Doctor', aliases: ['博士学位', 'Doctoral degree', 'Doctorate'] },
  {
    code: '3',
    zh: '硕士',
    en: 'Master',
    aliases: ['硕士学位', "Master's degree", "Specialist's degree (Ed.S)"],
  },
  {
    code: '4',
    zh: '学士',
    en: 'Bachelor',
    aliases: ['学士学位', "Bachelor's degree", "Bachelor's (Baccalaureate) degree"],
  },
] as const satisfies CodeList

/** 教师资格种类: the kind digit of the 17-digit certificate number. */
export const QUALIFICATION_KINDS = [
  { code: '0', zh: '无', en: 'None', aliases: ['无教师资格'] },
  { code: '1', zh: '幼儿园教师资格', en: 'Kindergarten teacher', aliases: ['幼儿园', '幼儿园教师'] },
  { code: '2', zh: '小学教师资格', en: 'Primary school teacher', aliases: ['小学', '小学教师'] },
  {
    code: '3',
    zh: '初级中学教师资格',
    en: 'Junior secondary teacher',
    aliases: ['初级中学', '初中', '初中教师'],
  },
  {
    code: '4',
    zh: '高级中学教师资格',
    en: 'Senior secondary teacher',
    aliases: ['高级中学', '高中', '高中教师'],
  },
  {
    code: '5',
    zh: '中等职业学校教师资格',
    en: 'Secondary vocational teacher',
    aliases: ['中职', '中等职业学校'],
  },
  {
    code: '6',
    zh: '中等职业学校实习指导教师资格',
    en: 'Vocational practice instructor',
    aliases: ['中职实习指导'],
  },
  { code: '7', zh: '高等学校教师资格', en: 'Higher education teacher', aliases: ['高校', '高等学校'] },
] as const satisfies CodeList

/** 信息技术应用能力. */
export const ICT_SKILLS = [
  { code: '1', zh: '精通', en: 'Expert' },
  { code: '2', zh: '熟练', en: 'Proficient' },
  { code: '3', zh: '良好', en: 'Good' },
  { code: '4', zh: '一般', en: 'Fair' },
  { code: '5', zh: '较弱', en: 'Weak' },
] as const satisfies CodeList

/** 是否: every yes-or-no column of a roster. */
export const YES_NO = [
  { code: '1', zh: '是', en: 'Yes', aliases: ['有', 'Y', 'true'] },
  { code: '0', zh: '否', en: 'No', aliases: ['无', 'N', 'false'] },
] as const satisfies CodeList
