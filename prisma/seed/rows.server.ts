/** From the made tree and people to rows of their tables. */
import { nameKeys } from '#app/modules/registry/name-keys.ts'
import { encryptPersonal, lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import { addRow, type BulkRows, byteaText } from './bulk.server.ts'
import type { SeedOrganisation, SeedSchool } from './organisations.ts'
import type { SeedPerson } from './people.ts'

type NewId = () => string

export function addDivision(rows: BulkRows, one: SeedOrganisation): void {
  addRow(rows, 'organisation', {
    id: one.id,
    code: one.code,
    kind: one.kind,
    name: one.name,
    sort_key: nameKeys(one.name).sortKey,
    parent_id: one.parentId,
    stages: [],
    is_public: true,
  })
}

export function addSchool(rows: BulkRows, one: SeedSchool, newId: NewId): void {
  addRow(rows, 'organisation', {
    id: one.id,
    code: one.code,
    kind: one.kind,
    name: one.name,
    sort_key: nameKeys(one.name).sortKey,
    parent_id: one.parentId,
    school_kind: one.schoolKind,
    stages: one.stages,
    place_type: one.placeType,
    is_public: one.isPublic,
    opened_on: one.openedOn,
  })
  for (const { kind, validFrom, documentNo } of one.designations) {
    const period = { valid_from: validFrom, document_no: documentNo }
    addRow(rows, 'designation', { id: newId(), organisation_id: one.id, kind, ...period })
  }
  for (const { schoolYear, ...figures } of one.figures) {
    addRow(rows, 'figures', { organisation_id: one.id, school_year: schoolYear, ...figures })
  }
}

export function addPerson(
  rows: BulkRows,
  id: string,
  staffNumber: string,
  one: SeedPerson,
  newId: NewId,
): void {
  const { sortKey, searchTerms } = nameKeys(one.name)
  addRow(rows, 'person', {
    id,
    staff_number: staffNumber,
    name: one.name,
    sort_key: sortKey,
    search_terms: searchTerms,
    sex: one.sex,
    birth_date: one.birthDate,
    id_number_cipher: byteaText(encryptPersonal(one.residentId)),
    id_number_hash: byteaText(lookUpHash(one.residentId)),
    ethnicity: one.ethnicity,
    political_status: [one.politicalStatus],
    native_place: one.nativePlace,
    work_started_on: one.workStartedOn,
    teaching_since: one.teachingSince,
    education_level: one.educationLevel,
    employer_number: one.employerNumber,
  })
  addCareer(rows, id, one, newId)
  addAwards(rows, id, one, newId)
}

function addCareer(rows: BulkRows, personId: string, one: SeedPerson, newId: NewId): void {
  for (const post of one.appointments) {
    addRow(rows, 'appointment', {
      id: newId(),
      person_id: personId,
      valid_from: post.validFrom,
      valid_to: post.validTo,
      is_main: post.isMain,
      work_org_id: post.workOrgId,
      establishment_org_id: post.establishmentOrgId,
      pay_org_id: post.payOrgId,
      staff_category: post.staffCategory,
      post_category: post.postCategory,
      post_level: post.postLevel,
      school_post: post.schoolPost,
      stage: post.stage,
      subject: post.subject,
      employment_form: post.employmentForm,
      start_reason: post.startReason,
      end_reason: post.endReason,
      document_no: post.documentNo,
    })
  }
  for (const { status, ...period } of one.statuses) {
    addRow(rows, 'status', { id: newId(), person_id: personId, status, ...dated(period) })
  }
}

function addAwards(rows: BulkRows, personId: string, one: SeedPerson, newId: NewId): void {
  const own = () => ({ id: newId(), person_id: personId })
  for (const { titleLevel, awardedAs, ...period } of one.titles) {
    addRow(rows, 'title', { ...own(), title_level: titleLevel, awarded_as: awardedAs, ...dated(period) })
  }
  for (const { honour, awardedBy, ...period } of one.honours) {
    addRow(rows, 'honour', { ...own(), honour, awarded_by: awardedBy, ...dated(period) })
  }
  for (const { kind, subject, issuer, ...paper } of one.qualifications) {
    addRow(rows, 'qualification', {
      ...own(),
      kind,
      subject,
      issuer,
      certificate_no: paper.certificateNo,
      issued_on: paper.issuedOn,
      registered_on: paper.registeredOn,
      registered_till: paper.registeredTill,
    })
  }
  for (const { level, degree, institution, major, ...study } of one.education) {
    addRow(rows, 'education', {
      ...own(),
      level,
      degree,
      institution,
      major,
      is_full_time: study.isFullTime,
      is_normal: study.isNormal,
      started_on: study.startedOn,
      finished_on: study.finishedOn,
    })
  }
}

function dated(period: { validFrom: string; validTo: string | null; documentNo: string | null }) {
  return { valid_from: period.validFrom, valid_to: period.validTo, document_no: period.documentNo }
}
