/** The calendar of working days: told by the prefecture's bureau alone, and due dates follow it. */
import { describe, expect } from 'vitest'
import { dropDay, tellDays } from '#app/platform/approvals/calendar.commands.server.ts'
import { dropTerm, tellTerm } from '#app/platform/approvals/terms.commands.server.ts'
import { overridesFrom } from '#app/platform/calendar/overrides.server.ts'
import { schoolTerms } from '#app/platform/calendar/school-terms.server.ts'
import type { SchoolTerm } from '#app/platform/calendar/school-terms.ts'
import { addWorkingDays } from '#app/platform/calendar/working-days.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { test } from '#test/harness/db.ts'
import { buildWorld, caseOf, openMade } from './world.ts'

const holiday = {
  firstDay: '2031-10-01',
  lastDay: '2031-10-07',
  isWorking: false,
  source: '国办发明电〔2030〕9号',
}

describe('days told', () => {
  test('move what is due, until they are taken back', async ({ db }) => {
    const world = await buildWorld(db)
    const dueFrom = async (day: string) => addWorkingDays(day, 2, await overridesFrom(db, day))
    expect(await dueFrom('2031-09-30')).toBe('2031-10-02')
    expect(await tellDays(db, world.cityRegistrar, holiday)).toMatchObject({ ok: true })
    expect(await dueFrom('2031-09-30')).toBe('2031-10-09')
    expect(await dropDay(db, world.cityRegistrar, { day: '2031-10-01' })).toMatchObject({ ok: true })
    expect(await dueFrom('2031-09-30')).toBe('2031-10-08')
    expect(await db.auditEntry.count({ where: { action: { startsWith: 'calendar.' } } })).toBe(2)
  })

  test('hold for a case that is sent in after them', async ({ db }) => {
    const world = await buildWorld(db)
    // The five working days after 29 September end on 12 October; were that day free, on the 13th.
    const told = { firstDay: '2026-10-12', lastDay: null, isWorking: false, source: '台风停课通知' }
    await tellDays(db, world.cityRegistrar, told)
    const { waits } = await caseOf(db, await openMade(db, world))
    expect(waits.map(({ dueOn }) => fromDbDate(dueOn))).toEqual(['2026-10-13'])
  })

  test('are refused where they make no sense, or to whom they do not belong', async ({ db }) => {
    const world = await buildWorld(db)
    const told = async (by: typeof world.registrar, wish: Partial<typeof holiday>) => {
      const done = await tellDays(db, by, { ...holiday, ...wish })
      return done.ok ? 'done' : done.reason
    }
    expect(await told(world.registrar, {})).toBe('not_allowed')
    expect(await told(world.cityRegistrar, { lastDay: '2031-09-30' })).toBe('ends_before_start')
    expect(await told(world.cityRegistrar, { lastDay: '2032-10-01' })).toBe('too_many')
    const none = await dropDay(db, world.cityRegistrar, { day: '2031-10-01' })
    expect(none).toMatchObject({ ok: false, reason: 'not_found' })
    expect(await db.calendarDay.count()).toBe(0)
  })
})

describe('terms of the school calendar', () => {
  const autumn: SchoolTerm & { source: string } = {
    ...{ schoolYear: 2031, season: 'autumn', firstDay: '2031-09-01', lastDay: '2032-01-16' },
    source: '聊教办〔2031〕3号',
  }

  test('are told by the prefecture, replaced, and taken back', async ({ db }) => {
    const { cityRegistrar } = await buildWorld(db)
    expect(await tellTerm(db, cityRegistrar, autumn)).toMatchObject({ ok: true })
    const later = { ...autumn, lastDay: '2032-01-23' }
    expect(await tellTerm(db, cityRegistrar, later)).toMatchObject({ ok: true })
    expect(await schoolTerms(db)).toEqual([later])
    expect(await dropTerm(db, cityRegistrar, autumn)).toMatchObject({ ok: true })
    expect(await schoolTerms(db)).toEqual([])
    expect(await db.auditEntry.count({ where: { action: { startsWith: 'term.' } } })).toBe(3)
  })

  test('are refused where they make no sense, or to whom they do not belong', async ({ db }) => {
    const world = await buildWorld(db)
    const told = async (by: typeof world.registrar, wish: object) => {
      const done = await tellTerm(db, by, { ...autumn, ...wish })
      return done.ok ? 'done' : done.reason
    }
    expect(await told(world.registrar, {})).toBe('not_allowed')
    expect(await told(world.cityRegistrar, { lastDay: '2031-08-31' })).toBe('ends_before_start')
    expect(await told(world.cityRegistrar, { schoolYear: 2030 })).toBe('outside_half_year')
    expect(await told(world.cityRegistrar, {})).toBe('done')
    const spring = { season: 'spring', firstDay: '2032-01-16', lastDay: '2032-07-02' }
    expect(await told(world.cityRegistrar, spring)).toBe('overlaps')
    expect(await told(world.cityRegistrar, { ...spring, firstDay: '2032-02-16' })).toBe('done')
    expect(await dropTerm(db, world.registrar, autumn)).toMatchObject({ ok: false, reason: 'not_allowed' })
    const unknown = { schoolYear: 2040, season: 'autumn' } as const
    expect(await dropTerm(db, world.cityRegistrar, unknown)).toMatchObject({ ok: false, reason: 'not_found' })
  })
})
