/** The list of what teachers reported 学时审核. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const entryList = {
  key: 'training-entries',
  path: '/training/entries',
  title: 'training.check_title',
  columns: {
    name: { label: 'training.col_name', primary: true },
    number: { label: 'training.col_number', hideOnPhone: true },
    school: { label: 'training.col_school', wrap: true },
    title: { label: 'training.col_title', wrap: true },
    kind: { label: 'training.col_kind' },
    level: { label: 'training.col_level' },
    days: { label: 'training.col_days' },
    hours: { label: 'training.col_hours', align: 'end' },
    proof: { label: 'training.col_proof' },
    submitted: { label: 'training.col_submitted' },
    state: { label: 'training.col_state' },
  },
} as const satisfies ListSpec
