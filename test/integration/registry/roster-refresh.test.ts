/** The roster is what a plain day-by-day reading of the periods gives, for any history. */
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { refreshRoster, refreshRosterOf } from '#app/modules/registry/roster.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import {
  buildAppointment,
  buildCounty,
  buildHonour,
  buildPerson,
  buildSchool,
  buildStatus,
  buildTitle,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'

const firstDay = '2020-01-01'
const lastDay = 60
const dayAt = (offset: number) => addDays(firstDay, offset)

/** A period by day numbers; `to` null is open. */
type Span<Value> = { from: number; to: number | null; value: Value }
type Post = { org: number; subject: string; endReason: string | null }
type History = {
  posts: Span<Post>[]
  statuses: Span<string>[]
  titles: Span<string>[]
  backbone: Span<string>[]
  expert: Span<string>[]
}

/** Periods one after another, some adjacent, some with gaps, the last one perhaps open. */
function spans<Value>(value: fc.Arbitrary<Value>, most: number): fc.Arbitrary<Span<Value>[]> {
  const piece = fc.record({
    gap: fc.constantFrom(0, 0, 3, 8),
    length: fc.integer({ min: 1, max: 12 }),
    value,
  })
  return fc
    .record({ pieces: fc.array(piece, { maxLength: most }), isOpen: fc.boolean() })
    .map(({ pieces, isOpen }) => {
      let day = 0
      return pieces.map((one, at) => {
        const from = day + one.gap
        day = from + one.length
        return { from, to: isOpen && at === pieces.length - 1 ? null : day, value: one.value }
      })
    })
}

const post: fc.Arbitrary<Post> = fc.record({
  org: fc.nat({ max: 2 }),
  subject: fc.constantFrom('chinese', 'music'),
  endReason: fc.constantFrom(null, 'retired', 'deceased', 'resigned'),
})
const histories: fc.Arbitrary<History> = fc.record({
  posts: spans(post, 5),
  statuses: spans(fc.constantFrom('sick_leave', 'retired'), 3),
  titles: spans(fc.constantFrom('level_1', 'senior'), 3),
  backbone: spans(fc.constant('backbone_county'), 3),
  expert: spans(fc.constant('teaching_expert_city'), 3),
})

const holds = (span: Span<unknown>, day: number) => span.from <= day && (span.to === null || day < span.to)
const at = <Value>(all: Span<Value>[], day: number) => all.find((span) => holds(span, day))?.value

/** What the list shows of the person on the day; null before the first post. */
function shownOn(history: History, orgs: string[], day: number) {
  const held = history.posts.filter((span) => span.from <= day).at(-1)
  if (!held) return null
  const runs = holds(held, day)
  const ended = ['retired', 'deceased'].find((reason) => reason === held.value.endReason) ?? 'left'
  return {
    orgId: orgs[held.value.org],
    establishmentOrgId: runs ? orgs[held.value.org] : null,
    subject: held.value.subject,
    orgSince: dayAt(startOfStay(history.posts, held)),
    status: at(history.statuses, day) ?? (runs ? 'in_post' : ended),
    titleLevel: at(history.titles, day) ?? null,
    honours: [at(history.backbone, day), at(history.expert, day)].filter((one) => one !== undefined),
  }
}

function startOfStay(posts: Span<Post>[], held: Span<Post>): number {
  const before = posts.find((one) => one.to === held.from && one.value.org === held.value.org)
  return before ? startOfStay(posts, before) : held.from
}

async function write(db: Db, personId: string, orgs: string[], history: History) {
  const dated = (span: Span<unknown>) => ({
    id: newId(),
    personId,
    validFrom: toDbDate(dayAt(span.from)),
    validTo: span.to === null ? null : toDbDate(dayAt(span.to)),
  })
  await db.appointment.createMany({
    data: history.posts.map((span) => ({
      ...dated(span),
      workOrgId: orgs[span.value.org] ?? '',
      establishmentOrgId: orgs[span.value.org] ?? '',
      subject: span.value.subject,
      startReason: 'hired',
      endReason: span.to === null ? null : span.value.endReason,
    })),
  })
  await db.statusPeriod.createMany({
    data: history.statuses.map((span) => ({ ...dated(span), status: span.value })),
  })
  await db.titlePeriod.createMany({
    data: history.titles.map((span) => ({ ...dated(span), titleLevel: span.value })),
  })
  await db.honourPeriod.createMany({
    data: [...history.backbone, ...history.expert].map((span) => ({ ...dated(span), honour: span.value })),
  })
}

async function clear(db: Db, personId: string) {
  await db.appointment.deleteMany({ where: { personId } })
  await db.statusPeriod.deleteMany({ where: { personId } })
  await db.titlePeriod.deleteMany({ where: { personId } })
  await db.honourPeriod.deleteMany({ where: { personId } })
}

describe('refreshRoster', () => {
  test('gives each day what a day-by-day reading gives', { timeout: 60_000 }, async ({ db }) => {
    const county = await buildCounty(db)
    const schools = [0, 1, 2].map(() => buildSchool(db, { parentId: county.id }))
    const orgs = (await Promise.all(schools)).map((one) => one.id)
    const { id: personId } = await buildPerson(db, { appointment: null })
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await clear(db, personId)
        await write(db, personId, orgs, history)
        await refreshRosterOf(db, [personId])
        const rows = await db.rosterEntry.findMany({ where: { personId }, orderBy: { validFrom: 'asc' } })
        for (let day = 0; day <= lastDay; day++) {
          const found = rows.filter(
            (row) => row.validFrom <= toDbDate(dayAt(day)) && row.validTo > toDbDate(dayAt(day)),
          )
          const [row] = found
          expect(found.length).toBeLessThanOrEqual(1)
          expect(row ? shownIn(row) : null).toEqual(shownOn(history, orgs, day))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is the same whoever is rebuilt: one by one, all at once, or again', async ({ db }) => {
    const county = await buildCounty(db)
    for (let i = 0; i < 5; i++) {
      const school = await buildSchool(db, { parentId: county.id })
      const { id: personId } = await buildPerson(db, {
        appointment: { workOrgId: school.id, validTo: '2021-09-01' },
      })
      await buildAppointment(db, { personId, validFrom: '2021-09-01' })
      await buildTitle(db, { personId, validFrom: '2018-09-01' })
      await buildHonour(db, { personId, validFrom: '2019-09-01', validTo: '2022-09-01' })
      await buildStatus(db, { personId, validFrom: '2023-03-01', validTo: '2023-06-01' })
      await refreshRosterOf(db, [personId])
    }
    const read = () =>
      db.$queryRaw`select to_jsonb(r) as row from roster_entry r order by person_id, valid_from`
    const before = await read()
    await refreshRoster(db, Prisma.sql`select id from person`)
    expect(await read()).toEqual(before)
    expect(before).toHaveLength(5 * 7)
  })
})

type RosterRow = Awaited<ReturnType<Db['rosterEntry']['findMany']>>[number]

function shownIn(row: RosterRow) {
  const { orgId, establishmentOrgId, subject, status, titleLevel, honours } = row
  return {
    orgId,
    establishmentOrgId,
    subject,
    orgSince: fromDbDate(row.orgSince),
    status,
    titleLevel,
    honours: [...honours],
  }
}
