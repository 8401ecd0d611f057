/** The registry's front door for every place that runs in a browser too: codes, rules, types, addresses. */
export * from './access.ts'
export * from './codes/index.ts'
export { type Retirement, retirementOf } from './retirement.ts'
export * from './roster.ts'
export { ROSTER_COLUMNS, type RosterColumn, type RosterRow } from './roster-columns.ts'
export { ROSTER_SORTS, type RosterCursor, type RosterSort } from './roster-cursor.ts'
export { STAFF_REFUSALS, type StaffOutcome, type StaffRefusal } from './staff-outcome.ts'
export type { StaffRecord, TimelineItem } from './staff-record.ts'
