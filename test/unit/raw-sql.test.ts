/** SQL is never put together from strings: what would allow it occurs nowhere in the application. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|database\/generated\//.test(file))
}

const files = [...sources('app'), ...sources('prisma')]
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')
const thatHave = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)))

describe('no SQL of strings', () => {
  test('the sources are looked at', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(thatHave(/\$queryRaw`/).length).toBeGreaterThan(3)
  })

  test('by the doors that Prisma calls unsafe', () => {
    expect(thatHave(/\b(queryRaw|executeRaw)Unsafe\b|\bPrisma\.raw\b|\bqueryRawTyped\b/)).toEqual([])
  })

  test('by calling a tag as a function', () => {
    expect(thatHave(/\$(queryRaw|executeRaw)(<[^(`]*>)?\(\s*[`'"]|\bPrisma\.sql\(/)).toEqual([])
  })

  test('beside Prisma: the drivers are called with constants, and only where bulk and migrations need them', () => {
    const calls = files.flatMap((file) =>
      [
        ...textOf(file).matchAll(/\.(?:executeSql|exec|query)\(\s*(`[^`]*\$\{|'[^']*'\s*\+|"[^"]*"\s*\+)/g),
      ].map(() => file),
    )
    // COPY takes no parameters: table and columns are the program's own names.
    expect([...new Set(calls)].sort()).toEqual(['app/platform/database/client.server.ts'])
  })
})
