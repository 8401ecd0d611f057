/** The demo's activities: two years behind, two months ahead; confirmed, with what teachers made of them. */
import { isRural } from '#app/modules/registry/index.server.ts'
import { giveHours } from '#app/modules/training/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { type Random, randomOf } from '#prisma/seed/random.ts'
import type { ActivityKind, ActivityState } from './activity.ts'
import { clockOf, keysOf, momentsOf } from './activity.ts'
import { addMonths, monthOf, weekOf } from './calendar.ts'
import { USES } from './confirm.commands.server.ts'

const MONTHS_BEHIND = 24
const MONTHS_AHEAD = 2
/** When schools are closed. */
const HOLIDAY_MONTHS = ['02', '07', '08']
const KINDS: readonly ActivityKind[] = [
  ...(['outreach', 'seminar', 'open_lesson', 'outreach', 'preparation', 'forum'] as const),
  ...(['outreach', 'demonstration', 'research', 'online'] as const),
]
const TITLES: Record<ActivityKind, readonly string[]> = {
  outreach: ['送教下乡：单元整体教学', '送教下乡：作业设计', '送教下乡：同课异构'],
  forum: ['名师讲坛：读懂学生', '名师讲坛：课堂提问'],
  open_lesson: ['学员公开课', '骨干教师公开课'],
  demonstration: ['示范课：新教材第一课', '示范课：复习课怎么上'],
  seminar: ['主题研讨：课堂评价', '主题研讨：学习任务设计'],
  preparation: ['集体备课：期中复习', '集体备课：新单元'],
  research: ['课题研究：小组合作学习', '课题中期交流'],
  online: ['线上沙龙：青年教师成长', '线上评课'],
}
const ROOMS = ['录播室', '阶梯教室', '会议室', null]
const LISTENERS = 5

type Studio = {
  id: string
  name: string
  tier: string
  orgId: string
  schoolId: string
  stage: string
  subject: string
  people: string[]
}
type Host = { id: string; teachers: string[] }

/** `forLedger`: the studio whose leader's hours of late stand in the ledger too. */
export async function seedActivities(tx: Db, wish: SeedWish, forLedger: string | null): Promise<void> {
  const random = randomOf('studio activities')
  const studios = await tx.$queryRaw<Studio[]>`
    select t.id, t.name, t.tier, t.org_id as "orgId", t.school_id as "schoolId", t.stage, t.subject,
      array(select m.person_id::text from studio_member m where m.studio_id = t.id
        order by array_position(array['leader', 'core', 'trainee'], m.role), m.seat) as people
    from studio t order by t.id`
  const made: Made[] = []
  for (const [at, studio] of studios.entries()) {
    const hosts = await hostsFor(tx, studio, wish.today)
    for (let month = -MONTHS_BEHIND; month <= MONTHS_AHEAD; month++)
      made.push(...monthOfStudio({ studio, at, hosts, month, random }, wish))
  }
  await tx.studioActivity.createMany({ data: made.map(({ activity }) => activity) })
  await tx.studioBooking.createMany({ data: made.flatMap(({ bookings }) => bookings), skipDuplicates: true })
  await tx.studioAttendance.createMany({ data: made.flatMap(({ attendances }) => attendances) })
  const led = studios.find(({ id }) => id === forLedger)
  const held = made.filter(({ activity }) => activity.studioId === led?.id && activity.state === 'confirmed')
  if (led)
    for (const { activity } of held.slice(-IN_LEDGER)) await giveToLeader(tx, led, activity, wish.today)
}

const IN_LEDGER = 8

type Made = {
  activity: Prisma.StudioActivityCreateManyInput
  bookings: Prisma.StudioBookingCreateManyInput[]
  attendances: Prisma.StudioAttendanceCreateManyInput[]
}

/** Schools of the stage, those that need it most first, with some of their teachers. */
function hostsFor(tx: Db, { stage, schoolId }: Studio, day: PlainDate): Promise<Host[]> {
  return tx.$queryRaw<Host[]>`
    select o.id, array(select e.person_id::text from roster_entry e where e.org_id = o.id and e.valid_from <= ${day}::date
      and ${day}::date < e.valid_to and e.status = 'in_post' order by e.person_id limit ${LISTENERS}) as teachers
    from organisation o where ${stage} = any(o.stages) and o.kind = 'school' and o.closed_on is null and o.id <> ${schoolId}::uuid
    order by ${isRural} desc, exists (select from organisation_designation d where d.organisation_id = o.id) desc, md5(o.id::text) limit 25`
}

