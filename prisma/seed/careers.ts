/** Where a person worked, held the establishment post and was paid, from the first day on: gapless main appointments. */
import type { EmploymentForm, PostLevel, SchoolPost } from '#app/modules/registry/codes/index.ts'
import { addYears, type PlainDate } from '#app/platform/dates.ts'
import type { SeedSchool } from './organisations.ts'
import { CATEGORY_OF, postOf, type Role } from './posts.ts'
import type { Random } from './random.ts'
import { postLevelOf, type SeedTitle } from './titles.ts'

export type SeedAppointment = {
  validFrom: PlainDate
  validTo: PlainDate | null
  isMain: boolean
  workOrgId: string
  establishmentOrgId: string | null
  payOrgId: string
  staffCategory: string
  postCategory: string
  postLevel: PostLevel
  schoolPost: SchoolPost | null
  stage: string
  subject: string | null
  employmentForm: EmploymentForm
  startReason: string
  endReason: string | null
  documentNo: string | null
}

export type CareerFacts = {
  role: Role
  stage: string
  subject: string | null
  school: SeedSchool
  /** Schools of the county that have the stage, the own one among them. */
  neighbours: readonly SeedSchool[]
  workStartedOn: PlainDate
  titles: readonly SeedTitle[]
  isOnEstablishment: boolean
  /** The day the last appointment ends, and why; null while in service. */
  end: { on: PlainDate; reason: string } | null
  /** The first day of the next term: what has been decided for it is dated ahead. */
  nextTerm: PlainDate
  today: PlainDate
}

type Stay = {
  from: PlainDate
  school: SeedSchool
  post: SchoolPost | null
  reason: 'hired' | 'transferred' | 'post_changed'
}
type Units = Pick<SeedAppointment, 'workOrgId' | 'establishmentOrgId' | 'payOrgId' | 'employmentForm'>

/** The main appointments in order, each beginning where the one before ends, and now and then a concurrent post. */
export function appointmentsOf(random: Random, facts: CareerFacts): SeedAppointment[] {
  const last = facts.end?.on ?? facts.today
  const stays = staysOf(random, facts)
  const levels = facts.titles
    .map((title) => title.validFrom)
    .filter((day) => day > facts.workStartedOn && day < last)
  const contractUntil = specialPostUntil(random, facts)
  const days = [
    ...new Set([
      ...stays.map((stay) => stay.from),
      ...levels,
      ...(contractUntil && contractUntil < facts.today ? [contractUntil] : []),
    ]),
  ].sort()
  const found = days.map((validFrom) => {
    const stay = stays.findLast((one) => one.from <= validFrom) ?? stays[0]
    if (!stay) throw new RangeError('a career has a first stay')
    const begins = stay.from === validFrom
    return appointmentOn(random, facts, stay, validFrom, {
      onSpecialPost: contractUntil !== null && validFrom < contractUntil,
      startReason: begins ? stay.reason : 'post_changed',
    })
  })
  found.forEach((one, at) => {
    const next = found[at + 1]
    one.validTo = next ? next.validFrom : (facts.end?.on ?? null)
    one.endReason = next ? next.startReason : (facts.end?.reason ?? null)
  })
  return withLatestTurns(random, facts, found)
}

function appointmentOn(
  random: Random,
  facts: CareerFacts,
  stay: Stay,
  on: PlainDate,
  how: { onSpecialPost: boolean; startReason: string },
): SeedAppointment {
  const title = facts.titles.findLast((one) => one.validFrom <= on)
  const isWorker = facts.role === 'worker'
  const isManager = facts.role === 'administrator'
  const professional = postLevelOf(title, facts.workStartedOn, on)
  const postLevel: PostLevel = isWorker ? 'worker_3' : isManager ? 'management_9' : professional
  return {
    validFrom: on,
    validTo: null,
    isMain: true,
    ...unitsOf(random, facts, stay.school, how.onSpecialPost),
    staffCategory: CATEGORY_OF[facts.role],
    postCategory: isWorker ? '4' : isManager ? '3' : facts.role === 'assistant' ? '2' : '1',
    postLevel,
    schoolPost: stay.post,
    stage: facts.stage,
    subject: facts.subject,
    employmentForm: formOf(facts, how.onSpecialPost),
    startReason: how.startReason,
    endReason: null,
    documentNo: how.startReason === 'transferred' ? documentNo(random, stay.school, on) : null,
  }
}

/** Village schools have their establishment posts and pay at the township's central school. */
function unitsOf(
  random: Random,
  facts: CareerFacts,
  school: SeedSchool,
  onSpecialPost: boolean,
): Omit<Units, 'employmentForm'> {
  const holder = school.centralId ?? school.id
  const atCentre = school.isRural && school.schoolKind !== '111' ? holder : school.id
  if (!facts.isOnEstablishment || onSpecialPost) {
    return {
      workOrgId: school.id,
      establishmentOrgId: null,
      payOrgId: random.chance(0.5) ? school.countyId : school.id,
    }
  }
  return { workOrgId: school.id, establishmentOrgId: atCentre, payOrgId: atCentre }
}

