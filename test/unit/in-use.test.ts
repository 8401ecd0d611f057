/** What is declared is used by the product: models of the database, settings, actions. A test is no use. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { rooms } from '#app/composition/register.server.ts'
import { type ServerKey, translator } from '#app/platform/i18n/translate.ts'

const root = path.resolve(import.meta.dirname, '../..')

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => name.test(file) && !/\.test\.|generated/.test(file))
}
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')

const product = [...filesIn('app', /\.tsx?$/), ...filesIn('prisma', /\.ts$/)]
const code = product.map(textOf).join('\n')

/** Models as the client calls them, and their tables as SQL does. */
function modelsOf(schema: string): { model: string; table: string }[] {
  return [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({
    model: name.charAt(0).toLowerCase() + name.slice(1),
    table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
  }))
}
const models = filesIn('prisma/models', /\.prisma$/).flatMap((file) => modelsOf(textOf(file)))
/** Tables that a library writes and reads by itself. */
const ofLibraries = ['rateLimiterFlexible']
const isUsed = ({ model, table }: { model: string; table: string }) =>
  ofLibraries.includes(model) ||
  new RegExp(`\\.${model}\\b|\\b(from|join|into|update|table) ${table}\\b`).test(code)

describe('what is declared is used', () => {
  test('every model', () => {
    expect(models.length).toBeGreaterThan(40)
    expect(models.filter((one) => !isUsed(one)).map(({ model }) => model)).toEqual([])
  })

  test('every setting is asked for by some rule', () => {
    const keys = rooms().flatMap(({ settings }) => Object.keys(settings?.definitions ?? {}))
    const declares = (file: string) => /(policies\.ts|words\/|messages)/.test(file)
    const rules = product.filter((file) => !declares(file)).map(textOf)
    expect(keys.length).toBeGreaterThan(10)
    expect(keys.filter((key) => !rules.some((text) => text.includes(`'${key}'`)))).toEqual([])
  })

  test('every setting has a name in both languages', () => {
    const keys = rooms().flatMap(({ settings }) => Object.keys(settings?.definitions ?? {}))
    for (const locale of ['zh-CN', 'en'] as const) {
      const t = translator(locale)
      const nameless = keys.filter((key) => {
        const word = key.replace('.', '.policy.')
        return t(word as ServerKey) === word
      })
      expect(nameless).toEqual([])
    }
  })

  test('every action is asked for by some page or rule', () => {
    const actions = rooms().flatMap((room) => Object.keys(room.actions ?? {}))
    const asking = product.filter((file) => !/\/(actions|routes|module)\.ts$/.test(file)).map(textOf)
    expect(actions.length).toBeGreaterThan(10)
    expect(actions.filter((action) => !asking.some((text) => text.includes(`'${action}'`)))).toEqual([])
  })
})
