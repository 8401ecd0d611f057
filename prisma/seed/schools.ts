/** The made schools of the demo: what a county seat and a township have, in the order in which a small demo takes them. */
import type { PlaceType, SchoolKind } from '#app/modules/registry/codes/index.ts'
import type { Random } from './random.ts'

/** A school before it has a code: `size` is its staff at full scale, before the whole is brought to the number asked for. */
export type SchoolDraft = {
  name: string
  kind: SchoolKind
  placeType: PlaceType
  size: number
  isPublic: boolean
  openedYear: number
  /** Stands below the township's central primary school, as teaching points do. */
  belowCentral: boolean
  isCentral: boolean
}

/** A county seat's school: its name after the county's, its kind, staff at full scale. */
type SeatSchool = readonly [name: string, kind: SchoolKind, size: number]

const FIRST_OF_SEAT: readonly SeatSchool[] = [
  ['实验小学', '211', 130],
  ['实验中学', '311', 190],
  ['实验幼儿园', '111', 48],
  ['第一中学', '342', 330],
  ['外国语学校', '312', 170],
  ['特殊教育学校', '514', 42],
]

const REST_OF_SEAT: readonly SeatSchool[] = [
  ['职业中等专业学校', '361', 210],
  ['第二实验小学', '211', 110],
  ['第二中学', '341', 240],
  ['育才小学', '211', 90],
  ['机关幼儿园', '111', 44],
  ['文昌中学', '311', 150],
  ['湖滨小学', '211', 84],
  ['第三实验幼儿园', '111', 36],
  ['启明学校', '312', 130],
  ['光岳小学', '211', 76],
  ['运河中学', '311', 120],
  ['新星双语学校', '345', 190],
]

const FAMILIES = '王李张刘陈杨赵孙于马周徐朱郭高宋郑胡许韩吴谢孟曹吕任冯董侯田'
const HAMLETS = ['庄', '楼', '屯', '村', '寨', '堂', '集', '营', '海', '口', '洼', '井']
const PREFIXES = ['', '', '', '', '前', '后', '东', '西', '大', '小', '南', '北']

/** Schools at the county's seat: the first six of them stand in every demo. */
export function seatSchools(random: Random, county: { name: string; isUrban: boolean }): SchoolDraft[][] {
  const placeType = county.isUrban ? '111' : '121'
  const draft = ([name, kind, size]: SeatSchool): SchoolDraft => ({
    name: county.name + name,
    kind,
    placeType: random.chance(0.15) ? (county.isUrban ? '112' : '122') : placeType,
    size: varied(random, size),
    isPublic: kind !== '345' && !(kind === '111' && random.chance(0.1)),
    openedYear: random.int(1950, 2016),
    belowCentral: false,
    isCentral: false,
  })
  return [FIRST_OF_SEAT.map(draft), REST_OF_SEAT.map(draft)]
}

/** Schools of a township or street: central school first, then junior, village schools, teaching points. */
export function townshipSchools(random: Random, township: string): SchoolDraft[] {
  const isStreet = township.endsWith('街道')
  const centre: PlaceType = isStreet ? '112' : township.endsWith('乡') ? '210' : '121'
  const villages = villageNames(random, 7)
  const at = (name: string, kind: SchoolKind, size: number, placeType: PlaceType = centre): SchoolDraft => ({
    name: township + name,
    kind,
    placeType,
    size: varied(random, size),
    isPublic: true,
    openedYear: random.int(1949, 2012),
    belowCentral: kind === '218',
    isCentral: name.startsWith('中心小学'),
  })
  const village = () => (isStreet ? '122' : '220')
  const schools = [
    at('中心小学', '211', 64),
    at(random.chance(0.2) ? '第一初级中学' : '初级中学', '311', 92),
    at(`${villages[0]}小学`, '211', 24, village()),
    at(`${villages[1]}教学点`, '218', 6, village()),
    at('中心幼儿园', '111', 26),
    at(`${villages[2]}小学`, '211', 18, village()),
    at(`${villages[3]}小学`, '211', 15, village()),
  ]
  if (schools[1]?.name.endsWith('第一初级中学')) schools.push(at('第二初级中学', '311', 70))
  if (random.chance(0.15)) schools.push(at(`${villages[4]}九年一贯制学校`, '312', 60, village()))
  if (random.chance(0.25)) schools.push(at(`${villages[5]}教学点`, '218', 5, village()))
  return schools
}

function villageNames(random: Random, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) {
    names.add(random.pick(PREFIXES) + random.pick([...FAMILIES]) + random.pick(HAMLETS))
  }
  return [...names]
}

function varied(random: Random, size: number): number {
  return Math.max(3, Math.round(size * (0.7 + 0.6 * random.next())))
}
