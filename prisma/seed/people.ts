/** The made staff of one school: who they are, what they hold, what happened to them. */
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { retirementOf } from '#app/modules/registry/retirement.ts'
import { addDays, addMonths, addYears, type PlainDate, termOf } from '#app/platform/dates.ts'
import { appointmentsOf, type SeedAppointment } from './careers.ts'
import {
  educationOf,
  honoursOf,
  qualificationOf,
  type SeedEducation,
  type SeedHonour,
  type SeedQualification,
} from './learning.ts'
import { nameOf } from './names.ts'
import type { SeedSchool } from './organisations.ts'
import { ageOf, type Role, rolesOf, sexOf, subjectOf } from './posts.ts'
import { type Random, randomOf } from './random.ts'
import { type SeedTitle, titlesOf } from './titles.ts'

export type SeedStatus = {
  status: string
  validFrom: PlainDate
  validTo: PlainDate | null
  documentNo: string | null
}

export type SeedPerson = {
  name: string
  sex: '1' | '2'
  birthDate: PlainDate
  residentId: string
  ethnicity: string
  politicalStatus: string
  nativePlace: string
  workStartedOn: PlainDate
  teachingSince: PlainDate | null
  educationLevel: string | null
  employerNumber: string
  role: Role
  isInService: boolean
  appointments: SeedAppointment[]
  statuses: SeedStatus[]
  titles: SeedTitle[]
  honours: SeedHonour[]
  qualifications: SeedQualification[]
  education: SeedEducation[]
}

type Fate = 'in_service' | 'retired' | 'left' | 'deceased' | 'joining'
type Service = {
  birthDate: PlainDate
  workStartedOn: PlainDate
  end: { on: PlainDate; reason: string } | null
}

/** What all schools share: the day, and the numbers already given out. */
export type SeedWorld = {
  today: PlainDate
  nextTerm: PlainDate
  countyNames: ReadonlyMap<string, string>
  schoolsOf(countyId: string, stage: string): readonly SeedSchool[]
  takenIds: Set<string>
}

/** The first day of the term after the day: 1 February or 1 September. */
export function nextTermStart(today: PlainDate): PlainDate {
  const { schoolYear, season } = termOf(today)
  return season === 'autumn' ? `${schoolYear + 1}-02-01` : `${schoolYear + 1}-09-01`
}

/** Everyone of one school, in service and gone, as many as its size says. */
export function* peopleOf(world: SeedWorld, school: SeedSchool): Generator<SeedPerson> {
  const random = randomOf(`people ${school.code}`)
  let number = 0
  for (const role of rolesOf(random, school.size, school.kind === 'teaching_point')) {
    number += 1
    yield person(world, school, random, role, `${school.code.slice(-4)}${String(number).padStart(4, '0')}`)
  }
}

function person(
  world: SeedWorld,
  school: SeedSchool,
  random: Random,
  role: Role,
  employerNumber: string,
): SeedPerson {
  const stage = random.pick(school.stages)
  const teaches = role === 'principal' || role === 'deputy' || role === 'middle' || role === 'teacher'
  const fate = role === 'teacher' ? fateOf(random) : 'in_service'
  const age = fate === 'joining' ? random.int(22, 25) : ageOf(random, role, stage, school.isRural)
  const sex = sexOf(random, role, stage, fate === 'retired' ? 58 : age)
  const service = serviceOf(world, random, { role, sex, age, fate })
  const { birthDate, workStartedOn, end } = service
  const until = end && end.on < world.today ? end.on : world.today
  const birthYear = Number(birthDate.slice(0, 4))
  const startYear = Number(workStartedOn.slice(0, 4))
  const subject = teaches ? subjectOf(random, stage) : 'none'
  const { name, ethnicity } = nameOf(random, sex, birthYear)
  const education = educationOf(random, {
    birthYear,
    startYear,
    stage,
    subject,
    lastYear: Number(until.slice(0, 4)),
  })
  const isOnEstablishment = !random.chance(school.schoolKind === '111' ? 0.45 : school.isPublic ? 0.06 : 0.8)
  const trainedAtNormalSchool =
    education[0]?.level === '41' || (stage === 'kindergarten' && education[0]?.level === '31')
  const titles = titlesOf(random, { role, stage, workStartedOn, trainedAtNormalSchool }, until)
  const title = titles.at(-1)
  const county = world.countyNames.get(school.countyId) ?? ''
  const neighbours = world.schoolsOf(school.countyId, stage)
  const facts = {
    role,
    stage,
    subject: teaches ? subject : null,
    school,
    neighbours,
    workStartedOn,
    titles,
    isOnEstablishment,
    end,
  }
  const appointments = appointmentsOf(random, { ...facts, nextTerm: world.nextTerm, today: world.today })
  const honours =
    title && teaches
      ? honoursOf(random, {
          role,
          title: title.titleLevel,
          since: title.validFrom,
          school: school.name,
          county,
          today: until,
        })
      : []
  return {
    name,
    sex,
    birthDate,
    residentId: residentIdOf(world, random, birthDate, sex),
    ethnicity,
    politicalStatus: politicalStatusOf(random, role, age),
    nativePlace: county,
    workStartedOn,
    teachingSince: teaches ? workStartedOn : null,
    educationLevel: education.at(-1)?.level ?? null,
    employerNumber,
    role,
    isInService: end === null && workStartedOn <= world.today,
    appointments,
    statuses: statusesOf(world, random, service, sex, age, fate),
    titles,
    honours,
    qualifications: teaches
      ? [qualificationOf(random, { stage, subject, sex, startYear, county, today: until })]
      : [],
    education,
  }
}

