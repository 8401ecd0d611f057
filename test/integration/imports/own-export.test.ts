/** A list of ours, imported again, changes nothing; one cell of it that was edited is exactly that change. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { seedDemo } from '#prisma/seed/seed.server.ts'
import { actorWith } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { exportedRoster, suggestedFor, workbookOf } from './own-lists.ts'
import { checked, shown, uploadOf } from './steps.ts'

/** Columns of the export that an edit may be made in, with values of theirs that mean different things. */
const edits = {
  任教学科: ['语文', '数学', '英语', '物理', '音乐'],
  职称: ['正高级教师', '高级教师', '一级教师', '二级教师'],
  最高学历: ['本科', '专科', '硕士研究生'],
  校内职务: ['教研组长', '年级主任'],
  荣誉称号: ['市级骨干教师', '省级教学能手', '县级学科带头人、市级骨干教师'],
} as const

test('the roster of a whole prefecture', { timeout: 300_000 }, async ({ db }) => {
  await seedDemo(await database(), { staffCount: 1_200, today: today() })
  const root = await db.organisation.findFirstOrThrow({ where: { parentId: null } })
  const actor = await actorWith(db, 'registrar', root.id)
  const own = await exportedRoster(db, actor)
  const bytes = await workbookOf(own)
  const suggested = await suggestedFor(db, actor, bytes, root.id)
  // What an export tells of honours is all of them.
  const profile = { ...suggested, options: { ...suggested.options, ticked: ['honoursComplete'] } }
  const check = (content: Uint8Array) =>
    checked(db, actor, uploadOf(content, root.id, { asOf: today(), name: 'own.xlsx' }), profile)
  const same = await check(bytes)
  expect(same.counts).toMatchObject({ rows: own.rows.length, unchanged: own.rows.length })

  const headings = own.columns.map(({ heading }) => heading)
  // Of whom has left, or has a newer appointment, a file tells no post of today: those rows are other laws.
  const settled = await settledToday(db)
  const editable = own.rows.flatMap((cells, index) => (settled.has(cells[0]) ? [index] : []))
  expect(editable.length).toBeGreaterThan(1_000)
  const anEdit = fc.record({
    row: fc.constantFrom(...editable),
    column: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
    value: fc.nat(9),
  })
  await fc.assert(
    fc.asyncProperty(anEdit, async ({ row, column, value }) => {
      const at = headings.indexOf(column)
      const others = edits[column].filter((one: string) => one !== own.rows[row]?.[at])
      const rows = own.rows.map((cells, index) =>
        index === row ? cells.with(at, others[value % others.length] ?? null) : cells,
      )
      const batch = await check(await workbookOf({ ...own, rows }))
      expect(batch.counts).toMatchObject({ changed: 1, unchanged: rows.length - 1 })
      const { items } = await shown(db, actor, batch.id, { outcome: 'changed' })
      expect(items.map(({ rowNumber, changes }) => [rowNumber, changes.map((one) => one.field)])).toEqual([
        [row + 2, [column]],
      ])
    }),
    { numRuns: 8 },
  )
})

/** Staff numbers of those who have a post today and whose posts and titles run on as they are. */
async function settledToday(db: PrismaClient): Promise<Set<unknown>> {
  const day = new Date(`${today()}T00:00:00Z`)
  const people = await db.person.findMany({
    where: {
      appointments: {
        some: { isMain: true, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
        none: { validFrom: { gt: day } },
      },
      titles: { none: { validFrom: { gt: day } } },
    },
    select: { staffNumber: true },
  })
  return new Set(people.map(({ staffNumber }) => staffNumber))
}
