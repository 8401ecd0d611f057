/** What is stored of a name and what is typed must meet: any part of a name finds it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HAN_RANGES } from './han.ts'
import { nameKeys, type SearchQuery, searchQuery, stretchesOfNames } from './name-keys.ts'
import { checkName } from './person-name.ts'
import { madeResidentId } from './resident-id.ts'
import { formatStaffNumber } from './staff-number.ts'

/** The database's side, said once: all terms hold, a prefix one by its beginning. */
function finds(query: SearchQuery, name: string): boolean {
  if (query.kind !== 'terms') return false
  const stored = nameKeys(name).searchTerms
  return query.terms.every(({ lexeme, prefix }) =>
    stored.some((term) => (prefix ? term.startsWith(lexeme) : term === lexeme)),
  )
}

const syllablesIn = (name: string) => (nameKeys(name).sortKey.split('\u0001')[0] ?? '').split(' ')

const LEXEME = new RegExp(`^[\\p{L}\\p{M}\\p{N}${HAN_RANGES}]+$`, 'u')

const surname = fc.constantFrom('王', '李', '单', '解', '仇', '吕', '聂', '欧阳', '司马', '万俟', '曾', '张')
const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
const given = fc.array(fc.oneof(character, fc.constantFrom('绿', '略', '女', '行', '乐', '𬍛')), {
  minLength: 1,
  maxLength: 4,
})
const hanName = fc.tuple(surname, given).map(([head, rest]) => head + rest.join(''))
/** Characters whose reading the dictionary lacks stay themselves: their pinyin cannot be typed. */
const readName = hanName.filter((name) => syllablesIn(name).every((sound) => /^[a-z]+$/.test(sound)))

