/** The fields of an import in the groups and the order in which the mapping page asks for them. */
import type { FieldKey } from './fields.ts'

export const mappingGroups = {
  name: ['name', 'familyName', 'givenName', 'formerName'],
  organisation: [
    'orgCode',
    'orgName',
    'districtCode',
    'districtName',
    'countyName',
    'establishmentOrgName',
    'payOrgName',
  ],
  identity: [
    'idNumber',
    'idKind',
    'staffNumber',
    'employerNumber',
    'sourceKey',
    'sex',
    'birthDate',
    'phone',
    'ethnicity',
    'politicalStatus',
    'nativePlace',
  ],
  post: [
    'staffCategory',
    'postCategory',
    'postLevel',
    'schoolPost',
    'stage',
    'subject',
    'onEstablishment',
    'employmentForm',
    'titleLevel',
    'titleSince',
    'honours',
    'qualificationKind',
    'qualificationNo',
    'qualificationSubject',
    'qualificationOn',
    'status',
    'concurrent',
    'weeklyHours',
    'position',
  ],
  career: [
    'workStartedOn',
    'teachingSince',
    'joinedOn',
    'educationLevel',
    'degree',
    'institution',
    'major',
    'schoolYear',
    'yearsInEducation',
    'yearsHere',
  ],
} as const satisfies Record<string, readonly FieldKey[]>

export type MappingGroupName = keyof typeof mappingGroups
export const mappingGroupNames = Object.keys(mappingGroups) as MappingGroupName[]
