/** The lists of the registry: staff 花名册 and organisations 机构. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const staffList = {
  key: 'staff',
  path: '/staff',
  title: 'staff.list_title',
  columns: {
    name: { label: 'staff.name', primary: true },
    number: { label: 'staff.number' },
    organisation: { label: 'staff.organisation', wrap: true },
    post: { label: 'staff.post' },
    teaching: { label: 'staff.teaching' },
    title: { label: 'staff.title_level' },
    honours: { label: 'staff.honours', wrap: true, hideOnPhone: true },
    birth: { label: 'staff.age', align: 'end' },
    since: { label: 'staff.years_here', align: 'end', hideOnPhone: true },
    state: { label: 'staff.state' },
  },
} as const satisfies ListSpec

export const organisationList = {
  key: 'organisations',
  path: '/organisations',
  title: 'orgs.title',
  columns: {
    name: { label: 'orgs.name', primary: true },
    code: { label: 'orgs.code' },
    kind: { label: 'orgs.kind' },
    above: { label: 'orgs.above' },
    stages: { label: 'orgs.stages', wrap: true },
    place: { label: 'orgs.place' },
    marks: { label: 'orgs.marks' },
    staff: { label: 'orgs.staff', align: 'end' },
  },
} as const satisfies ListSpec
