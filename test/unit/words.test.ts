/** What both languages say, compared key by key; and that no page has words of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { cliEn } from '#app/cli/messages.en.ts'
import { cliZhCN } from '#app/cli/messages.zh-CN.ts'
import { rooms } from '#app/composition/register.server.ts'

const catalogues = [...rooms().map(({ words }) => words), { 'zh-CN': cliZhCN, en: cliEn }]
const chinese: Record<string, string> = Object.assign({}, ...catalogues.map((words) => words['zh-CN']))
const english: Record<string, string> = Object.assign({}, ...catalogues.map((words) => words.en))
const keys = Object.keys(chinese)

const namesIn = (text = '') => [...new Set([...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name))].sort()
const withKey = (wrong: (key: string) => boolean) => keys.filter(wrong)

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(english).sort()).toEqual([...keys].sort())
  })

  test('stand in one catalogue each: no room speaks over another', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const all = catalogues.flatMap((words) => Object.keys(words[locale]))
      expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
    }
  })

  test('take the same values; only the form for one may leave its count out', () => {
    const differing = withKey((key) => {
      const [zh, en] = [chinese[key], english[key]].map((text) =>
        namesIn(text).filter((name) => !(key.endsWith('_one') && name === 'count')),
      )
      return JSON.stringify(zh) !== JSON.stringify(en)
    })
    expect(differing).toEqual([])
  })

  test('mark values in the one way that is understood', () => {
    const odd = (text = '') => /[{}]/.test(text.replace(/{{\w+}}/g, ''))
    expect(withKey((key) => odd(chinese[key]) || odd(english[key]))).toEqual([])
  })

  test('say something, calmly', () => {
    const loud = (text = '') => text.trim() === '' || /[!！\p{Extended_Pictographic}]/u.test(text)
    expect(withKey((key) => loud(chinese[key]) || loud(english[key]))).toEqual([])
  })

  test('are what they say they are', () => {
    const han = /\p{Script=Han}/u
    // A Chinese term stands in brackets beside its translation; our own name, the other language's and examples stand alone.
    const meant = ['app.full_name', 'app.other_language', 'orgs.filter_q_hint', 'staff.hint_awarded_as']
    const mixed = withKey((key) => han.test((english[key] ?? '').replace(/[（(][^）)]*[）)]/g, '')))
    expect(mixed.sort()).toEqual(meant)
    const untranslated = withKey(
      (key) => chinese[key] === english[key] && /[a-z]{4,} [a-z]{3,}/i.test(chinese[key] ?? ''),
    )
    expect(untranslated).toEqual([])
  })
})

const root = path.resolve(import.meta.dirname, '../..')

/** Texts in a component's code, comments left out. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false)
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node))
      texts.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return texts
}

describe('components', () => {
  const files = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => path.join('app', file))

  test('there are some', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  test.each(files)('%s has no Chinese of its own', (file) => {
    expect(textsIn(path.join(root, file)).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
  })
})
