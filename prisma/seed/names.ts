/** Believable names: surnames by their share in western Shandong, given names by sex and the decade of birth. */
import type { Random, Weighted } from './random.ts'

export type Named = { name: string; ethnicity: string }

type Pool = { first: string; second: string; single: string; singleShare: number }

const SURNAMES: Weighted<string> = [
  ...shares(
    '王',
    105,
    '张',
    98,
    '李',
    92,
    '刘',
    74,
    '陈',
    30,
    '杨',
    36,
    '赵',
    38,
    '孙',
    32,
    '马',
    16,
    '周',
    15,
  ),
  ...shares(
    '徐',
    16,
    '朱',
    15,
    '郭',
    16,
    '于',
    12,
    '高',
    14,
    '宋',
    13,
    '郑',
    11,
    '胡',
    10,
    '许',
    10,
    '韩',
    11,
  ),
  ...shares(
    '吴',
    12,
    '谢',
    8,
    '孟',
    8,
    '曹',
    7,
    '吕',
    8,
    '任',
    7,
    '冯',
    8,
    '董',
    8,
    '侯',
    7,
    '田',
    8,
    '崔',
    8,
  ),
  ...shares(
    '袁',
    7,
    '贾',
    7,
    '石',
    6,
    '姜',
    6,
    '岳',
    5,
    '耿',
    5,
    '段',
    4,
    '苗',
    4,
    '邢',
    4,
    '尹',
    4,
    '路',
    4,
  ),
  ...shares(
    '申',
    4,
    '靳',
    4,
    '商',
    3,
    '盖',
    2,
    '由',
    1,
    '仝',
    2,
    '郝',
    4,
    '齐',
    3,
    '付',
    4,
    '牛',
    4,
    '窦',
    2,
  ),
  ...shares('单', 2, '解', 2, '逯', 1, '亓', 1, '欧阳', 1, '上官', 0.5, '司马', 0.5, '诸葛', 0.5),
]

const HUI_SURNAMES: Weighted<string> = shares(
  '马',
  40,
  '沙',
  12,
  '白',
  10,
  '丁',
  10,
  '金',
  8,
  '洪',
  6,
  '黑',
  3,
)

const MEN: readonly Pool[] = [
  pool(
    '建国玉文志金保庆兆洪西春广学长永德兴传光',
    '国民军华平林山生海岭田成明祥臣才峰义刚忠',
    '勇军刚岩',
    0.1,
  ),
  pool('建志文学海玉庆晓立振宏永俊新继', '强军峰伟勇刚涛波华东明辉杰斌磊民', '伟强勇涛军波', 0.2),
  pool('晓志文海建俊振立继庆', '鹏飞超龙涛亮凯光磊东杰伟', '伟涛磊鹏超勇杰凯峰亮', 0.3),
  pool('子浩家俊文宇明天一志', '豪轩然鑫宇博阳旭哲成杰', '浩鑫帅宇坤旭晨', 0.22),
]

const WOMEN: readonly Pool[] = [
  pool('秀桂玉淑爱凤金月', '英兰芝云芳荣梅华琴霞珍香莲', '芹萍玲', 0.06),
  pool('丽红春玉秀艳海晓爱', '霞红丽燕玲梅华芳敏娟萍英平', '丽敏红霞娟燕', 0.18),
  pool('晓丽文海亚艳雪', '娜丽慧静燕霞敏楠婷莉芳', '静敏丹娜婷燕倩雪莉', 0.3),
  pool('雨梦思晓佳子文欣雅', '涵琪瑶雪晴欣怡婷洁萱文慧', '婷倩雪悦蕾琪', 0.2),
]

/** Characters that old systems lose: outside the BMP, or in its extensions. */
const RARE = ['𬍛', '㛃', '䶮', '𠮷', '𬭚', '堃', '喆']

const MINORITY: readonly (Named & { sex: '1' | '2' })[] = [
  { name: '阿依古丽·买买提', ethnicity: '05', sex: '2' },
  { name: '古丽娜尔·阿不都拉', ethnicity: '05', sex: '2' },
  { name: '艾力·吐尔逊', ethnicity: '05', sex: '1' },
  { name: '买买提江·艾山', ethnicity: '05', sex: '1' },
  { name: '其其格·巴图', ethnicity: '02', sex: '2' },
  { name: '叶尔兰·哈里别克', ethnicity: '17', sex: '1' },
]

/** A name that a person of that sex and year of birth could have. */
export function nameOf(random: Random, sex: '1' | '2', birthYear: number): Named {
  if (random.chance(0.0012)) {
    const { name, ethnicity } = random.pick(MINORITY.filter((one) => one.sex === sex))
    return { name, ethnicity }
  }
  const given = givenNameOf(random, sex, birthYear)
  if (random.chance(0.02)) return { name: random.weighted(HUI_SURNAMES) + given, ethnicity: '03' }
  const ethnicity = random.chance(0.002) ? random.pick(['11', '02', '10', '15']) : '01'
  return { name: random.weighted(SURNAMES) + given, ethnicity }
}

function givenNameOf(random: Random, sex: '1' | '2', birthYear: number): string {
  const pools = sex === '1' ? MEN : WOMEN
  const at = birthYear < 1970 ? 0 : birthYear < 1980 ? 1 : birthYear < 1990 ? 2 : 3
  const { first, second, single, singleShare } = pools[at] ?? random.pick(pools)
  if (random.chance(0.004))
    return random.chance(0.5) ? random.pick(RARE) : pickOf(random, first) + random.pick(RARE)
  if (random.chance(singleShare)) return pickOf(random, single)
  const head = pickOf(random, first)
  const tail = pickOf(random, second)
  return head === tail ? head : head + tail
}

function pickOf(random: Random, characters: string): string {
  return random.pick([...characters])
}

function pool(first: string, second: string, single: string, singleShare: number): Pool {
  return { first, second, single, singleShare }
}

function shares(...pairs: (string | number)[]): [string, number][] {
  const found: [string, number][] = []
  for (let at = 0; at < pairs.length; at += 2) found.push([String(pairs[at]), Number(pairs[at + 1])])
  return found
}
