/**
 * Mandarin syllables of names, by pinyin-pro, remembered per surname and per given name.
 * A prefecture has a few hundred surnames and some thousand given names, so a roster costs a table look-up a row.
 */
import { pinyin } from 'pinyin-pro'

const REMEMBERED = 20_000
const SYLLABLE = /^[a-z]+$/

/** Surnames of two characters, which are read as a whole (万俟 mo qi, 尉迟 yu chi). */
const COMPOUND_SURNAMES = new Set(
  `欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 司空 令狐 澹台 公冶 宗政 濮阳 淳于 单于
  太叔 申屠 仲孙 轩辕 钟离 闾丘 鲜于 东方 独孤 南宫 西门 东郭 百里 呼延 端木 万俟 赫连 闻人 拓跋 左丘
  梁丘 第五 谷梁 公羊 段干 东门 南门 即墨 羊舌 微生 乐正 漆雕 壤驷 公良 夹谷 宰父 亓官 巫马 纳兰 完颜`.split(
    /\s+/,
  ),
)

/** A Han character with its reading. */
export type HanReading = {
  text: string
  /** The toneless syllable, ü as v (lv); the character itself where nobody knows a reading. */
  sound: string
  /** The same with ü as u (lu), as most people type it. */
  plain: string
  known: boolean
}

const surnames = new Map<string, readonly HanReading[]>()
const givenNames = new Map<string, readonly HanReading[]>()

/**
 * The reading of each character of a stretch of Han (and nothing but Han). With `surnameFirst` its head is
 * read as a surname (单 shan, 解 xie), and the given name by itself, whatever words the two would make.
 */
export function readingsOf(han: string, surnameFirst: boolean): readonly HanReading[] {
  if (!surnameFirst) return remember(givenNames, han, 'off')
  const surname = surnameOf(han)
  const head = remember(surnames, surname, 'all')
  return surname === han ? head : [...head, ...remember(givenNames, han.slice(surname.length), 'off')]
}

function surnameOf(han: string): string {
  const compound = han.slice(0, 2)
  if (han.length > 2 && COMPOUND_SURNAMES.has(compound)) return compound
  return String.fromCodePoint(han.codePointAt(0) ?? 0)
}

function remember(
  memory: Map<string, readonly HanReading[]>,
  han: string,
  surname: 'all' | 'off',
): readonly HanReading[] {
  const remembered = memory.get(han)
  if (remembered) return remembered
  const readings = read(han, surname)
  if (memory.size >= REMEMBERED) forgetOldest(memory)
  memory.set(han, readings)
  return readings
}

function read(han: string, surname: 'all' | 'off'): readonly HanReading[] {
  const characters = [...han]
  const together = pinyin(han, { type: 'array', toneType: 'none', v: true, surname })
  // A character that the reader split or dropped would shift all others; each is then read by itself.
  const sounds =
    together.length === characters.length
      ? together
      : characters.map((one) => pinyin(one, { toneType: 'none', v: true }))
  return characters.map((text, at) => {
    const sound = sounds[at] ?? text
    return { text, sound, plain: sound.replace('v', 'u'), known: SYLLABLE.test(sound) }
  })
}

function forgetOldest(memory: Map<string, readonly HanReading[]>): void {
  for (const oldest of memory.keys()) {
    memory.delete(oldest)
    return
  }
}
