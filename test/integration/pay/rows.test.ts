/** The people behind a county's figure: their months are the figure's, and nobody beyond the county sees them. */
import { expect } from 'vitest'
import { canReadRows } from '#app/modules/pay/access.ts'
import { listRows, type PaidRow, streamRows } from '#app/modules/pay/rows/rows.queries.server.ts'
import { buildSlip } from '#test/factories/pay.ts'
import {
  actorWith,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

test('months of the rows are those of the figure, page by page', async ({ db }) => {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const school = await buildSchool(db, { parentId: county.id })
  const closed = await buildSchool(db, { parentId: county.id, isPublic: false })
  for (let at = 0; at < 57; at++) {
    const orgId = at % 19 === 0 ? closed.id : school.id
    const { id: personId } = await buildPerson(db, { appointment: { workOrgId: orgId } })
    for (let month = 1; month <= 1 + (at % 3); month++)
      await buildSlip(db, { personId, orgId, month, yuan: 6_000 })
  }
  const filter = { countyId: county.id, year: 2025, kind: null }
  const all: PaidRow[] = []
  for await (const rows of streamRows(db, filter)) all.push(...rows)
  const { _sum } = await db.payHeads.aggregate({
    where: { countyId: county.id, dimension: 'year' },
    _sum: { months: true },
  })
  expect(all.reduce((sum, { months }) => sum + months, 0)).toBe(_sum.months)
  expect(all).toHaveLength(57)
  expect(all.filter(({ why }) => why.length > 0)).toHaveLength(3)
  expect(new Set(all.flatMap(({ why }) => why))).toEqual(new Set(['public']))

  const first = await listRows(db, filter, null)
  const second = await listRows(db, filter, first.next)
  const back = await listRows(db, filter, second.previous)
  expect([...first.rows, ...second.rows]).toEqual(all)
  expect(back.rows).toEqual(first.rows)
  const left = await listRows(db, { ...filter, kind: 'left_out' }, null)
  expect(left.rows.map(({ leftOut }) => leftOut)).toEqual(
    all.filter(({ leftOut }) => leftOut > 0).map(({ leftOut }) => leftOut),
  )

  const counted = (actor: Parameters<typeof canReadRows>[0]) => canReadRows(actor, county)
  expect(counted(await actorWith(db, 'registrar', county.id))).toBe(true)
  expect(counted(await actorWith(db, 'registrar', prefecture.id))).toBe(false)
  expect(counted(await actorWith(db, 'school_office', school.id))).toBe(false)
  expect(counted(await actorWith(db, 'leader', county.id))).toBe(false)
})
