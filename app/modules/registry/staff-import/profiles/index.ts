/** The profiles that come with the program. */

import { type Mapping, plainOptions } from '#app/platform/imports/batch.ts'
import type { BuiltIn } from '#app/platform/imports/subject.ts'
import { NATIONAL_TABLE } from '../../national-table.ts'
import { isFieldKey } from '../fields.ts'

/** Where the national table and our fields name the same thing differently. */
const nationalNames: Readonly<Record<string, string>> = {
  employeeNumber: 'employerNumber',
  idDocumentKind: 'idKind',
  degreeInstitution: 'institution',
  joinedSchoolOn: 'joinedOn',
  staffStatus: 'status',
}

function nationalMapping(): Mapping {
  const pairs = NATIONAL_TABLE.map(({ key, zh }) => [nationalNames[key] ?? key, zh] as const)
  return {
    ...Object.fromEntries(pairs.filter(([key]) => isFieldKey(key))),
    orgCode: '学校标识码',
    orgName: '学校名称',
  }
}

export const builtInProfiles: readonly BuiltIn[] = [
  {
    id: null,
    key: 'national-table',
    name: '全国教师管理信息系统 基本信息表',
    source: 'national',
    mapping: nationalMapping(),
    options: plainOptions,
  },
  {
    id: null,
    key: 'liaocheng-roster',
    name: '教职工花名册',
    source: 'roster',
    mapping: {
      name: '姓名',
      idNumber: '身份证号',
      sex: '性别',
      ethnicity: '民族',
      birthDate: '出生年月',
      politicalStatus: '政治面貌',
      workStartedOn: '参加工作时间',
      joinedOn: '来校时间',
      educationLevel: '学历',
      degree: '学位',
      institution: '毕业院校',
      major: '所学专业',
      staffCategory: '教职工类别',
      postCategory: '岗位类别',
      postLevel: '岗位等级',
      schoolPost: '职务',
      stage: '学段',
      subject: '任教学科',
      titleLevel: '职称',
      titleSince: '职称取得时间',
      employmentForm: '用人形式',
      onEstablishment: '是否在编',
      employerNumber: '教职工号',
      phone: '手机号',
      orgName: '学校',
      countyName: '县区',
    },
    options: plainOptions,
  },
  {
    id: null,
    key: 'pa-2012-k12',
    name: 'Pennsylvania K-12 staff 2012-13',
    source: 'pa-k12',
    asOf: '2012-09-01',
    root: { code: 'PA', name: 'Pennsylvania', kind: 'prefecture' },
    mapping: {
      schoolYear: 'SchoolYear',
      familyName: 'LastName',
      givenName: 'FirstName',
      educationLevel: 'DegreeDescription',
      yearsInEducation: 'YearsInEd',
      yearsHere: 'YearsInLEA',
      districtCode: 'AUN',
      districtName: 'LEA',
      countyName: 'LEACounty',
      orgName: 'School',
      position: 'PositionDescription',
    },
    options: { ...plainOptions, ticked: ['createOrganisations'], complete: true, recipe: 'pa-2012' },
  },
]
