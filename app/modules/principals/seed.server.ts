/** The demo's cohorts of 名校长: one whose cycle is over, one in its second year, one that calls. */
import { HEAD_POSTS } from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { addDays, addYears, type PlainDate, schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { randomOf } from '#prisma/seed/random.ts'

/** 聊城市. */
const CITY_CODE = '3715'
const PLACES = 30
const IN_LINE = 6
const APPLIED = 18
const RECOMMENDED = 9
const YEARS = 3
const INDICATORS = {
  blind: [
    ['办学思想', 30],
    ['办学业绩', 40],
    ['三年规划', 30],
  ],
  defence: [
    ['陈述', 40],
    ['问答', 30],
    ['治校能力', 30],
  ],
} as const
const PLAN =
  '任职以来完善校本教研，课堂质量逐年提升，带动两所乡村学校结对发展。三年规划：第一年建课程体系，第二年形成办学特色，第三年总结推广并带出两名后备干部。'

type Head = {
  personId: string
  schoolId: string
  countyId: string
  stage: string
  isRural: boolean
  since: PlainDate
}

export async function seedPrincipals(tx: Db, wish: SeedWish): Promise<void> {
  const city = await tx.organisation.findUnique({ where: { code: CITY_CODE } })
  if (!city) return
  const heads = await headsOf(tx, wish.today)
  const year = schoolYearOf(wish.today)
  const size = PLACES + IN_LINE
  const cohort = (title: string, first: number, more: object) => ({ title, first, orgId: city.id, ...more })
  await seedCohort(
    tx,
    cohort('第一届水城名校长培养工程', year - 1 - YEARS, { heads: heads.slice(0, size) }),
    wish,
  )
  await seedCohort(
    tx,
    cohort('第二届水城名校长培养工程', year - 1, { heads: heads.slice(size, 2 * size) }),
    wish,
  )
  await seedCall(
    tx,
    cohort('第三届水城名校长培养工程', year - 1 + YEARS, { heads: heads.slice(2 * size) }),
    wish,
  )
}

function headsOf(tx: Db, day: PlainDate): Promise<Head[]> {
  return tx.$queryRaw<Head[]>`
    select e.person_id as "personId", e.org_id as "schoolId", coalesce(o.county_id, o.prefecture_id) as "countyId",
      coalesce(e.stage, o.stages[1]) as stage, coalesce(o.place_type like '2%', false) as "isRural", e.org_since::text as since
    from roster_entry e join organisation o on o.id = e.org_id
    where e.valid_from <= ${day}::date and ${day}::date < e.valid_to and e.status = 'in_post' and o.kind = 'school'
      and e.school_post = any(${[...HEAD_POSTS]}::text[]) and coalesce(e.stage, o.stages[1]) is not null
      and e.birth_date > ${addYears(day, -54)}::date
    order by md5(e.person_id::text)`
}

type Cohort = { title: string; first: number; orgId: string; heads?: readonly Head[] }

async function createCohort(
  tx: Db,
  { title, first, orgId }: Cohort,
  { newId, today }: SeedWish,
  isOpen: boolean,
): Promise<string> {
  const id = newId()
  const cycleFrom = schoolYearStart(first)
  const opensOn = isOpen ? addDays(today, -12) : addDays(cycleFrom, -160)
  await tx.principalCohort.create({
    data: {
      ...{ id, orgId, title, documentNo: `聊教函〔${first}〕8 号`, places: PLACES, blindShare: 60 },
      about:
        '面向全市中小学、幼儿园在职校长、书记，经县区推荐、材料盲评、现场答辩和公示确定培养人选，培养期三年。',
      ...{ opensOn: toDbDate(opensOn), closesOn: toDbDate(addDays(opensOn, 30)) },
      ...{ cycleFrom: toDbDate(cycleFrom), cycleTo: toDbDate(addYears(cycleFrom, YEARS)) },
      ...{ state: isOpen ? 'open' : 'cultivating', saidByName: '市局人事科' },
      shares: {
        create: [
          { kind: 'rural', code: '', places: 3 },
          { kind: 'stage', code: 'kindergarten', places: 3 },
        ],
      },
      indicators: {
        create: (['blind', 'defence'] as const).flatMap((phase) =>
          INDICATORS[phase].map(([title, points], position) => ({ phase, position, title, points })),
        ),
      },
    },
  })
  return id
}

const base = ({ personId, schoolId, countyId, stage, isRural, since }: Head) => ({
  ...{ personId, schoolId, countyId, stage, isRural, plan: PLAN },
  ...{ headSince: toDbDate(since), decision: { outcome: 'may', reasons: [] } },
})

/** Judged and named: thirty hold a place, some are in line. */
async function seedCohort(tx: Db, cohort: Cohort, wish: SeedWish): Promise<void> {
  const cohortId = await createCohort(tx, cohort, wish, false)
  const random = randomOf(cohort.title)
  const sentAt = toDbDate(addDays(schoolYearStart(cohort.first), -140))
  const scored = (cohort.heads ?? [])
    .map((head) => ({ head, blind: random.int(7_800, 9_600), defence: random.int(7_800, 9_600) }))
    .map((one) => ({ ...one, total: 60 * one.blind + 40 * one.defence }))
    .sort((one, other) => other.total - one.total)
  await tx.principalCandidate.createMany({
    data: scored.map(({ head, blind, defence, total }, at) => ({
      ...{
        id: wish.newId(),
        cohortId,
        ...base(head),
        sentAt,
        confirmedAt: toDbDate(schoolYearStart(cohort.first)),
      },
      ...{
        state: at < PLACES ? 'cultivating' : 'in_line',
        place: at < PLACES ? at + 1 : null,
        position: at + 1,
      },
      why: { rank: at + 1, by: at < PLACES ? 'rank' : 'beyond', blind, defence, total },
    })),
  })
}

/** Some are recommended already, the others wait for their county. */
async function seedCall(tx: Db, cohort: Cohort, wish: SeedWish): Promise<void> {
  const cohortId = await createCohort(tx, cohort, wish, true)
  await tx.principalCandidate.createMany({
    data: (cohort.heads ?? []).slice(0, APPLIED).map((head, at) => ({
      ...{ id: wish.newId(), cohortId, ...base(head), sentAt: toDbDate(addDays(wish.today, -6)) },
      state: at < RECOMMENDED ? 'recommended' : 'sent',
    })),
  })
}
