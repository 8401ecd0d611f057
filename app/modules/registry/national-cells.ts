/** One person's cells in the national basic table. What the registry does not know stays empty: nothing is made up. */
import type { PlainDate } from '#app/platform/dates.ts'
import { isBackboneHonour } from './codes/index.ts'
import type { NationalColumnKey } from './national-table.ts'
import { maskDocumentNumber } from './resident-id.ts'
import type { RosterRow } from './roster-columns.ts'

/** What the table asks of a person beyond the roster. */
export type PersonBehind = {
  formerName: string | null
  employerNumber: string | null
  nationality: string
  idKind: string
  /** Whole. */
  idNumber: string | null
  nativePlace: string | null
  ethnicity: string | null
  politicalStatus: readonly string[]
  workStartedOn: PlainDate | null
  employmentForm: string | null
  /** The last finished last. */
  education: readonly {
    degree: string | null
    major: string | null
    institution: string | null
    isFullTime: boolean | null
    isNormal: boolean | null
  }[]
}

/** Codes of the columns' lists, texts and days; several codes as a list. */
export function nationalCells(
  row: RosterRow,
  person: PersonBehind,
  isNumberWhole: boolean,
): Partial<Record<NationalColumnKey, string | readonly string[] | null>> {
  const { idKind, idNumber } = person
  const degree = person.education.findLast((study) => study.degree !== null)
  return {
    name: row.name,
    formerName: person.formerName,
    sex: row.sex,
    employeeNumber: person.employerNumber,
    nationality: person.nationality,
    idDocumentKind: idKind,
    idNumber: idNumber && (isNumberWhole ? idNumber : maskDocumentNumber(idKind, idNumber)),
    birthDate: row.birthDate,
    nativePlace: person.nativePlace,
    ethnicity: person.ethnicity,
    politicalStatus: person.politicalStatus,
    educationLevel: row.educationLevel,
    degree: degree?.degree ?? null,
    degreeInstitution: degree?.institution ?? null,
    workStartedOn: person.workStartedOn,
    joinedSchoolOn: row.orgSince,
    staffCategory: row.staffCategory,
    onEstablishment: yesNo(row.establishmentOrgId !== null),
    employmentForm: row.establishmentOrgId === null ? person.employmentForm : null,
    normalGraduate: normalGraduate(person.education),
    specialGrade: yesNo(row.honours.includes('special_grade')),
    backbone: yesNo(row.honours.some(isBackboneHonour)),
    mentalHealthTeacher: yesNo(row.subject === 'mental_health'),
    staffStatus: row.status,
  }
}

function yesNo(value: boolean): '1' | '0' {
  return value ? '1' : '0'
}

/** Unknown where no study says whether it was full-time teacher education. */
function normalGraduate(education: PersonBehind['education']): '1' | '0' | null {
  if (education.some((study) => study.isNormal && study.isFullTime)) return '1'
  return education.some((study) => study.isNormal !== null) ? '0' : null
}
