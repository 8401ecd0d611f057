/** A person's record as a page shows it: facts, three units, dated facts, and what happened, newest first. */
import type { Period, PlainDate } from '#app/platform/dates.ts'
import type { Retirement } from './retirement.ts'
import type { RosterRow } from './roster-columns.ts'

/** What every dated fact carries. Dates are YYYY-MM-DD; `validTo` null runs until further notice. */
export type DatedFact = Period & { id: string; documentNo: string | null; batchId: string | null }

export type AppointmentFact = DatedFact & {
  isMain: boolean
  workOrgId: string
  establishmentOrgId: string | null
  payOrgId: string | null
  staffCategory: string | null
  postCategory: string | null
  postLevel: string | null
  schoolPost: string | null
  stage: string | null
  subject: string | null
  employmentForm: string | null
  startReason: string
  endReason: string | null
}
export type TitleFact = DatedFact & { titleLevel: string; awardedAs: string | null }
export type HonourFact = DatedFact & { honour: string; awardedBy: string | null }
export type StatusFact = DatedFact & { status: string }
export type QualificationFact = {
  id: string
  kind: string
  certificateNo: string | null
  subject: string | null
  issuer: string | null
  issuedOn: PlainDate | null
  registeredOn: PlainDate | null
  registeredTill: PlainDate | null
}
export type EducationFact = {
  id: string
  level: string
  degree: string | null
  institution: string | null
  major: string | null
  isFullTime: boolean | null
  isNormal: boolean | null
  startedOn: PlainDate | null
  finishedOn: PlainDate | null
}
/** An import that brought or changed the person. */
export type ImportFact = {
  id: string
  fileName: string
  asOf: PlainDate
  committedAt: string
  by: string | null
  /** Whether the reader may open its page. */
  isOpen: boolean
}
export type AuditFact = {
  id: string
  at: string
  actorName: string
  action: string
  reason: string | null
  before: unknown
  after: unknown
}

/** One line of the timeline. `on` is a day, or a moment for what was done in the system; null days stand last. */
export type TimelineItem =
  | { kind: 'appointment'; on: string; fact: AppointmentFact }
  | { kind: 'title'; on: string; fact: TitleFact }
  | { kind: 'honour'; on: string; fact: HonourFact }
  | { kind: 'status'; on: string; fact: StatusFact }
  | { kind: 'qualification'; on: string | null; fact: QualificationFact }
  | { kind: 'education'; on: string | null; fact: EducationFact }
  | { kind: 'import'; on: string; fact: ImportFact }
  | { kind: 'audit'; on: string; fact: AuditFact }

export type Facts = {
  appointments: AppointmentFact[]
  titles: TitleFact[]
  honours: HonourFact[]
  statuses: StatusFact[]
  qualifications: QualificationFact[]
  education: EducationFact[]
}

export type LanePeriod = Period & { unitId: string }

export type StaffRecord = Facts & {
  personId: string
  version: number
  staffNumber: string
  name: string
  formerName: string | null
  sex: string
  birthDate: PlainDate | null
  idKind: string
  /** Masked; null when no number is known. */
  idNumber: string | null
  /** In full for the person and for who keeps the record; masked for others. */
  phone: string | null
  nationality: string
  ethnicity: string | null
  politicalStatus: string[]
  nativePlace: string | null
  workStartedOn: PlainDate | null
  teachingSince: PlainDate | null
  educationLevel: string | null
  employerNumber: string | null
  /** The day the record is told of; `isToday` also shows what is dated ahead. */
  asOf: PlainDate
  isToday: boolean
  /** As the roster has it on the day; before the first appointment, what it will be. */
  current: Omit<RosterRow, 'orgName' | 'countyName' | 'establishmentOrgName' | 'payOrgName'>
  lanes: { work: LanePeriod[]; establishment: LanePeriod[]; pay: LanePeriod[] }
  timeline: TimelineItem[]
  /** Null without birth date or sex, and for who has left the service. */
  retirement: Retirement | null
  /** Names of every organisation in the record, by id. */
  organisationNames: Record<string, string>
  /** Those of them whose pages the reader may open. */
  openOrganisations: string[]
  abilities: { canChange: boolean; canCorrect: boolean; canReveal: boolean; canAudit: boolean }
}

/** Newest first. What happened on one day keeps the order in which the parts are given. */
export function timelineOf(
  facts: Facts,
  done: { imports: readonly ImportFact[]; audit: readonly AuditFact[] },
): TimelineItem[] {
  const items: TimelineItem[] = [
    ...done.audit.map((fact) => ({ kind: 'audit' as const, on: fact.at, fact })),
    ...done.imports.map((fact) => ({ kind: 'import' as const, on: fact.committedAt, fact })),
    ...facts.appointments.map((fact) => ({ kind: 'appointment' as const, on: fact.validFrom, fact })),
    ...facts.statuses.map((fact) => ({ kind: 'status' as const, on: fact.validFrom, fact })),
    ...facts.titles.map((fact) => ({ kind: 'title' as const, on: fact.validFrom, fact })),
    ...facts.honours.map((fact) => ({ kind: 'honour' as const, on: fact.validFrom, fact })),
    ...facts.qualifications.map((fact) => ({ kind: 'qualification' as const, on: fact.issuedOn, fact })),
    ...facts.education.map((fact) => ({ kind: 'education' as const, on: fact.finishedOn, fact })),
  ]
  return items.sort((a, b) => dayOf(b).localeCompare(dayOf(a)))
}

function dayOf({ on }: TimelineItem): string {
  return on?.slice(0, 10) ?? ''
}
