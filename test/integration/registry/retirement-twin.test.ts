/** The retirement line is told once: rule and SQL agree on every post, category, sex and boundary day. */
import { describe, expect } from 'vitest'
import { POST_CATEGORIES } from '#app/modules/registry/codes/posts.ts'
import { STAFF_CATEGORIES } from '#app/modules/registry/codes/staff.ts'
import { bornIn, retirementCategory, retirementLine } from '#app/modules/registry/retirement.sql.server.ts'
import { categoryOf, RETIREMENT_LINES, retirementFor } from '#app/modules/registry/retirement.ts'
import { bornToRetire } from '#app/modules/registry/retiring.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, addYears } from '#app/platform/dates.ts'
import { test } from '#test/harness/db.ts'

type Entry = { sex: string; post: string | null; staff: string | null; born: string | null }

const codes = (list: readonly { code: string }[]) => [...list.map(({ code }) => code), null]
const posts = codes(POST_CATEGORIES)
const staffs = codes(STAFF_CATEGORIES)
const sexes = ['0', '1', '2', '9']

/** Made rows of a roster, as `entry`. */
const rosterOf = (entries: readonly Entry[]) => Prisma.sql`
  (select no, sex, post_category, staff_category, birth_date from json_to_recordset(${JSON.stringify(
    entries.map((one, no) => ({
      ...{ no, sex: one.sex, post_category: one.post, staff_category: one.staff, birth_date: one.born },
    })),
  )}::json) as made(no int, sex text, post_category text, staff_category text, birth_date date)) entry`

const factsOf = ({ sex, post, staff, born }: Entry) => {
  const category = categoryOf({ postCategory: post, staffCategory: staff })
  return { sex, birthDate: born, category }
}

describe('the retirement line', () => {
  test('category and line are the same in SQL for every post, staff category and sex', async ({ db }) => {
    const entries = sexes.flatMap((sex) =>
      posts.flatMap((post) => staffs.map((staff): Entry => ({ sex, post, staff, born: null }))),
    )
    const told = await db.$queryRaw<{ category: string; line: number | null }[]>`
      select ${retirementCategory('entry')} as category, ${retirementLine('entry')} as line
      from ${rosterOf(entries)} order by no`
    const wanted = entries.map((one) => {
      const { sex, category } = factsOf(one)
      const at = RETIREMENT_LINES.findIndex((line) => line.sex === sex && line.category === category)
      return { category, line: at < 0 ? null : at + 1 }
    })
    expect(told).toEqual(wanted)
    expect(new Set(wanted.map(({ line }) => line)).size).toBe(RETIREMENT_LINES.length + 1)
  })

  test.for(['2024-12-31', '2025-01-01', '2026-11-27', '2029-09-01', '2040-03-01'])(
    'who retires in the quarter from %s, to the day',
    async (from, { db }) => {
      const before = addDays(from, 90)
      const ranges = bornToRetire(from, before)
      const edges = [
        ...new Set(
          ranges.flatMap(({ bornFrom, bornBefore }) =>
            [bornFrom, bornBefore].flatMap((day) => [-1, 0, 1].map((by) => addDays(day, by))),
          ),
        ),
      ]
      const entries = sexes.flatMap((sex) =>
        [...posts, null].flatMap((post) =>
          staffs.flatMap((staff) =>
            [...edges, addYears(from, -61), null].map((born): Entry => ({ sex, post, staff, born })),
          ),
        ),
      )
      const within = Prisma.join(
        ranges.map((range) => bornIn('entry', range)),
        ' or ',
      )
      const told = await db.$queryRaw<{ no: number }[]>`
        select no from ${rosterOf(entries)} where ${within} order by no`
      const wanted = entries.flatMap((one, no) => {
        const on = retirementFor(factsOf(one))?.date
        return on !== undefined && from <= on && on < before ? [no] : []
      })
      expect(wanted.length).toBeGreaterThan(20)
      expect(told.map(({ no }) => no)).toEqual(wanted)
    },
  )
})
