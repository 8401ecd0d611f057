/**
 * Keeps how everybody stands: each day all of them once, some thousands at a time, and between whose ledger was written.
 * The figures of schools, counties and the prefecture follow in the database.
 */

import { retirementCategory } from '#app/modules/registry/index.server.ts'
import {
  ACTIVE_STATUSES,
  HEAD_POSTS,
  type RetirementCategory,
  retirementFor,
} from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma, type PrismaClient } from '#app/platform/database/generated/client.ts'
import { fullYearsBetween, type PlainDate } from '#app/platform/dates.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import type { Sum } from '../counting.ts'
import { ageBandOf, outlookOf } from '../outlook.ts'
import { roleFacts, standing } from '../standing.ts'
import { type TrainingPolicies, yearOf } from '../training-policy.ts'

const { sql } = Prisma

/** So many people are looked at in one transaction. */
const A_ROUND = 2_000
/** No cycle reaches further back or ahead. */
const MOST_CYCLE_YEARS = 10

/** Looks at some of those who are left for the day; answers whether nobody is. */
export async function keepSome(db: PrismaClient, day: PlainDate): Promise<boolean> {
  return db.$transaction((tx) => keepNext(tx, day), LONG)
}

/** Looks at everybody at once, in the caller's transaction. */
export async function keepEverybody(tx: Db, day: PlainDate): Promise<void> {
  while (!(await keepNext(tx, day))) {
    // The next of them.
  }
}