type Month = {
  studio: Studio
  at: number
  hosts: readonly Host[]
  month: number
  random: Random
}

/** Two afternoons a month, each studio in weeks and on weekdays of its own. */
function monthOfStudio({ studio, at, hosts, month, random }: Month, wish: SeedWish): Made[] {
  const first = addMonths(monthOf(wish.today), month)
  if (HOLIDAY_MONTHS.includes(first.slice(5, 7)) || hosts.length === 0) return []
  return [1, 3].flatMap((week) => {
    const day = addDays(weekOf(addDays(first, 7 * week)), 1 + (at % 4))
    const kind = KINDS[((month + MONTHS_BEHIND) * 2 + week + at) % KINDS.length] ?? 'outreach'
    const goesOut = kind === 'outreach' || kind === 'forum' || kind === 'demonstration'
    const host = goesOut ? hosts[random.int(0, hosts.length - 1)] : { id: studio.schoolId, teachers: [] }
    return host ? [activityOf({ studio, kind, day, host, random }, wish)] : []
  })
}

type One = { studio: Studio; kind: ActivityKind; day: PlainDate; host: Host; random: Random }

const DAY_MS = 86_400_000

function activityOf({ studio, kind, day, host, random }: One, { newId, today }: SeedWish): Made {
  const isOut = host.id !== studio.schoolId
  const state = stateOn(day < today, isOut, random)
  const [leader = '', ...others] = studio.people
  const people = [leader, ...others.filter(() => random.chance(0.25)).slice(0, 4)]
  const titles = TITLES[kind]
  const title = titles[random.int(0, titles.length - 1)] ?? ''
  const room = isOut ? (ROOMS[random.int(0, ROOMS.length - 1)] ?? null) : null
  const moments = momentsOf({ day, from: '14:00', to: '16:30' })
  const id = newId()
  const later = (days: number) => new Date(moments.endsAt.getTime() + days * DAY_MS)
  return {
    activity: {
      ...{ id, studioId: studio.id, kind, title, hostId: host.id, room, ...moments, tenths: 30, state },
      ...{ stage: studio.stage, subject: studio.subject },
      ...(state === 'confirmed' && { confirmedAt: later(1), confirmedByName: '学校办公室' }),
      ...(state === 'cancelled' && { cancelledWhy: '与学校考试冲突', sequence: 1 }),
    },
    bookings: keysOf({ people, hostId: host.id, room }).map((key) => ({
      ...{ activityId: id, key, ...moments, isReleased: state === 'cancelled' },
    })),
    attendances: state === 'confirmed' ? attendancesOf({ id, studio, host, people }, later(2), random) : [],
  }
}

function stateOn(isOver: boolean, isOut: boolean, random: Random): ActivityState {
  if (isOver) return random.chance(0.95) ? 'confirmed' : 'cancelled'
  return isOut && random.chance(0.5) ? 'asked' : 'planned'
}

type There = { id: string; studio: Studio; host: Host; people: readonly string[] }

function attendancesOf({ id: activityId, studio, host, people }: There, useAt: Date, random: Random) {
  const givers = people.map((personId) => ({ activityId, personId, orgId: studio.schoolId, part: 'giver' }))
  const listeners = host.teachers
    .filter((personId) => !people.includes(personId))
    .map((personId) => ({
      ...{ activityId, personId, orgId: host.id, part: 'listener' },
      ...(random.chance(0.75) && { use: USES[random.int(0, USES.length - 1)], useAt }),
    }))
  return [...givers, ...listeners]
}

async function giveToLeader(tx: Db, studio: Studio, activity: Made['activity'], today: PlainDate) {
  const { day } = clockOf(new Date(activity.startsAt))
  const [personId = ''] = studio.people
  await giveHours(
    tx,
    { accountId: null, displayName: '学校办公室' },
    {
      ...{ personId, orgId: studio.schoolId, source: `studios:${activity.id}`, day: today },
      ...{ title: activity.title, tenths: 30, provider: studio.name, startsOn: day, lastDay: day },
      ...{ kind: 'lesson', evidence: 'confirmed', level: 'city', category: 'pedagogy', part: 'spread' },
      note: null,
    },
  )
}
