/** The national table's cells: what follows from the record, and that nothing is made up. */
import { describe, expect, test } from 'vitest'
import { CODE_LISTS, type CodeList } from './codes/index.ts'
import { nationalCells, type PersonBehind } from './national-cells.ts'
import { NATIONAL_TABLE, type NationalColumn } from './national-table.ts'
import { madeResidentId } from './resident-id.ts'
import type { RosterRow } from './roster-columns.ts'

const row: RosterRow = {
  personId: 'p',
  staffNumber: 'T000000017',
  name: '王秀英',
  sex: '2',
  birthDate: '1985-06-15',
  orgId: 'o',
  orgName: '实验小学',
  countyName: null,
  establishmentOrgId: 'o',
  establishmentOrgName: '实验小学',
  payOrgId: null,
  payOrgName: null,
  orgSince: '2015-09-01',
  staffCategory: 'full_time_teacher',
  postCategory: '1',
  postLevel: null,
  schoolPost: null,
  stage: 'primary',
  subject: 'chinese',
  titleLevel: null,
  honours: [],
  status: 'in_post',
  educationLevel: '21',
}
const idNumber = madeResidentId('1985-06-15', 500)
const person: PersonBehind = {
  formerName: null,
  employerNumber: null,
  nationality: '156',
  idKind: '1',
  idNumber,
  nativePlace: null,
  ethnicity: '01',
  politicalStatus: ['01', '03'],
  workStartedOn: null,
  employmentForm: 'contract',
  education: [],
}
const study = { degree: null, major: null, institution: null, isFullTime: null, isNormal: null }

test('every code is one of its column’s list', () => {
  const columns: readonly NationalColumn[] = NATIONAL_TABLE
  const cells: Record<string, unknown> = nationalCells(row, person, false)
  for (const { key, codes } of columns) {
    if (!codes) continue
    const list: CodeList = CODE_LISTS[codes]
    for (const code of [cells[key] ?? []].flat())
      expect(
        list.map((entry) => entry.code),
        key,
      ).toContain(code)
  }
})

test('a number is whole only for who may see it whole', () => {
  expect(nationalCells(row, person, true).idNumber).toBe(idNumber)
  expect(nationalCells(row, person, false).idNumber).not.toContain(idNumber.slice(6, 14))
  expect(nationalCells(row, { ...person, idNumber: null }, true).idNumber).toBeNull()
})

describe('what follows from the record', () => {
  test('the form of employment is asked only of those off the establishment', () => {
    expect(nationalCells(row, person, false)).toMatchObject({ onEstablishment: '1', employmentForm: null })
    const off = { ...row, establishmentOrgId: null }
    expect(nationalCells(off, person, false)).toMatchObject({
      onEstablishment: '0',
      employmentForm: 'contract',
    })
  })

  test.each([
    [['backbone_school'], '0'],
    [['backbone_county'], '1'],
    [['teaching_expert_city'], '0'],
    [['teaching_expert_city', 'backbone_province'], '1'],
  ])('honours %j: backbone of the county or above %s', (honours, answer) => {
    expect(nationalCells({ ...row, honours }, person, false).backbone).toBe(answer)
  })

  test('teacher education is unknown where no study says so', () => {
    const answer = (education: PersonBehind['education']) =>
      nationalCells(row, { ...person, education }, false).normalGraduate
    expect(answer([])).toBeNull()
    expect(answer([study])).toBeNull()
    expect(answer([{ ...study, isNormal: true, isFullTime: false }])).toBe('0')
    expect(answer([study, { ...study, isNormal: true, isFullTime: true }])).toBe('1')
  })
})
