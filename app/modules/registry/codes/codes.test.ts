/** Laws of every code list, and the words rosters use for what the lists mean. */
import { describe, expect, test } from 'vitest'
import {
  ACTIVE_STATUSES,
  CODE_LISTS,
  type CodeList,
  type CodeListName,
  codeEntry,
  codeLabel,
  ETHNICITIES,
  isCodeOf,
  matchCode,
  matchKeysOf,
  POST_LEVELS,
  SCHOOL_KINDS,
  TITLE_LEVELS,
} from './index.ts'

const lists: [string, CodeList][] = Object.entries(CODE_LISTS)

describe.each(lists)('the list %s', (_, list) => {
  test('has each code once, as a national code or a snake_case word', () => {
    const codes = list.map((entry) => entry.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^(\d{1,3}|[A-Z]|[a-z][a-z0-9]*(_[a-z0-9]+)*)$/)
  })

  test('has words in both languages, none twice', () => {
    for (const words of [list.map((entry) => entry.zh), list.map((entry) => entry.en)]) {
      expect(words.every((word) => word.trim() !== '' && word === word.trim())).toBe(true)
      expect(new Set(words).size).toBe(words.length)
    }
  })

  test('matches code, words and aliases to their own entry and to no other', () => {
    const owners = new Map<string, string>()
    for (const entry of list) {
      for (const key of matchKeysOf(entry)) {
        expect(owners.get(key) ?? entry.code, `${key} means two things`).toBe(entry.code)
        owners.set(key, entry.code)
      }
      for (const text of [entry.code, entry.zh, entry.en, ...(entry.aliases ?? [])]) {
        expect(matchCode(list, text)).toBe(entry.code)
        expect(matchCode(list, ` ${text.toUpperCase()}　`)).toBe(entry.code)
      }
      expect(matchCode(list, codeLabel(list, entry.code, 'zh-CN'))).toBe(entry.code)
      expect(matchCode(list, codeLabel(list, entry.code, 'en'))).toBe(entry.code)
    }
  })

  test('knows nothing of what it does not hold', () => {
    expect(matchCode(list, '火星')).toBeNull()
    expect(matchCode(list, '')).toBeNull()
    expect(isCodeOf(list, 'toString')).toBe(false)
    expect(codeLabel(list, 'not_yet_known', 'en')).toBe('not_yet_known')
    expect(() => codeEntry(list, 'not_yet_known')).toThrow(RangeError)
  })
})

test.each<[CodeListName, string, string]>([
  ['sex', '女性', '2'],
  ['sex', '２', '2'],
  ['stage', '初级中学', 'junior'],
  ['schoolKind', '初级中学', '311'],
  ['schoolKind', '九年一贯制', '312'],
  ['titleLevel', '小教高级', 'level_1'],
  ['titleLevel', '小学高级教师', 'level_1'],
  ['titleLevel', '中学高级教师', 'senior'],
  ['titleLevel', '中学一级教师', 'level_1'],
  ['titleLevel', '正高级', 'full_senior'],
  ['ethnicity', '汉', '01'],
  ['ethnicity', '1', '01'],
  ['politicalStatus', '1', '01'],
  ['politicalStatus', '党员', '01'],
  ['postLevel', '专业技术七级', 'professional_7'],
  ['staffStatus', '在职', 'in_post'],
  ['degree', "Master's degree", '3'],
  ['educationLevel', "Bachelor's (Baccalaureate) degree", '21'],
  ['placeType', '城乡结合部', '112'],
  ['orgKind', 'District', 'school_district'],
])('in the list %s, %j means %s', (name, text, code) => {
  expect(matchCode(CODE_LISTS[name], text)).toBe(code)
})

test('there are 56 nationalities, numbered without a gap', () => {
  const numbered = ETHNICITIES.filter((entry) => Number(entry.code) <= 56)
  expect(numbered.map((entry) => Number(entry.code))).toEqual(Array.from({ length: 56 }, (_, at) => at + 1))
})

test('the title levels cover the 13 professional grades, each once, highest title on top', () => {
  const grades = TITLE_LEVELS.toReversed().flatMap(({ grades }) =>
    grades ? Array.from({ length: grades[1] - grades[0] + 1 }, (_, at) => grades[0] + at) : [],
  )
  expect(grades).toEqual(Array.from({ length: 13 }, (_, at) => at + 1))
  expect(TITLE_LEVELS.map((entry) => entry.rank)).toEqual([0, 1, 2, 3, 4, 5])
})

test('every grade belongs to some category', () => {
  expect(POST_LEVELS.every((level) => level.categories.length > 0)).toBe(true)
})

test('who is retired, gone or dead is not in service; who is away on leave is', () => {
  expect(ACTIVE_STATUSES).toContain('maternity_leave')
  for (const gone of ['retired', 'left', 'deceased'] as const) expect(ACTIVE_STATUSES).not.toContain(gone)
})

test('a school of nine years covers both stages of compulsory education', () => {
  expect(codeEntry(SCHOOL_KINDS, '312').stages).toEqual(['primary', 'junior'])
})
