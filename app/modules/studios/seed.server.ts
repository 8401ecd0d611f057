/** The demo's studios: three a stage in the middle of their term, with members of several schools; and a call that is open. */

import { isRural } from '#app/modules/registry/index.server.ts'
import { CODE_LISTS, codeLabel } from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { addDays, addYears, type PlainDate, schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { randomOf } from '#prisma/seed/random.ts'
import { seedActivities } from './activities/seed.server.ts'
import { seedResearchers } from './researchers/seed.server.ts'

/** 聊城市. */
const CITY_CODE = '3715'
const STAGES = ['kindergarten', 'primary', 'junior', 'senior'] as const
const STUDIOS_A_STAGE = 3
const CORE = 5
const TRAINEES = 10
/** Of the trainees, those of rural schools. */
const RURAL = 4
/** Of a trainee's seats, kept for rural ones from the last downwards. */
const LAST_SEAT = 20
const YEARS = 3

type Teacher = {
  personId: string
  name: string
  schoolId: string
  countyId: string | null
  stage: string
  subject: string
  isRural: boolean
}
/** One of the demo's accounts is that of a leader. */
const LEADER_ACCOUNT = 'studio-leader'

async function giveAccount(tx: Db, leader: Teacher | undefined): Promise<void> {
  if (!leader) return
  const { personId, schoolId: organisationId } = leader
  await tx.account.updateMany({ where: { username: LEADER_ACCOUNT }, data: { personId, organisationId } })
}

type Made = { id: string; validFrom: Date; validTo: Date }

export async function seedStudios(tx: Db, wish: SeedWish): Promise<void> {
  const city = await tx.organisation.findUnique({ where: { code: CITY_CODE } })
  if (!city) return
  const validFrom = schoolYearStart(schoolYearOf(wish.today) - 2)
  const term = { validFrom: toDbDate(validFrom), validTo: toDbDate(addYears(validFrom, YEARS)) }
  for (const stage of STAGES) {
    const leaders = chosen(await teachersOf(tx, stage, wish.today, 'senior'), STUDIOS_A_STAGE)
    if (stage === 'primary') await giveAccount(tx, leaders[0])
    const others = await teachersOf(tx, stage, wish.today, 'any')
    const taken = new Set(leaders.map(({ personId }) => personId))
    for (const leader of leaders) {
      const studio = await foundStudio(tx, { orgId: city.id, leader, ...term }, wish)
      await addMembers(tx, studio, membersFor(leader, others, taken), wish)
    }
  }
  const led = await tx.studioMember.findFirst({
    where: { role: 'leader', person: { account: { username: LEADER_ACCOUNT } } },
  })
  await seedActivities(tx, wish, led?.studioId ?? null)
  await openCall(tx, city.id, wish)
  await seedResearchers(tx, wish)
}

/** Of one stage, in post and teaching; those with the higher titles, or all. */
function teachersOf(tx: Db, stage: string, day: PlainDate, which: 'senior' | 'any'): Promise<Teacher[]> {
  const titles = which === 'senior' ? ['senior', 'full_senior'] : ['level_1', 'level_2']
  return tx.$queryRaw<Teacher[]>`
    select e.person_id as "personId", p.name, e.org_id as "schoolId", e.county_id as "countyId", e.stage, e.subject, ${isRural} as "isRural"
    from roster_entry e join person p on p.id = e.person_id join organisation o on o.id = e.org_id
    where e.stage = ${stage} and e.valid_from <= ${day}::date and ${day}::date < e.valid_to and e.subject is not null
      and e.staff_category = 'full_time_teacher' and e.status = 'in_post' and e.school_post is null
      and e.title_level = any(${titles})
    order by md5(e.person_id::text) limit 4000`
}

/** Of different subjects and schools as far as there are. */
function chosen(teachers: readonly Teacher[], count: number): Teacher[] {
  const found: Teacher[] = []
  for (const key of ['subject', 'schoolId'] as const) {
    for (const one of teachers) {
      if (found.length === count) return found
      const isNew = found.every((other) => other[key] !== one[key] && other.schoolId !== one.schoolId)
      if (isNew) found.push(one)
    }
  }
  return found
}

async function foundStudio(
  tx: Db,
  { orgId, leader, validFrom, validTo }: { orgId: string; leader: Teacher; validFrom: Date; validTo: Date },
  { newId }: SeedWish,
): Promise<Made> {
  const { personId, schoolId, stage, subject } = leader
  const label = (name: 'stage' | 'subject', code: string) => codeLabel(CODE_LISTS[name], code, 'zh-CN')
  const about = [...new Set([label('stage', stage), label('subject', subject)])].join('')
  const id = newId()
  await tx.studio.create({
    data: {
      ...{ id, orgId, schoolId, stage, subject, validFrom, validTo, tier: 'city' },
      name: `${leader.name}${about}名师工作室`,
      members: { create: { id: newId(), personId, role: 'leader', validFrom, validTo } },
    },
  })
  return { id, validFrom, validTo }
}

const isKept = (at: number) => at >= CORE + TRAINEES - RURAL
const PAIRS = 4
const GOALS = ['一年内上一节县级公开课', '完成一个单元的整体教学设计并在本校推广', '主持一项校级小课题']

/** Colleagues of the same subject, from different schools, the leader's among them. */
function membersFor(leader: Teacher, others: readonly Teacher[], taken: Set<string>): Teacher[] {
  const perSchool = new Map<string, number>()
  const pick = (most: number, fits: (one: Teacher) => boolean) => {
    const found: Teacher[] = []
    for (const one of others) {
      const here = perSchool.get(one.schoolId) ?? 0
      if (found.length === most) break
      if (one.subject !== leader.subject || taken.has(one.personId) || here >= 2 || !fits(one)) continue
      perSchool.set(one.schoolId, here + 1)
      taken.add(one.personId)
      found.push(one)
    }
    return found
  }
  const rural = pick(RURAL, (one) => one.isRural)
  return [...pick(CORE + TRAINEES - rural.length, () => true), ...rural]
}

async function addMembers(
  tx: Db,
  { id: studioId, ...term }: Made,
  people: readonly Teacher[],
  { newId }: SeedWish,
) {
  await tx.studioMember.createMany({
    data: people.map(({ personId }, at) => ({
      ...{ id: newId(), studioId, personId, ...term },
      ...(at < CORE ? { role: 'core', seat: at + 1 } : { role: 'trainee', seat: at + 1 - CORE }),
      ...(isKept(at) && { seat: LAST_SEAT - (at - CORE - TRAINEES + RURAL) }),
    })),
  })
  await tx.studioPair.createMany({
    data: people.slice(CORE, CORE + PAIRS).map(({ personId: traineeId }, at) => ({
      ...{ id: newId(), studioId, traineeId, mentorId: people[at]?.personId ?? '', ...term },
      goal: GOALS[at % GOALS.length] ?? '',
    })),
  })
}

const APPLICANTS = 6

async function openCall(tx: Db, orgId: string, { today, newId }: SeedWish): Promise<void> {
  const random = randomOf('studio call')
  const callId = newId()
  const on = (days: number) => toDbDate(addDays(today, days))
  await tx.studioCall.create({
    data: {
      ...{
        id: callId,
        orgId,
        tier: 'city',
        title: '新一届名师工作室主持人征集',
        documentNo: '聊教函〔征〕12 号',
      },
      about:
        '面向全市在职教师征集主持人。工作室一届三年，每年送教下乡不少于四次，其中到乡村和薄弱学校不少于两次。',
      ...{ stages: ['primary', 'junior'], subjects: [], places: 4, saidByName: '市局人事科' },
      ...{ opensOn: on(-10), closesOn: on(20), termFrom: on(80) },
    },
  })
  const candidates = await teachersOf(tx, 'primary', today, 'senior')
  const leading = await tx.studioMember.findMany({ where: { role: 'leader' }, select: { personId: true } })
  const free = candidates.filter(({ personId }) => leading.every((one) => one.personId !== personId))
  for (const one of chosen(free, APPLICANTS)) {
    await tx.studioApplication.create({
      data: {
        ...{ id: newId(), callId, personId: one.personId, schoolId: one.schoolId, stage: one.stage },
        ...{
          subject: one.subject,
          name: `${codeLabel(CODE_LISTS.subject, one.subject, 'zh-CN')}课堂研究工作室`,
        },
        plan: '第一年组建团队、诊断课堂；第二年送教、研课，形成课例；第三年总结推广，每名学员至少一节公开课。',
        ...{ decision: { outcome: 'may', reasons: [] }, sentAt: on(-random.int(1, 8)) },
      },
    })
  }
}
