/** Code lists of organisations: kinds, stages of schooling, kinds of school, place types. */
import type { CodeEntry, CodeList, CodeOf } from './lookup.ts'

/** 机构类别. `school_district` is the 学区 of a county, and a school district abroad. */
export const ORG_KINDS = [
  { code: 'prefecture', zh: '市', en: 'Prefecture', aliases: ['地级市', '市级'] },
  { code: 'county', zh: '县（市、区）', en: 'County', aliases: ['县', '区', '县级', '县级市'] },
  { code: 'zone', zh: '开发区', en: 'Development zone', aliases: ['高新区', '经开区', '度假区'] },
  { code: 'township', zh: '乡镇（街道）', en: 'Township', aliases: ['乡镇', '镇', '乡', '街道'] },
  { code: 'school_district', zh: '学区', en: 'School district', aliases: ['district', '教育集团', '联区'] },
  { code: 'school', zh: '学校', en: 'School', aliases: ['校', '幼儿园'] },
  { code: 'teaching_point', zh: '教学点', en: 'Teaching point' },
  {
    code: 'bureau',
    zh: '教育行政部门',
    en: 'Education bureau',
    aliases: ['教育局', '教育和体育局', '教体局'],
  },
  { code: 'other', zh: '其他机构', en: 'Other organisation', aliases: ['其他', '教研室', '进修学校'] },
] as const satisfies CodeList
export type OrgKind = CodeOf<typeof ORG_KINDS>

/** 学段. Compulsory education is `primary` and `junior`. */
export const STAGES = [
  { code: 'kindergarten', zh: '学前教育', en: 'Preschool', aliases: ['幼儿园', '学前', '幼儿'] },
  { code: 'primary', zh: '小学', en: 'Primary', aliases: ['小学教育', 'Elementary'] },
  {
    code: 'junior',
    zh: '初中',
    en: 'Junior secondary',
    aliases: ['初级中学', '普通初中', 'Middle', 'Junior high'],
  },
  {
    code: 'senior',
    zh: '高中',
    en: 'Senior secondary',
    aliases: ['高级中学', '普通高中', 'Senior high', 'High'],
  },
  {
    code: 'vocational',
    zh: '中职',
    en: 'Secondary vocational',
    aliases: ['中等职业', '中等职业教育', '职业高中'],
  },
  { code: 'special', zh: '特殊教育', en: 'Special education', aliases: ['特教'] },
] as const satisfies CodeList
export type Stage = CodeOf<typeof STAGES>

/** 办学类型 of the national statistics, with the stages each covers. */
export const SCHOOL_KINDS = [
  { code: '111', zh: '幼儿园', en: 'Kindergarten', stages: ['kindergarten'] },
  {
    code: '211',
    zh: '小学',
    en: 'Primary school',
    stages: ['primary'],
    aliases: ['完全小学', 'Elementary school'],
  },
  { code: '218', zh: '小学教学点', en: 'Teaching point', stages: ['primary'], aliases: ['教学点'] },
  {
    code: '311',
    zh: '初级中学',
    en: 'Junior secondary school',
    stages: ['junior'],
    aliases: ['初中', '普通初中', 'Middle school', 'Junior high school'],
  },
  {
    code: '312',
    zh: '九年一贯制学校',
    en: 'Nine-year school',
    stages: ['primary', 'junior'],
    aliases: ['九年一贯制', '九年制'],
  },
  { code: '341', zh: '完全中学', en: 'Complete secondary school', stages: ['junior', 'senior'] },
  {
    code: '342',
    zh: '高级中学',
    en: 'Senior secondary school',
    stages: ['senior'],
    aliases: ['高中', '普通高中', 'High school', 'Senior high school'],
  },
  {
    code: '345',
    zh: '十二年一贯制学校',
    en: 'Twelve-year school',
    stages: ['primary', 'junior', 'senior'],
    aliases: ['十二年一贯制'],
  },
  {
    code: '361',
    zh: '中等职业学校',
    en: 'Secondary vocational school',
    stages: ['vocational'],
    aliases: ['中等职业', '中职', '职业中专', '职业高中', 'Vocational school'],
  },
  {
    code: '514',
    zh: '特殊教育学校',
    en: 'Special education school',
    stages: ['special'],
    aliases: ['特殊教育', '特教学校', '特校'],
  },
] as const satisfies readonly (CodeEntry & { stages: readonly Stage[] })[]
export type SchoolKind = CodeOf<typeof SCHOOL_KINDS>

/** 城乡分组, the three groups of the place types. */
export const PLACE_GROUPS = [
  { code: 'urban', zh: '城区', en: 'Urban', aliases: ['城市'] },
  { code: 'town', zh: '镇区', en: 'Town' },
  { code: 'rural', zh: '乡村', en: 'Rural', aliases: ['农村'] },
] as const satisfies CodeList
export type PlaceGroup = CodeOf<typeof PLACE_GROUPS>

/** 城乡类型, by the statistical classification of urban and rural areas. */
export const PLACE_TYPES = [
  { code: '111', zh: '主城区', en: 'Main urban area', group: 'urban' },
  { code: '112', zh: '城乡结合区', en: 'Urban fringe', group: 'urban', aliases: ['城乡结合部'] },
  { code: '121', zh: '镇中心区', en: 'Town centre', group: 'town' },
  { code: '122', zh: '镇乡结合区', en: 'Town fringe', group: 'town' },
  { code: '123', zh: '特殊区域', en: 'Special area', group: 'town' },
  { code: '210', zh: '乡中心区', en: 'Township centre', group: 'rural' },
  { code: '220', zh: '村庄', en: 'Village', group: 'rural', aliases: ['村'] },
] as const satisfies readonly (CodeEntry & { group: PlaceGroup })[]
export type PlaceType = CodeOf<typeof PLACE_TYPES>

/** Place types in townships and villages 乡村. */
export const RURAL_PLACES: readonly string[] = PLACE_TYPES.filter(({ group }) => group === 'rural').map(
  ({ code }) => code,
)