async function keepNext(tx: Db, day: PlainDate): Promise<boolean> {
  const today = toDbDate(day)
  await tx.trainingOutlookRound.createMany({ data: [{ day: today, isDone: false }], skipDuplicates: true })
  const [round] = await tx.$queryRaw<{ day: Date; doneTo: string | null; isDone: boolean }[]>`
    select day, done_to as "doneTo", is_done as "isDone" from training_outlook_round for update skip locked`
  // Another process is at it.
  if (!round) return true
  const isToday = fromDbDate(round.day) === day
  if (isToday && round.isDone) return keepStale(tx, day)
  const after = (isToday && round.doneTo) || FIRST_ID
  const people = await peopleFor(tx, day, sql`e.person_id > ${after}::uuid`)
  await keep(tx, people, day)
  const isDone = people.length < A_ROUND
  if (isDone) await dropGone(tx, day, sql`true`)
  const doneTo = people.at(-1)?.personId ?? null
  await tx.trainingOutlookRound.updateMany({ data: { day: today, doneTo, isDone } })
  return isDone
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const LONG = { timeout: 120_000 }

async function keepStale(tx: Db, day: PlainDate): Promise<boolean> {
  const stale = await tx.$queryRaw<{ personId: string }[]>`
    delete from training_stale where person_id in (
      select person_id from training_stale order by person_id limit ${A_ROUND} for update skip locked)
    returning person_id as "personId"`
  if (stale.length === 0) return true
  const ids = stale.map(({ personId }) => personId)
  const among = sql`e.person_id = any(${ids}::uuid[])`
  await keep(tx, await peopleFor(tx, day, among), day)
  await dropGone(tx, day, sql`x.person_id = any(${ids}::uuid[])`)
  return stale.length < A_ROUND
}

type Person = {
  personId: string
  orgId: string
  countyId: string | null
  prefectureId: string | null
  subject: string
  placeType: string
  birthDate: PlainDate | null
  sex: string
  category: RetirementCategory
  schoolPost: string | null
  honours: string[]
  teachingSince: PlainDate | null
  ownFirstYear: number | null
  sums: Sum[]
}

/** Of whom the five years are asked: teachers and principals in service. */
const isAsked = (day: PlainDate) => sql`
  e.valid_from <= ${day}::date and ${day}::date < e.valid_to and e.status = any(${[...ACTIVE_STATUSES]}::text[])
  and (e.staff_category = 'full_time_teacher' or e.school_post = any(${[...HEAD_POSTS]}::text[]))`

function peopleFor(tx: Db, day: PlainDate, among: Prisma.Sql): Promise<Person[]> {
  const year = Number(day.slice(0, 4))
  return tx.$queryRaw<Person[]>`
    select e.person_id as "personId", e.org_id as "orgId", e.county_id as "countyId", e.prefecture_id as "prefectureId",
      coalesce(e.subject, '') as subject, coalesce(o.place_type, '') as "placeType", e.birth_date::text as "birthDate", e.sex,
      ${retirementCategory('e')} as category, e.school_post as "schoolPost", e.honours,
      p.teaching_since::text as "teachingSince", c.first_year as "ownFirstYear",
      coalesce((select json_agg(json_build_object('year', s.year, 'level', s.level, 'category', s.category, 'tenths', s.tenths))
        from training_sum s where s.person_id = e.person_id and s.tenths > 0
          and s.year between ${year - MOST_CYCLE_YEARS} and ${year + MOST_CYCLE_YEARS}), '[]') as sums
    from roster_entry e
    join person p on p.id = e.person_id
    join organisation o on o.id = e.org_id
    left join training_cycle c on c.person_id = e.person_id
    where ${isAsked(day)} and (${among})
    order by e.person_id limit ${A_ROUND}`
}

async function keep(tx: Db, people: readonly Person[], day: PlainDate): Promise<void> {
  if (people.length === 0) return
  const policies = await policiesFor(tx, people, day)
  const rows = people.map((person) =>
    rowOf(person, day, policies.get(placeOfSettings(person)) as TrainingPolicies),
  )
  await tx.$executeRaw`
    insert into training_outlook as k (person_id, year, org_id, county_id, prefecture_id, subject, age_band, place_type, state, why,
      required, reached, missing, until)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(person_id uuid, year int, org_id uuid, county_id uuid,
      prefecture_id uuid, subject text, age_band text, place_type text, state text, why text, required int, reached int,
      missing int, until date)
    on conflict (person_id, year) do update set org_id = excluded.org_id, county_id = excluded.county_id,
      prefecture_id = excluded.prefecture_id, subject = excluded.subject, age_band = excluded.age_band,
      place_type = excluded.place_type, state = excluded.state, why = excluded.why, required = excluded.required,
      reached = excluded.reached, missing = excluded.missing, until = excluded.until
    where k is distinct from excluded`
}

/** County and prefecture set the numbers: everybody of a county has the same. */
const placeOfSettings = ({ countyId, orgId }: Person) => countyId ?? orgId

async function policiesFor(tx: Db, people: readonly Person[], day: PlainDate) {
  const places = [...new Set(people.map(placeOfSettings))]
  const found = await policiesAtEach(
    tx,
    places.map((organisationId) => ({ organisationId, day })),
  )
  return new Map(places.map((place, at) => [place, found[at] as TrainingPolicies]))
}

function rowOf(person: Person, day: PlainDate, policies: TrainingPolicies) {
  const { teachingSince, schoolPost, honours, birthDate, sex, category } = person
  const year = yearOf(day, policies.use('training.year').value)
  const role = roleFacts(teachingSince, schoolPost, honours)
  // Of a year that is over: as its last day left it.
  const sums = person.sums.filter((one) => one.year <= year)
  const { requirements, years } = standing({ ...person, role, sums }, year, policies)
  const cycle = requirements.find(({ code }) => code === 'cycle')
  const retiresOn = retirementFor({ birthDate, sex, category })?.date ?? null
  const age = birthDate === null ? null : fullYearsBetween(birthDate, day)
  const outlook = cycle && {
    ...outlookOf(
      {
        ...{ cycle, novice: requirements.find(({ code }) => code === 'novice'), retiresOn },
        countedThisYear: years.find((one) => one.year === year)?.counted ?? 0,
      },
      day,
      policies,
    ),
  }
  return {
    ...{ person_id: person.personId, year, org_id: person.orgId, county_id: person.countyId },
    ...{ prefecture_id: person.prefectureId, subject: person.subject, age_band: ageBandOf(age) },
    ...{ place_type: person.placeType, state: outlook?.state ?? 'met', why: outlook?.why ?? '' },
    ...{ required: cycle?.required ?? 0, reached: cycle?.reached ?? 0, missing: cycle?.missing ?? 0 },
    until: cycle?.until ?? day,
  }
}

/** Who is not asked any more is not counted in this year; the years before stay as they were. */
async function dropGone(tx: Db, day: PlainDate, among: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    delete from training_outlook x where ${among}
      and x.year = (select max(year) from training_outlook)
      and not exists (select from roster_entry e where e.person_id = x.person_id and ${isAsked(day)})`
}