describe('a Chinese name is found', () => {
  test('by every contiguous part of two or more characters', () => {
    fc.assert(
      fc.property(hanName, fc.nat(), fc.nat(), (name, a, b) => {
        const characters = [...name]
        const from = a % (characters.length - 1)
        const to = from + 2 + (b % (characters.length - from - 1))
        expect(finds(searchQuery(characters.slice(from, to).join('')), name)).toBe(true)
        expect(finds(searchQuery(characters.join(' ')), name)).toBe(true)
      }),
    )
  })

  test('by the pinyin of the whole and of every suffix: joined, spaced, in capitals, or only begun', () => {
    fc.assert(
      fc.property(readName, fc.nat(), (name, at) => {
        const syllables = syllablesIn(name)
        const suffix = syllables.slice(at % syllables.length)
        for (const typed of [syllables.join(''), syllables.join(' '), suffix.join(''), suffix.join(' ')]) {
          expect(finds(searchQuery(typed), name)).toBe(true)
          expect(finds(searchQuery(typed.toUpperCase()), name)).toBe(true)
          expect(finds(searchQuery(typed.replaceAll('v', 'u')), name)).toBe(true)
          expect(finds(searchQuery(typed.slice(0, Math.ceil(typed.length / 2))), name)).toBe(true)
        }
      }),
    )
  })

  test('by its initials, and by those of the given name', () => {
    fc.assert(
      fc.property(readName, (name) => {
        const initials = syllablesIn(name).map((syllable) => syllable.charAt(0))
        expect(finds(searchQuery(initials.join('')), name)).toBe(true)
        expect(finds(searchQuery(initials.slice(1).join('')), name)).toBe(true)
      }),
    )
  })

  test.each([
    ['王', '王秀英'],
    ['秀英', '王秀英'],
    ['王 秀英', '王秀英'],
    ['Wáng Xiùyīng', '王秀英'],
    ['wang2xiu4ying1', '王秀英'],
    ['xiuying wang', '王秀英'],
    ['王xy', '王秀英'],
    ['w xiuying', '王秀英'],
    ['ＷＸＹ', '王秀英'],
    ['lǚ lì', '吕丽'],
    ['lü', '吕丽'],
    ['lv', '吕丽'],
    ['lu', '吕丽'],
    ['shantianfang', '单田芳'],
    ["xi'an", '西安'],
    ['moqi', '万俟卨'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉买买提', '阿卜杜拉·买买提'],
    ['拉·买', '阿卜杜拉·买买提'],
    ['𠮷田', '𠮷田'],
    ['𠮷', '𠮷田'],
    ['tian', '𠮷田'],
    ['smith', 'John Smith'],
    ['john', 'John Smith'],
    ['smith john', 'John Smith'],
    ['johnsmith', 'John Smith'],
    ['müller', 'Müller'],
    ['muller', 'Müller'],
    ["o'brien", "O'Brien"],
    ['obrien', "O'Brien"],
  ])('%j finds %s', (typed, name) => {
    expect(finds(searchQuery(typed), name)).toBe(true)
  })

  test.each([
    ['王英', '王秀英'],
    ['英秀', '王秀英'],
    ['wangying', '王秀英'],
    ['li', '王秀英'],
    ['shantianfang', '王秀英'],
  ])('%j does not find %s', (typed, name) => {
    expect(finds(searchQuery(typed), name)).toBe(false)
  })
})

describe('what is typed', () => {
  test.each(['', '  　', '%', "'; --", '😀', '·', '*:&|', '\u0301'])('%j asks nothing', (typed) => {
    expect(searchQuery(typed)).toEqual({ kind: 'empty' })
  })

  test('a staff number of ours is read in its one spelling', () => {
    const value = formatStaffNumber(42)
    expect(searchQuery(` ${value.toLowerCase()} `)).toEqual({ kind: 'staffNumber', value })
  })

  test.each(['7', '20130045', '00123', 'JS-0012', 'A1001', 'T123456789'])(
    '%s is a number as it stands',
    (typed) => {
      expect(searchQuery(typed)).toEqual({ kind: 'staffNumber', value: typed })
    },
  )

  test('a valid resident number becomes the one of 18, a wrong one is only a number', () => {
    const value = madeResidentId('1985-07-01', 12)
    expect(searchQuery(`${value.slice(0, 6)} ${value.slice(6).toLowerCase()}`)).toEqual({
      kind: 'residentId',
      value,
    })
    expect(searchQuery('110105194912310021')).toEqual({ kind: 'staffNumber', value: '110105194912310021' })
  })

  test('never becomes a lexeme that would need quoting, nor an unbounded query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        const query = searchQuery(typed)
        if (query.kind !== 'terms') return
        expect(query.terms.length).toBeLessThanOrEqual(100)
        for (const { lexeme } of query.terms) expect(lexeme).toMatch(LEXEME)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the keys', () => {
  test('of one name are always the same, and of two names differ', () => {
    fc.assert(
      fc.property(hanName, hanName, (a, b) => {
        expect(nameKeys(a)).toEqual(nameKeys(a))
        expect(nameKeys(a).sortKey === nameKeys(b).sortKey).toBe(a === b)
      }),
    )
  })

  test('hold each term once, in lower case, of letters and digits only, for every name that is accepted', () => {
    fc.assert(
      fc.property(fc.oneof(hanName, fc.string({ unit: 'grapheme', maxLength: 30 })), (typed) => {
        const checked = checkName(typed)
        fc.pre(checked.ok)
        const { searchTerms } = nameKeys(checked.ok ? checked.name : '')
        expect(new Set(searchTerms).size).toBe(searchTerms.length)
        for (const term of searchTerms) expect(term).toMatch(LEXEME)
      }),
    )
  })

  test('sort by pinyin, a shorter name before a longer one of the same beginning', () => {
    const names = ['张伟', '王秀英', '王秀', '单田芳', '李娜', '王芳', 'Adams']
    const sorted = names.toSorted((a, b) => (nameKeys(a).sortKey < nameKeys(b).sortKey ? -1 : 1))
    expect(sorted).toEqual(['Adams', '李娜', '单田芳', '王芳', '王秀', '王秀英', '张伟'])
  })

  test('of a common name are few', () => {
    expect(nameKeys('王秀英')).toEqual({
      sortKey: 'wang xiu ying\u0001王秀英',
      searchTerms: ['王', '王秀', '秀英', '王秀英', 'ying', 'xiuying', 'wangxiuying', 'xy', 'wxy'],
    })
  })
})

describe('the stretches of names that begin as typed', () => {
  const within = (typed: string, name: string) => {
    const { sortKey } = nameKeys(name)
    return stretchesOfNames(typed)?.ranges.some(({ from, to }) => from <= sortKey && sortKey < to)
  }

  test.each([
    ['王', '王秀英', true],
    ['王', '王', true],
    ['王', '汪洋', true],
    ['王', '李旺', false],
    ['习', '夏天', false],
    ['单', '单雪', true],
    ['wang', '王秀英', true],
    ['Wang', '汪洋', true],
    ['w', '吴望', true],
    ['wang', '吴望', false],
    ['wang', 'Wang Lei', true],
    ['zh', '张伟', true],
    ['wl', '王丽', true],
    ['wl', '李文丽', false],
    ['wl', '王文丽', false],
    ['wl', '汪', false],
    ['wly', '王丽英', true],
  ])('%s, %s: %s', (typed, name, answer) => expect(within(typed, name)).toBe(answer))

  test.each(['', '王秀', 'wang xiu', 'T000000017', '123', '%'])('%j is nowhere in that order', (typed) => {
    expect(stretchesOfNames(typed)).toBeNull()
  })

  test('the search finds everybody in them, where they are said to be whole', () => {
    fc.assert(
      fc.property(readName, fc.nat(), fc.boolean(), (name, at, initialsOnly) => {
        const sounds = syllablesIn(name)
        const typed = initialsOnly
          ? sounds.map((sound) => sound.charAt(0)).join('')
          : (sounds[0] ?? '').slice(0, 1 + (at % 6))
        if (within(typed, name) && stretchesOfNames(typed)?.isWhole)
          expect(finds(searchQuery(typed), name)).toBe(true)
      }),
    )
  })

  test('whoever has these first two initials stands in one of them; they follow each other and never overlap', () => {
    fc.assert(
      fc.property(readName, (name) => {
        const [first = '', second = ''] = syllablesIn(name).map((sound) => sound.charAt(0))
        fc.pre(!/[aeiouv]/.test(first + second) && !/^[zcs]h$/.test(first + second))
        expect(within(first + second, name)).toBe(true)
        const edges = stretchesOfNames(first + second)?.ranges.flatMap(({ from, to }) => [from, to]) ?? []
        expect(edges.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(edges)
      }),
    )
  })
})