function formOf(facts: CareerFacts, onSpecialPost: boolean): EmploymentForm {
  if (onSpecialPost) return 'special_post'
  if (facts.isOnEstablishment) return 'establishment'
  if (facts.role === 'worker') return 'dispatch'
  return facts.workStartedOn > '2019' ? 'purchased_service' : 'contract'
}

/** 特岗: three years at a rural school, then onto the establishment. */
function specialPostUntil(random: Random, facts: CareerFacts): PlainDate | null {
  const until = addYears(facts.workStartedOn, 3)
  const fits = facts.school.isRural && facts.isOnEstablishment && facts.workStartedOn > '2009'
  return fits && facts.end === null && random.chance(0.25) ? until : null
}

/** Schools and posts over the years; the last stay is at the school that the person was made for. */
function staysOf(random: Random, facts: CareerFacts): Stay[] {
  const first = Number(facts.workStartedOn.slice(0, 4)) + 3
  const last = Number((facts.end?.on ?? facts.today).slice(0, 4)) - 1
  const years = new Set<number>()
  const moves = Math.min(3, Math.floor(Math.max(0, last - first) / 14 + random.next()))
  for (let made = 0; made < moves && last > first; made++) years.add(random.int(first, last))
  const isLeader = facts.role === 'principal' || facts.role === 'deputy'
  if (isLeader && last > first) years.add(random.int(Math.max(first, last - 6), last))
  const days = [facts.workStartedOn, ...[...years].sort().map((year) => `${year}-09-01`)]
  let school = facts.school
  return days
    .map((from, at): Stay => ({ from, school, post: null, reason: at === 0 ? 'hired' : 'transferred' }))
    .reverse()
    .map((stay, back, all): Stay => {
      const post = back === 0 ? postOf(random, facts.role) : postOf(random, earlierRole(facts.role, back))
      const placed = { ...stay, school, post }
      const isMove = all.length - 1 > back && !(facts.role === 'middle' && back === 0 && random.chance(0.5))
      if (!isMove) return { ...placed, reason: back === all.length - 1 ? 'hired' : 'post_changed' }
      const before = school
      school = random.pick(facts.neighbours)
      return { ...placed, reason: school === before ? 'post_changed' : 'transferred' }
    })
    .reverse()
}

/** Who leads now was a deputy or held a middle post before, and taught before that. */
function earlierRole(role: Role, back: number): Role {
  if (role === 'principal') return back === 1 ? 'deputy' : back === 2 ? 'middle' : 'teacher'
  if (role === 'deputy') return back === 1 ? 'middle' : 'teacher'
  return role === 'middle' ? 'teacher' : role
}

/** What is new this year or decided for the next term: exchange postings, transfers ahead, a second school. */
function withLatestTurns(random: Random, facts: CareerFacts, found: SeedAppointment[]): SeedAppointment[] {
  const current = found.at(-1)
  const others = facts.neighbours.filter((one) => one !== facts.school)
  const isTeacher = facts.role === 'teacher' && facts.isOnEstablishment
  if (!current || facts.end || !isTeacher || others.length === 0 || facts.workStartedOn >= facts.today)
    return found
  const turn = random.next()
  const postedOn = `${Number(facts.today.slice(0, 4)) - (facts.today.slice(5) < '09-01' ? 1 : 0)}-09-01`
  if (turn < 0.025 && current.validFrom < postedOn) {
    const host = random.pick(others.some((one) => one.isRural) ? others.filter((one) => one.isRural) : others)
    return [
      ...found,
      follow(current, postedOn, 'posted', {
        workOrgId: host.id,
        schoolPost: null,
        documentNo: documentNo(random, host, postedOn),
      }),
    ]
  }
  if (turn < 0.033) {
    const next = random.pick(others)
    const home = { workOrgId: next.id, establishmentOrgId: next.id, payOrgId: next.id, schoolPost: null }
    return [
      ...found,
      follow(current, facts.nextTerm, 'transferred', {
        ...home,
        documentNo: documentNo(random, next, facts.nextTerm),
      }),
    ]
  }
  if (turn < 0.043) {
    const second = random.pick(others)
    const units = { workOrgId: second.id, establishmentOrgId: null, schoolPost: null }
    const from = current.validFrom > postedOn ? current.validFrom : postedOn
    return [...found, { ...current, ...units, isMain: false, validFrom: from, startReason: 'posted' }]
  }
  return found
}

/** Closes `current` on the day and answers what follows it. */
function follow(
  current: SeedAppointment,
  on: PlainDate,
  reason: string,
  changes: Partial<SeedAppointment>,
): SeedAppointment {
  current.validTo = on
  current.endReason = reason
  return { ...current, ...changes, validFrom: on, validTo: null, endReason: null, startReason: reason }
}

function documentNo(random: Random, school: SeedSchool, on: PlainDate): string {
  return `${school.name.slice(0, 1)}教人字〔${on.slice(0, 4)}〕${random.int(1, 60)}号`
}
