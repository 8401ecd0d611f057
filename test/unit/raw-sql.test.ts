/** SQL is never put together from strings: what would allow it occurs nowhere in the application. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { sqlName } from '#app/platform/database/sql-name.server.ts'

const root = path.resolve(import.meta.dirname, '../..')

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|database\/generated\//.test(file))
}

const files = [...sources('app'), ...sources('prisma')]
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')
const thatHave = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)))

/** A file that has to do with Prisma, and says `raw` outside its comments. */
function passesRaw(text: string): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
  return /generated\/client|@prisma\//.test(code) && /\braw\b/.test(code)
}
const thatPassRaw = (among: readonly string[]) => among.filter((file) => passesRaw(textOf(file)))

describe('no SQL of strings', () => {
  test('the sources are looked at', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(thatHave(/\$queryRaw`/).length).toBeGreaterThan(3)
  })

  test('by the doors that Prisma calls unsafe', () => {
    expect(thatHave(/\b(queryRaw|executeRaw)Unsafe\b|\bqueryRawTyped\b/)).toEqual([])
  })

  test('by raw text, however it is taken out of Prisma: one door, which lets through names only', () => {
    expect(thatPassRaw(files)).toEqual(['app/platform/database/sql-name.server.ts'])
  })

  test.each([
    "import { Prisma } from './generated/client.ts'\nPrisma.raw(text)",
    "import { Prisma } from './generated/client.ts'\nconst { sql, raw } = Prisma",
    "import { Prisma } from './generated/client.ts'\nPrisma['raw'](text)",
    "import { raw as plain } from '@prisma/client/runtime/client'",
  ])('which is found in %j', (text) => {
    expect(passesRaw(text)).toBe(true)
  })

  test.each(['name', 'e.birth_date'])('%j is a name', (name) => {
    expect(sqlName(name).sql).toBe(name)
  })

  test.each(['', 'a b', "x'", 'a.b.c', 'Person', 'x;', 'x--', '1'])('%j is none', (text) => {
    expect(() => sqlName(text)).toThrow(RangeError)
  })

  test('by calling a tag as a function', () => {
    expect(thatHave(/\$(queryRaw|executeRaw)(<[^(`]*>)?\(\s*[`'"]|\bPrisma\.sql\(/)).toEqual([])
  })

  test('beside Prisma: the drivers are called with constants, and only where bulk and migrations need them', () => {
    const calls = files.flatMap((file) =>
      [
        ...textOf(file).matchAll(/\b(?:executeSql|exec|query)\(\s*(`[^`]*\$\{|'[^']*'\s*\+|"[^"]*"\s*\+)/g),
      ].map(() => file),
    )
    // COPY takes no parameters: table and columns are the program's own names.
    expect([...new Set(calls)].sort()).toEqual(['app/platform/database/client.server.ts'])
  })
})
