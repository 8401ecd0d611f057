/**
 * The yearly staff file of Pennsylvania's education department (2012-13): no number of the person, no birth date; service
 * is told in years, the post in one of 16 phrases. Odd values are remarks, never a reason to refuse the row.
 */
import { addIssue } from '#app/platform/imports/row-draft.ts'
import type { RowDraft } from '#app/platform/imports/subject.ts'
import { detached } from '#app/platform/sheets/cell-text.ts'
import type { RowValues } from '../staged-row.ts'

type Post = Pick<RowValues, 'staffCategory' | 'stage' | 'subject' | 'schoolPost'>

const positions: Readonly<Record<string, Post>> = {
  'Secondary Teacher': { staffCategory: 'full_time_teacher', stage: 'senior' },
  'Elementary Teacher': { staffCategory: 'full_time_teacher', stage: 'primary' },
  'Ungraded Teacher': { staffCategory: 'full_time_teacher' },
  'Ungraded Special Ed. Teacher': {
    staffCategory: 'full_time_teacher',
    stage: 'special',
    subject: 'special_education',
  },
  'Secondary Special Ed. Teacher': {
    staffCategory: 'full_time_teacher',
    stage: 'senior',
    subject: 'special_education',
  },
  'Elementary Special Ed. Teacher': {
    staffCategory: 'full_time_teacher',
    stage: 'primary',
    subject: 'special_education',
  },
  'Health / Welfare': { staffCategory: 'teaching_assistant' },
  Guidance: { staffCategory: 'teaching_assistant', subject: 'mental_health' },
  Specialist: { staffCategory: 'teaching_assistant' },
  'School Administrator': { staffCategory: 'administrator', schoolPost: 'principal' },
  'Chief School Administrator': { staffCategory: 'administrator' },
  'LEA Administrator': { staffCategory: 'administrator' },
  'Supervisor / Coordinator': { staffCategory: 'administrator' },
  Operations: { staffCategory: 'worker' },
  Other: { staffCategory: 'other' },
}

/** Degree (GB/T 6864) that goes with a level of education (GB/T 4658) in that file. */
const degrees: Readonly<Record<string, string>> = { '11': '2', '14': '3', '21': '4' }

const JUNIOR_SCHOOL = /\b(?:middle|ms|junior|jr|jhs|intermediate)\b/i
const LONGEST_SERVICE = 70

/** Rows alike are told apart by their order in the file, so that the same file finds the same people again. */
export function finishPennsylvania(asOf: string): (draft: RowDraft) => void {
  const seen = new Map<string, number>()
  const isJunior = new Map<string, boolean>()
  return (draft) => {
    const { values } = draft
    const start = startOf(values.schoolYear, asOf)
    const here = yearsOf(draft, 'yearsHere')
    const service = yearsOf(draft, 'yearsInEducation')
    if (here !== null) values.joinedOn = back(start, here)
    if (service !== null) values.teachingSince = back(start, service)
    if (values.educationLevel !== undefined) values.degree = degrees[values.educationLevel]
    const post = positions[values.position ?? '']
    if (post) Object.assign(values, post)
    else addIssue(draft, 'code_unknown', 'warning', 'position', values.position ?? '')
    const school = values.orgName ?? ''
    if (values.stage === 'senior' && remembered(isJunior, school, (name) => JUNIOR_SCHOOL.test(name))) {
      values.stage = 'junior'
    }
    // The district first: the file is in its order, so the index of keys grows at its end.
    const alike = `${values.districtCode ?? ''}|${values.name}|${values.joinedOn?.slice(0, 4) ?? ''}`
    const ordinal = (seen.get(alike) ?? 0) + 1
    seen.set(alike, ordinal)
    values.sourceKey = `${alike}|${ordinal}`
  }
}

function startOf(schoolYear: string | undefined, asOf: string): string {
  const year = /^(\d{4})\s*[-–]\s*\d{2,4}$/.exec(schoolYear ?? '')?.[1]
  return year ? `${year}-09-01` : asOf
}

function yearsOf(draft: RowDraft, key: 'yearsHere' | 'yearsInEducation'): number | null {
  const text = draft.values[key]
  const years = Number(text)
  if (text !== undefined && /^\d{1,2}$/.test(text) && years <= LONGEST_SERVICE) return years
  addIssue(draft, 'years_odd', 'warning', key, text ?? '')
  return null
}

function back(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}

function remembered(known: Map<string, boolean>, text: string, ask: (text: string) => boolean): boolean {
  const before = known.get(text)
  if (before !== undefined) return before
  const answer = ask(text)
  known.set(detached(text), answer)
  return answer
}
