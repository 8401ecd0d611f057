/** The list of what teachers reported 学时审核. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const sampleList = {
  key: 'training-samples',
  path: '/training/samples',
  title: 'training.samples',
  columns: {
    county: { label: 'training.field_county', primary: true },
    days: { label: 'training.col_days' },
    drawnAt: { label: 'training.col_drawn_at' },
    drawnBy: { label: 'training.col_drawn_by' },
    drawn: { label: 'training.col_drawn', align: 'end' },
    judged: { label: 'training.sample_judged', align: 'end' },
    failed: { label: 'training.sample_failed', align: 'end' },
  },
} as const satisfies ListSpec

/** What one sample has drawn. */
export const drawnList = {
  key: 'training-drawn',
  path: '/training/samples',
  title: 'training.sample',
  columns: {
    name: { label: 'training.col_name', primary: true },
    number: { label: 'training.col_number', hideOnPhone: true },
    school: { label: 'training.col_school', wrap: true },
    title: { label: 'training.col_title', wrap: true },
    hours: { label: 'training.col_hours', align: 'end' },
    why: { label: 'training.col_why_drawn' },
    verdict: { label: 'training.col_verdict' },
    note: { label: 'training.field_verdict_note', wrap: true },
  },
} as const satisfies ListSpec

/** Who stands how in the five years. */
export const outlookList = {
  key: 'training-outlooks',
  path: '/training/people',
  title: 'training.outlooks',
  columns: {
    name: { label: 'training.col_name', primary: true },
    number: { label: 'training.col_number', hideOnPhone: true },
    school: { label: 'training.col_school', wrap: true },
    subject: { label: 'training.overview_subject' },
    reached: { label: 'training.col_reached', align: 'end' },
    required: { label: 'training.col_required', align: 'end' },
    missing: { label: 'training.col_missing', align: 'end' },
    until: { label: 'training.col_until' },
    state: { label: 'training.col_outlook' },
    why: { label: 'training.overview_why', wrap: true },
  },
} as const satisfies ListSpec

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
