/** The demo's rounds that are decided: one whose people are back and assessed, one whose people are away. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { addDays, type PlainDate, schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { type Random, randomOf } from '#prisma/seed/random.ts'
import { COUNTY_CODE, hostsOf, offerPosts, type Post, teachersOf } from '../rounds/seed.server.ts'
import { createPostings } from './from-plan.server.ts'
import type { AssessmentKind, Grade } from './posting.ts'

export async function seedPastRounds(tx: Db, { today, newId }: SeedWish): Promise<void> {
  const county = await tx.organisation.findUnique({ where: { code: COUNTY_CODE } })
  if (!county) return
  for (const schoolYear of [schoolYearOf(today) - 1, schoolYearOf(today)]) {
    const making: Making = { tx, newId, today, schoolYear, random: randomOf(`exchange round ${schoolYear}`) }
    const planId = await seedDecided(making, county.id)
    await createPostings(tx, planId, schoolYearStart(schoolYear))
    await seedAway(making, planId)
  }
}

/** Not every place finds somebody; the next round has its volunteers, too. */
const FILLED = 0.4

type Making = { tx: Db; newId: () => string; today: PlainDate; schoolYear: number; random: Random }

/** A round from its needs to its approved plan. */
async function seedDecided(making: Making, countyId: string): Promise<string> {
  const { tx, newId, schoolYear, random } = making
  const [id, planId] = [newId(), newId()]
  const start = schoolYearStart(schoolYear)
  const until = (days: number) => toDbDate(addDays(start, days))
  const windows = { needsUntil: until(-150), volunteersUntil: until(-120), contestUntil: until(-110) }
  await tx.exchangeRound.create({ data: { id, orgId: countyId, schoolYear, ...windows } })
  const posts = await offerPosts(tx, { id, schoolYear, newId }, await hostsOf(tx, countyId), random)
  const where = { id }
  const locked = { needsLockedAt: until(-149), needsLockedByName: '东昌府区人事股' }
  await tx.exchangeRound.update({ where, data: { state: 'volunteering', ...locked } })
  const placed = await placeVolunteers(making, id, countyId, posts)
  for (const state of ['contest', 'matching']) await tx.exchangeRound.update({ where, data: { state } })
  const made = { createdByName: '东昌府区人事股', createdAt: until(-100), finishedAt: until(-100) }
  await tx.exchangePlan.create({
    data: { id: planId, roundId: id, number: 1, state: 'approved', settings: {}, ...made },
  })
  await tx.exchangePlacement.createMany({
    data: placed.map(({ personId, needId }) => ({ planId, personId, needId, rank: 1, why: {} })),
  })
  await tx.exchangeRound.update({ where, data: { state: 'decided' } })
  return planId
}

/** One volunteer for each place, where there is one who fits and holds no account of the demo's. */
async function placeVolunteers(
  { tx, newId, schoolYear, random }: Making,
  roundId: string,
  countyId: string,
  posts: readonly Post[],
): Promise<{ personId: string; needId: string }[]> {
  const accounts = await tx.account.findMany({
    where: { personId: { not: null } },
    select: { personId: true },
  })
  const taken = new Set(accounts.map(({ personId }) => personId))
  const teachers = await teachersOf(tx, countyId, schoolYearStart(schoolYear))
  const placed: { personId: string; needId: string }[] = []
  for (const post of posts) {
    for (let seat = 0; seat < post.places; seat++) {
      const fits = teachers.filter(
        (one) =>
          one.stage === post.stage &&
          one.subject === post.subject &&
          one.orgId !== post.orgId &&
          !taken.has(one.personId),
      )
      const one = fits[random.int(0, Math.max(0, fits.length - 1))]
      if (!one || !random.chance(FILLED)) continue
      taken.add(one.personId)
      placed.push({ personId: one.personId, needId: post.id })
    }
  }
  for (const { personId, needId } of placed) {
    const submittedAt = toDbDate(addDays(schoolYearStart(schoolYear), -130))
    await tx.exchangeApplication.create({
      data: {
        ...{ id: newId(), roundId, personId, state: 'submitted', submittedAt, points: random.int(600, 1800) },
        ...{ statement: '愿意到乡村学校任教。', preferences: { create: { rank: 1, needId } } },
      },
    })
  }
  return placed
}

const LOGS = [
  '任本学科两个班的课，每周 14 节。',
  '上公开课一节，全镇同学科教师听课。',
  '与本校青年教师结对，共同备课。',
]
const SAID = ['教学认真，带动了教研组。', '关心学生，家校沟通好。', '按时到岗，完成各项任务。']
const MIDTERM_AFTER = 140

/** What was written while they were away, as far as the year has come. */
async function seedAway({ tx, newId, today, random }: Making, planId: string): Promise<void> {
  for (const { id, validFrom, validTo } of await datedPostings(tx, planId)) {
    const arrivedOn = addDays(validFrom, random.int(0, 2))
    if (arrivedOn > today || random.chance(0.1)) continue
    const data = { arrivedOn: toDbDate(arrivedOn), arrivalByName: '接收学校办公室' }
    await tx.exchangePosting.update({ where: { id }, data })
    for (const [at, text] of LOGS.entries()) {
      const day = addDays(validFrom, 20 + at * 45)
      if (day > today) break
      const by = { byName: at === 0 ? '接收学校办公室' : '本人' }
      await tx.exchangeLog.create({
        data: {
          id: newId(),
          postingId: id,
          kind: at === 0 ? 'duty' : 'own',
          day: toDbDate(day),
          text,
          ...by,
        },
      })
    }
    const assessments: [AssessmentKind, PlainDate][] = [
      ['midterm', addDays(validFrom, MIDTERM_AFTER)],
      ['final', addDays(validTo, -20)],
    ]
    for (const [kind, on] of assessments.filter(([, day]) => day <= today)) {
      const grade: Grade = random.chance(0.25) ? 'excellent' : 'qualified'
      const text = SAID[random.int(0, SAID.length - 1)] ?? ''
      const by = { assessedByName: '接收学校办公室', assessedOn: toDbDate(on) }
      await tx.exchangeAssessment.create({ data: { id: newId(), postingId: id, kind, grade, text, ...by } })
    }
  }
}

function datedPostings(
  tx: Db,
  planId: string,
): Promise<{ id: string; validFrom: PlainDate; validTo: PlainDate }[]> {
  return tx.$queryRaw`
    select id, valid_from::text as "validFrom", valid_to::text as "validTo" from exchange_posting
    where plan_id = ${planId}::uuid order by id`
}
