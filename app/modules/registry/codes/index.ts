/** All code lists of the registry by name, and the way in to each. */
import { ETHNICITIES } from './ethnicities.ts'
import { HONOUR_LEVELS, HONOURS } from './honours.ts'
import { ORG_KINDS, PLACE_GROUPS, PLACE_TYPES, SCHOOL_KINDS, STAGES } from './organisations.ts'
import {
  DEGREES,
  EDUCATION_LEVELS,
  ICT_SKILLS,
  ID_DOCUMENT_KINDS,
  MARITAL_STATUSES,
  POLITICAL_STATUSES,
  QUALIFICATION_KINDS,
  SEXES,
  YES_NO,
} from './people.ts'
import { POST_CATEGORIES, POST_LEVELS } from './posts.ts'
import {
  CONTRACT_KINDS,
  EMPLOYMENT_FORMS,
  SCHOOL_POSTS,
  STAFF_CATEGORIES,
  STAFF_SOURCES,
  STAFF_STATUSES,
} from './staff.ts'
import { SUBJECTS } from './subjects.ts'
import { TITLE_LEVELS } from './titles.ts'

export * from './ethnicities.ts'
export * from './honours.ts'
export * from './lookup.ts'
export * from './organisations.ts'
export * from './people.ts'
export * from './posts.ts'
export * from './staff.ts'
export * from './subjects.ts'
export * from './titles.ts'

/** Every list under the name that columns, forms and filters call it by. */
export const CODE_LISTS = {
  contractKind: CONTRACT_KINDS,
  degree: DEGREES,
  educationLevel: EDUCATION_LEVELS,
  employmentForm: EMPLOYMENT_FORMS,
  ethnicity: ETHNICITIES,
  honour: HONOURS,
  honourLevel: HONOUR_LEVELS,
  ictSkill: ICT_SKILLS,
  idDocumentKind: ID_DOCUMENT_KINDS,
  maritalStatus: MARITAL_STATUSES,
  orgKind: ORG_KINDS,
  placeGroup: PLACE_GROUPS,
  placeType: PLACE_TYPES,
  politicalStatus: POLITICAL_STATUSES,
  postCategory: POST_CATEGORIES,
  postLevel: POST_LEVELS,
  qualificationKind: QUALIFICATION_KINDS,
  schoolKind: SCHOOL_KINDS,
  schoolPost: SCHOOL_POSTS,
  sex: SEXES,
  staffCategory: STAFF_CATEGORIES,
  staffSource: STAFF_SOURCES,
  staffStatus: STAFF_STATUSES,
  stage: STAGES,
  subject: SUBJECTS,
  titleLevel: TITLE_LEVELS,
  yesNo: YES_NO,
} as const

export type CodeListName = keyof typeof CODE_LISTS
