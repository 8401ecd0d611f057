/** The made people themselves, whatever the day: histories hold together, numbers are nobody's, the same day gives the same people. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkResidentId } from '#app/modules/registry/resident-id.ts'
import { retirementOf } from '#app/modules/registry/retirement.ts'
import type { Period, PlainDate } from '#app/platform/dates.ts'
import { buildTree, type SeedSchool } from '#prisma/seed/organisations.ts'
import { nextTermStart, peopleOf, type SeedPerson } from '#prisma/seed/people.ts'
import { idSequence } from '#prisma/seed/random.ts'

const overlaps = (one: Period, other: Period) =>
  one.validFrom < (other.validTo ?? '9999') && other.validFrom < (one.validTo ?? '9999')

const csv = readFileSync('prisma/seed/liaocheng-divisions.csv', 'utf8')

function made(today: PlainDate): { schools: SeedSchool[]; people: SeedPerson[] } {
  const { divisions, schools } = buildTree(csv, 1_200, today, idSequence(today))
  const world = {
    today,
    nextTerm: nextTermStart(today),
    countyNames: new Map(divisions.map((one) => [one.id, one.name])),
    schoolsOf: (countyId: string, stage: string) =>
      schools.filter((one) => one.countyId === countyId && one.stages.some((own) => own === stage)),
    takenIds: new Set<string>(),
  }
  return { schools, people: schools.flatMap((school) => [...peopleOf(world, school)]) }
}

function expectApart(periods: readonly Period[]): void {
  for (const [at, period] of periods.entries()) {
    if (period.validTo !== null) expect(period.validTo > period.validFrom).toBe(true)
    for (const later of periods.slice(at + 1)) expect(overlaps(period, later)).toBe(false)
  }
}

describe.each(['2026-01-20', '2026-09-01', '2027-08-31', '2028-02-29'])('as of %s', (today) => {
  const { schools, people } = made(today)

  test('there are as many people as asked for, and numbers are of the unassigned area, valid, each once', () => {
    expect(people).toHaveLength(1_200)
    expect(new Set(people.map((one) => one.residentId)).size).toBe(people.length)
    for (const { residentId, birthDate, sex } of people) {
      expect(residentId.startsWith('371599')).toBe(true)
      expect(checkResidentId(residentId)).toMatchObject({ ok: true, number: residentId, birthDate, sex })
    }
  })

  test('main appointments follow each other without gap or overlap, and so do titles and statuses', () => {
    for (const person of people) {
      const main = person.appointments.filter((one) => one.isMain)
      expect(main[0]?.validFrom).toBe(person.workStartedOn)
      for (const [at, one] of main.entries()) {
        const next = main[at + 1]
        if (next) expect(next.validFrom).toBe(one.validTo)
        else expect(one.validTo === null).toBe(one.endReason === null)
      }
      expectApart(main)
      expectApart(person.titles)
      expectApart(person.statuses)
      for (const honour of new Set(person.honours.map((one) => one.honour))) {
        expectApart(person.honours.filter((one) => one.honour === honour))
      }
      for (const extra of person.appointments.filter((one) => !one.isMain)) {
        expect(extra.establishmentOrgId).toBeNull()
      }
    }
  })

  test('nobody in service is past the retirement age or was born after starting work', () => {
    for (const { birthDate, sex, role, isInService, workStartedOn } of people) {
      expect(Number(workStartedOn.slice(0, 4)) - Number(birthDate.slice(0, 4))).toBeGreaterThanOrEqual(18)
      const category = role === 'worker' ? 'worker' : 'cadre'
      if (isInService) expect(retirementOf({ birthDate, sex, category }).date > today).toBe(true)
    }
  })

  test('every school but teaching points has one head', () => {
    for (const school of schools) {
      const heads = people.filter((one) => {
        const current = one.appointments.findLast((post) => post.isMain && post.validFrom <= today)
        return one.isInService && current?.workOrgId === school.id && current.schoolPost === 'principal'
      })
      expect(heads).toHaveLength(school.kind === 'teaching_point' ? 0 : 1)
    }
  })
})

test('the same day gives the same people', () => {
  expect(made('2026-11-23')).toEqual(made('2026-11-23'))
})