function fateOf(random: Random): Fate {
  return random.weighted<Fate>([
    ['in_service', 938],
    ['retired', 44],
    ['left', 13],
    ['deceased', 2],
    ['joining', 3],
  ])
}

/** Birth, first day and last day, so that nobody in service is past the retirement age of the national table. */
function serviceOf(
  world: SeedWorld,
  random: Random,
  facts: { role: Role; sex: '1' | '2'; age: number; fate: Fate },
): Service {
  const category = facts.role === 'worker' ? 'worker' : 'cadre'
  const retiresOn = (birthDate: PlainDate) => retirementOf({ birthDate, sex: facts.sex, category }).date
  if (facts.fate === 'retired') {
    const birthDate = retiredBirth(world, random, retiresOn)
    const on = addDays(retiresOn(birthDate), 1)
    return { birthDate, workStartedOn: startOf(world, random, birthDate), end: { on, reason: 'retired' } }
  }
  let birthDate = addDays(addYears(world.today, -facts.age), -random.int(1, 364))
  while (retiresOn(birthDate) <= addMonths(world.today, 1)) birthDate = addYears(birthDate, 1)
  if (facts.fate === 'joining') return { birthDate, workStartedOn: world.nextTerm, end: null }
  const workStartedOn = startOf(world, random, birthDate)
  const on = addDays(world.today, -random.int(5, 900))
  if (facts.fate === 'in_service' || on <= addYears(workStartedOn, 1))
    return { birthDate, workStartedOn, end: null }
  return { birthDate, workStartedOn, end: { on, reason: facts.fate === 'left' ? 'resigned' : 'deceased' } }
}

/** A birth date whose holder retired within the last four years. */
function retiredBirth(
  world: SeedWorld,
  random: Random,
  retiresOn: (birthDate: PlainDate) => PlainDate,
): PlainDate {
  const wanted = addDays(world.today, -random.int(20, 1400))
  let birthDate = addYears(wanted, -50)
  while (retiresOn(birthDate) > wanted) birthDate = addMonths(birthDate, -1)
  return birthDate
}

/** Work begins after school: from 19 where a normal school 中师 led to it, from 22 since about 2000. */
function startOf(world: SeedWorld, random: Random, birthDate: PlainDate): PlainDate {
  const birthYear = Number(birthDate.slice(0, 4))
  const ages =
    birthYear < 1979
      ? [19, 19, 20, 20, 21, 22, 23]
      : birthYear < 1988
        ? [21, 22, 22, 23, 24]
        : [22, 23, 23, 24, 25, 26]
  const start = `${birthYear + random.pick(ages)}-${random.pick(['07', '08', '09', '09', '09'])}-01`
  if (start < world.today) return start
  const year = Number(world.today.slice(0, 4)) - (world.today > `${world.today.slice(0, 4)}-09-01` ? 0 : 1)
  return `${year}-09-01`
}

/** A number of area 371599 that nobody else of the demo has; an odd sequence for men. */
function residentIdOf(world: SeedWorld, random: Random, birthDate: PlainDate, sex: '1' | '2'): string {
  let sequence = random.int(0, 499) * 2 + (sex === '1' ? 1 : 0)
  for (;;) {
    const number = madeResidentId(birthDate, sequence)
    if (!world.takenIds.has(number)) {
      world.takenIds.add(number)
      return number
    }
    sequence = (sequence + 2) % 1000
  }
}

function politicalStatusOf(random: Random, role: Role, age: number): string {
  if (role === 'principal' || random.chance(role === 'teacher' ? 0.3 : 0.6)) return '01'
  if (age <= 28 && random.chance(0.5)) return '03'
  return random.weighted([
    ['13', 95],
    ['05', 2],
    ['07', 2],
    ['10', 1],
  ])
}

function statusesOf(
  world: SeedWorld,
  random: Random,
  { workStartedOn, end }: Service,
  sex: '1' | '2',
  age: number,
  fate: Fate,
): SeedStatus[] {
  if (end) {
    const status = fate === 'retired' ? 'retired' : fate === 'left' ? 'left' : 'deceased'
    return [{ status, validFrom: end.on, validTo: null, documentNo: null }]
  }
  if (workStartedOn > addYears(world.today, -1)) return []
  const turn = random.next()
  const since = (most: number) => addDays(world.today, -random.int(3, most))
  const documentNo = `聊教人字〔${world.today.slice(0, 4)}〕${random.int(1, 60)}号`
  const open = (status: string, most: number, until: PlainDate | null = null): SeedStatus[] => [
    {
      status,
      validFrom: since(most),
      validTo: until,
      documentNo: status === 'loaned_out' ? documentNo : null,
    },
  ]
  if (sex === '2' && age >= 24 && age <= 38 && random.chance(0.022)) {
    return open('maternity_leave', 120, addDays(world.today, random.int(20, 60)))
  }
  if (turn < 0.005) return open('sick_leave', 250)
  if (turn < 0.012) return open('loaned_out', 330, addMonths(world.today, random.int(2, 14)))
  if (turn < 0.014) return open('study_leave', 200, addMonths(world.today, random.int(3, 20)))
  if (turn < 0.015) return open('awaiting_post', 100)
  if (turn < 0.03) {
    const from = addDays(world.today, -random.int(200, 364))
    return [
      {
        status: 'sick_leave',
        validFrom: from,
        validTo: addDays(from, random.int(20, 150)),
        documentNo: null,
      },
    ]
  }
  return []
}
