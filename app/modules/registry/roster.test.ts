/** The filter's address and the cursor: what is written is read back, what is wrong is told, nothing throws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, fullYearsBetween } from '#app/platform/dates.ts'
import { encodeKeyset } from '#app/platform/lists/keyset.ts'
import { HONOURS, STAFF_STATUSES, STAGES, SUBJECTS, TITLE_LEVELS } from './codes/index.ts'
import {
  EVERYBODY,
  isNarrowed,
  LACKING,
  latestStart,
  parseRosterFilter,
  type RosterFilter,
  rosterSearchParams,
} from './roster.ts'
import { ROSTER_SORTS, type RosterCursor, rosterCursor } from './roster-sort.ts'

const today = '2026-11-23'
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days))
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })
const codeOf = <Code extends string>(list: readonly { code: Code }[]) =>
  orNull(fc.constantFrom(...list.map((entry) => entry.code)))
const years = orNull(fc.nat({ max: 120 }))

const cursors: fc.Arbitrary<RosterCursor> = fc.constantFrom(...ROSTER_SORTS).chain((sort) =>
  fc.record({
    sort: fc.constant(sort),
    value:
      sort === 'name' || sort === 'staffNumber'
        ? fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/\0|\p{Cs}/u.test(text))
        : day,
    id: fc.uuid(),
    towards: fc.constantFrom('next' as const, 'previous' as const),
  }),
)

const filters: fc.Arbitrary<RosterFilter> = fc
  .record({
    orgs: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
    stage: codeOf(STAGES),
    subject: codeOf(SUBJECTS),
    title: codeOf(TITLE_LEVELS),
    honour: codeOf(HONOURS),
    status: fc.constantFrom('active' as const, 'all' as const, ...STAFF_STATUSES.map(({ code }) => code)),
    ageFrom: years,
    ageTo: years,
    yearsFrom: years,
    yearsTo: years,
    onEstablishment: orNull(fc.boolean()),
    lacks: orNull(fc.constantFrom(...LACKING)),
    q: fc.string({ maxLength: 100 }).map((text) => text.trim()),
    asOf: orNull(day.filter((one) => one !== today)),
    descending: fc.boolean(),
    cursor: orNull(cursors),
  })
  .map((given) => ({ ...EVERYBODY, ...given, sort: given.cursor?.sort ?? 'name' }))

describe('the address of a filter', () => {
  test('is read back as the same filter, without problems', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const read = parseRosterFilter(new URLSearchParams(rosterSearchParams(filter).toString()), today)
        expect(read).toEqual({ filter, problems: [] })
      }),
    )
  })

  test('is empty for everybody', () => {
    expect(rosterSearchParams(EVERYBODY).toString()).toBe('')
    expect(isNarrowed({ ...EVERYBODY, asOf: '2020-01-01', descending: true })).toBe(false)
    expect(isNarrowed({ ...EVERYBODY, status: 'all' })).toBe(true)
  })

  test.each([
    ['stage', 'university', 'unknown_code'],
    ['subject', "chinese' or 1=1", 'unknown_code'],
    ['status', 'happy', 'unknown_code'],
    ['sort', 'password_hash', 'unknown_code'],
    ['sort', 'name; drop table person', 'unknown_code'],
    ['establishment', 'maybe', 'unknown_code'],
    ['org', '371500', 'unknown_id'],
    ['ageFrom', '-1', 'not_a_number'],
    ['ageTo', '1e3', 'not_a_number'],
    ['asOf', '2026-02-30', 'not_a_date'],
    ['cursor', 'eyJ9', 'not_a_cursor'],
    ['q', 'x'.repeat(101), 'too_long'],
  ])('%s=%s is told as %s and left out', (field, value, reason) => {
    const read = parseRosterFilter(new URLSearchParams({ [field]: value }), today)
    expect(read.filter).toEqual(EVERYBODY)
    expect(read.problems).toEqual([{ field, reason, value: value.slice(0, 100) }])
  })

  test('never throws, whatever is in it', () => {
    const anything = fc.dictionary(
      fc.constantFrom('org', 'stage', 'sort', 'cursor', 'q', 'asOf', 'ageFrom'),
      fc.string(),
    )
    fc.assert(fc.property(anything, (params) => void parseRosterFilter(new URLSearchParams(params), today)))
  })

  test('today is not written: the list goes on with the calendar', () => {
    expect(parseRosterFilter(new URLSearchParams({ asOf: today }), today).filter.asOf).toBeNull()
  })

  test('a cursor of another order is refused', () => {
    const cursor = encodeKeyset({
      sort: 'name',
      value: 'wang',
      id: '0192f0c1-7b1e-7000-8000-000000000001',
      towards: 'next',
    })
    const read = parseRosterFilter(new URLSearchParams({ sort: 'birthDate', cursor }), today)
    expect(read.problems).toMatchObject([{ field: 'cursor', reason: 'not_a_cursor' }])
  })
})

describe('a cursor', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(rosterCursor(encodeKeyset(cursor))).toEqual(cursor)
      }),
    )
  })

  test('made by hand is null, never an exception', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(rosterCursor(text)).toBeNull()
      }),
    )
    const forge = (value: unknown) =>
      btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_')
    const id = '0192f0c1-7b1e-7000-8000-000000000001'
    for (const forged of [
      ['name', 'a\0b', id, 'next'],
      ['name', '\ud800', id, 'next'],
      ['birthDate', 'now()', id, 'next'],
      ['name', 'a', 'x', 'next'],
      ['name', 'a', id, 'sideways'],
      ['id', 'a', id, 'next'],
      { sort: 'name' },
    ]) {
      expect(rosterCursor(forge(forged))).toBeNull()
    }
  })
})

test('latestStart agrees with completed years, 29 February included', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 70 }), (on, count) => {
      const start = latestStart(on, count)
      expect(fullYearsBetween(start, on)).toBeGreaterThanOrEqual(count)
      expect(fullYearsBetween(addDays(start, 1), on)).toBeLessThan(count)
    }),
  )
})
