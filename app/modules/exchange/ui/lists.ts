/** The lists of the exchange: who is due 应交流人员, and exemptions 免交流和暂缓. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const dueList = {
  key: 'due',
  path: '/exchange/due',
  title: 'due.title',
  columns: {
    name: { label: 'due.name', primary: true },
    number: { label: 'due.number', hideOnPhone: true },
    school: { label: 'due.school', wrap: true },
    teaching: { label: 'due.teaching' },
    title: { label: 'due.title_level' },
    years: { label: 'due.years', align: 'end' },
    backbone: { label: 'due.backbone', hideOnPhone: true },
    outcome: { label: 'due.outcome' },
    ground: { label: 'due.ground', wrap: true },
  },
} as const satisfies ListSpec

export const exemptionList = {
  key: 'exemptions',
  path: '/exchange/exemptions',
  title: 'exemption.title',
  columns: {
    name: { label: 'due.name', primary: true },
    number: { label: 'due.number', hideOnPhone: true },
    school: { label: 'due.school', wrap: true },
    kind: { label: 'exemption.kind', wrap: true },
    from: { label: 'exemption.from' },
    until: { label: 'exemption.until' },
    document: { label: 'exemption.document', wrap: true },
    proof: { label: 'exemption.proof' },
    state: { label: 'exemption.state' },
  },
} as const satisfies ListSpec
