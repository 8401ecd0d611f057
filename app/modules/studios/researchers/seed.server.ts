/** The demo's researchers: some a bureau, with contact schools, and two school years of days that schools confirmed. */
import { isRural } from '#app/modules/registry/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, addYears, type PlainDate, schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { type Random, randomOf } from '#prisma/seed/random.ts'
import { LOG_KINDS, type LogKind } from './researcher.ts'

/** One of the demo's accounts is that of a researcher, another that of a school that has a day to confirm. */
const RESEARCHER_ACCOUNT = 'researcher'
const HOST_ACCOUNT = 'school-office'
const PER_BUREAU = 4
const YEARS = 3
const CONTACTS = 3
/** When schools are closed. */
const HOLIDAY_MONTHS = ['02', '07', '08']
/** Days between two visits of one researcher. */
const EVERY = 11
/** The latest wait for the schools' word. */
const WAITING_DAYS = 12
const GOAL = '两年内建起校本教研制度，每学期一次主题教研'
const TITLES: Record<LogKind, readonly string[]> = {
  demonstration: ['示范课：单元起始课', '示范课：习题讲评'],
  open_lesson: ['公开课：复习课怎么上', '公开课：小组合作学习'],
  research_lesson: ['研究课：同课异构', '研究课：作业设计'],
  guidance: ['听课评课、指导集体备课', '诊断课堂、指导青年教师'],
}

type Candidate = { personId: string; schoolId: string; orgId: string; stage: string; subject: string }

export async function seedResearchers(tx: Db, wish: SeedWish): Promise<void> {
  const random = randomOf('researchers')
  const validFrom = schoolYearStart(schoolYearOf(wish.today) - 1)
  const term = { validFrom: toDbDate(validFrom), validTo: toDbDate(addYears(validFrom, YEARS)) }
  const people = await candidates(tx, wish.today)
  for (const [at, { orgId, personId, schoolId, stage, subject }] of people.entries()) {
    const id = wish.newId()
    const of = { id, orgId, personId, stage, subject, ...term, namedByName: '教研室' }
    await tx.researcher.create({ data: of })
    const chosen = await schoolsFor(tx, orgId, stage, at)
    const schools = at === 0 ? [...new Set([...chosen, ...(await hostOf(tx))])] : chosen
    if (at === 0) {
      const data = { personId, organisationId: schoolId }
      await tx.account.updateMany({ where: { username: RESEARCHER_ACCOUNT }, data })
    }
    await tx.researcherContact.createMany({
      data: schools.map((schoolId) => ({
        id: wish.newId(),
        researcherId: id,
        schoolId,
        goal: GOAL,
        ...term,
      })),
    })
    const logs = logsOf({ researcherId: id, schools, from: validFrom, isBusy: at % 5 !== 4, random }, wish)
    await tx.researcherLog.createMany({ data: logs })
  }
}

/** Of each bureau teachers with the higher titles who lead no studio, each of another subject. */
function candidates(tx: Db, day: PlainDate): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    with one as (
      select distinct on (b.id, e.subject) b.id as org, b.code, e.person_id, e.org_id, e.stage, e.subject
      from roster_entry e join organisation o on o.id = e.org_id
      -- A quarter is for the city to choose from.
      join organisation b on b.id = case when md5(e.person_id::text) < '4' then o.prefecture_id else o.county_id end
      where e.valid_from <= ${day}::date and ${day}::date < e.valid_to and e.status = 'in_post' and e.subject is not null
        and e.staff_category = 'full_time_teacher' and e.title_level in ('senior', 'full_senior') and e.stage in ('primary', 'junior')
        and not exists (select from studio_member m where m.person_id = e.person_id)
        and not exists (select from account a where a.person_id = e.person_id)
      order by b.id, e.subject, md5(e.person_id::text)), numbered as (
      select *, row_number() over (partition by org order by stage = 'primary' desc, md5(subject)) as place from one)
    select person_id as "personId", org_id as "schoolId", org as "orgId", stage, subject from numbered where place <= ${PER_BUREAU} order by code, place`
}

/** Of the bureau and the stage, rural ones first; every researcher begins at another. */
async function schoolsFor(tx: Db, orgId: string, stage: string, at: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select o.id from organisation o where ${orgId}::uuid = any(o.lineage) and o.kind = 'school' and ${stage} = any(o.stages)
      and o.closed_on is null order by ${isRural} desc, md5(o.id::text || ${at}::text) limit ${CONTACTS}`
  return rows.map(({ id }) => id)
}

async function hostOf(tx: Db): Promise<string[]> {
  const host = await tx.account.findUnique({ where: { username: HOST_ACCOUNT } })
  return host ? [host.organisationId] : []
}

type Logs = {
  researcherId: string
  schools: readonly string[]
  from: PlainDate
  isBusy: boolean
  random: Random
}

function logsOf(
  { researcherId, schools, from, isBusy, random }: Logs,
  { newId, today }: SeedWish,
): Prisma.ResearcherLogCreateManyInput[] {
  const logs: Prisma.ResearcherLogCreateManyInput[] = []
  for (let day = addDays(from, random.int(5, EVERY)); day < today; day = addDays(day, EVERY)) {
    const weekday = new Date(day).getUTCDay()
    const isNational = day.slice(5) >= '10-01' && day.slice(5) <= '10-07'
    const isOff = isNational || HOLIDAY_MONTHS.includes(day.slice(5, 7)) || weekday === 0 || weekday === 6
    const waits = day > addDays(today, -WAITING_DAYS)
    const schoolId = waits ? schools.at(-1) : schools[logs.length % Math.max(schools.length, 1)]
    if (isOff || !schoolId) continue
    // Who is not busy gives no lessons.
    const kind = isBusy ? (LOG_KINDS[logs.length % LOG_KINDS.length] ?? 'guidance') : 'guidance'
    logs.push({
      ...{
        id: newId(),
        researcherId,
        schoolId,
        heldOn: toDbDate(day),
        kind,
        title: random.pick(TITLES[kind]),
      },
      part: random.chance(0.7) ? 'day' : 'morning',
      about: '听课两节，与教研组交流，商定下次主题。',
      ...(!waits && {
        state: 'confirmed',
        answeredAt: new Date(`${addDays(day, 1)}T02:00:00Z`),
        answeredByName: '学校办公室',
      }),
    })
  }
  return logs
}
