/** Platform knows no module: neither its name nor an address of its pages stands there. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { modules } from '#app/composition/modules.ts'
import { rooms } from '#app/composition/register.server.ts'

const app = path.resolve(import.meta.dirname, '../../app')

const moduleNames = readdirSync(path.join(app, 'modules'))

/** First parts of the addresses of modules' pages: what their routes folders are called. */
const addresses = modules
  .filter(({ name }) => moduleNames.includes(name))
  .flatMap(({ routes = {} }) => Object.keys(routes).map((id) => /_app\+\/(\w+)\+/.exec(id)?.[1] ?? ''))
  .filter((first) => first !== '' && first !== 'me')
const folders = [...new Set(addresses)]

/** What a file says outside its comments: names and texts. */
function wordsOf(text: string): string[] {
  const source = ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX)
  const words: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))
      words.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return words
}

function breaches(text: string): string[] {
  const named = new RegExp(`\\b(${moduleNames.join('|')})\\b`, 'i')
  const addressed = new RegExp(`^/(${folders.join('|')})(/|\\?|#|$)|modules/`)
  return wordsOf(text).filter((word) => named.test(word) || addressed.test(word))
}

const files = readdirSync(path.join(app, 'platform'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.|generated/.test(file),
)

describe('platform', () => {
  test('the modules are known here, and their addresses', () => {
    expect(rooms().length).toBeGreaterThan(moduleNames.length)
    expect(folders).toEqual(expect.arrayContaining(['staff', 'organisations', 'exchange']))
    expect(files.length).toBeGreaterThan(100)
  })

  test.each([
    "const href = '/staff/new'",
    'const href = `/exchange/new`',
    "import { it } from '#app/modules/pay/it.ts'",
    'const exchange = 1',
    "t('registry.room')",
  ])('%j would be found', (text) => {
    expect(breaches(text).length).toBeGreaterThan(0)
  })

  test.each(files)('%s names none', (file) => {
    expect(breaches(readFileSync(path.join(app, 'platform', file), 'utf8'))).toEqual([])
  })
})
