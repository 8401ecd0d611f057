/** The demo's round: one county's, with posts signed off, in which teachers are volunteering. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { addDays, schoolYearStart } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { type Random, randomOf } from '#prisma/seed/random.ts'
import { nextSchoolYear } from '../due-filter.ts'
import { FAMILY_GROUNDS } from '../volunteering/family-claim.ts'

/** 东昌府区. */
export const COUNTY_CODE = '371502'
const HOSTS = 8
const VOLUNTEERS = 60

type Host = { id: string; stage: string }
export type Teacher = { personId: string; orgId: string; stage: string; subject: string; staffNumber: string }

export async function seedRound(tx: Db, { today, newId }: SeedWish): Promise<void> {
  const county = await tx.organisation.findUnique({ where: { code: COUNTY_CODE } })
  if (!county) return
  const random = randomOf('exchange round')
  const schoolYear = nextSchoolYear(today)
  const id = newId()
  const until = (days: number) => toDbDate(addDays(today, days))
  await tx.exchangeRound.create({
    data: {
      ...{ id, orgId: county.id, schoolYear },
      ...{ needsUntil: until(-7), volunteersUntil: until(21), contestUntil: until(30) },
    },
  })
  const teachers = await teachersOf(tx, county.id, schoolYearStart(schoolYear))
  const posts = await offerPosts(tx, { id, schoolYear, newId }, await hostsOf(tx, county.id), random)
  const locked = { needsLockedAt: new Date(), needsLockedByName: '东昌府区人事股' }
  await tx.exchangeRound.update({ where: { id }, data: { state: 'volunteering', ...locked } })
  await volunteerFor(tx, { id, newId }, teachers, posts, random)
}

/** Compulsory schools of the county that lie farthest out. */
export function hostsOf(tx: Db, countyId: string): Promise<Host[]> {
  return tx.$queryRaw<Host[]>`
    select o.id, stage from organisation o cross join lateral unnest(o.stages) as stage
    where o.county_id = ${countyId}::uuid and o.kind = 'school' and o.is_public and o.closed_on is null
      and stage in ('primary', 'junior')
    order by o.place_type desc, o.code limit ${HOSTS}`
}

/** Teachers who have served long enough, and are exempt from nothing. */
export function teachersOf(tx: Db, countyId: string, day: string): Promise<Teacher[]> {
  return tx.$queryRaw<Teacher[]>`
    select e.person_id as "personId", e.org_id as "orgId", e.stage, e.subject, e.staff_number as "staffNumber"
    from roster_entry e join organisation o on o.id = e.org_id
    where e.county_id = ${countyId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to
      and e.stage in ('primary', 'junior') and e.subject is not null and e.staff_category = 'full_time_teacher'
      and e.status = 'in_post' and e.establishment_org_id is not null and e.school_post is null
      and e.org_since <= ${addDays(day, -6 * 365 - 2)}::date and e.birth_date > ${addDays(day, -50 * 365)}::date
      and o.kind = 'school' and o.is_public
      and not exists (select from exchange_exemption x where x.person_id = e.person_id)
      and not exists (select from exchange_posting x where x.person_id = e.person_id)
    order by e.staff_number`
}

export type Post = { id: string; stage: string; subject: string; orgId: string; places: number }

/** Every host asks for one to three of the subjects that are taught most. */
export async function offerPosts(
  tx: Db,
  { id: roundId, schoolYear, newId }: { id: string; schoolYear: number; newId: () => string },
  hosts: readonly Host[],
  random: Random,
): Promise<Post[]> {
  const posts: Post[] = []
  const [validFrom, validTo] = [
    toDbDate(schoolYearStart(schoolYear)),
    toDbDate(schoolYearStart(schoolYear + 1)),
  ]
  for (const { id: orgId, stage } of hosts) {
    for (const subject of ['mathematics', 'chinese', 'english'].slice(0, random.int(1, 3))) {
      const post = { id: newId(), orgId, stage, subject, places: random.int(1, 2) }
      const note = random.chance(0.4) ? '提供周转宿舍' : ''
      const about = { roundId, form: 'fixed_term', validFrom, validTo, note }
      await tx.exchangeNeed.create({ data: { ...post, ...about } })
      posts.push(post)
    }
  }
  return posts
}

async function volunteerFor(
  tx: Db,
  { id: roundId, newId }: { id: string; newId: () => string },
  teachers: readonly Teacher[],
  posts: readonly Post[],
  random: Random,
): Promise<void> {
  let volunteers = 0
  for (const { personId, stage, subject } of teachers) {
    const fitting = posts.filter((post) => post.stage === stage && post.subject === subject)
    if (fitting.length === 0 || !random.chance(0.5)) continue
    const claims = FAMILY_GROUNDS.filter(() => random.chance(0.1)).map(({ code }) => ({
      ...{ ground: code, isConfirmed: random.chance(0.5) ? true : null, checkedBy: null },
    }))
    const id = newId()
    await tx.exchangeApplication.create({
      data: {
        ...{ id, roundId, personId, state: 'submitted', submittedAt: new Date(), claims },
        ...{ statement: '愿意到乡村学校任教，服从组织安排。', acceptsOther: random.chance(0.6) },
        preferences: { create: fitting.slice(0, 3).map(({ id: needId }, at) => ({ rank: at + 1, needId })) },
      },
    })
    volunteers += 1
    if (volunteers === VOLUNTEERS) return
  }
}
