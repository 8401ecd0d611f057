/** The demo's activities: two years behind, two months ahead; confirmed, with what teachers made of them. */
import { giveHours } from '#app/modules/training/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { type Random, randomOf } from '#prisma/seed/random.ts'
import type { ActivityKind } from './activity.ts'
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

/** `forLedger`: the studio whose hours stand in the ledger too. */
export async function seedActivities(tx: Db, wish: SeedWish, forLedger: string | null): Promise<void> {
  const random = randomOf('studio activities')
  const studios = await tx.$queryRaw<Studio[]>`
    select t.id, t.name, t.tier, t.org_id as "orgId", t.school_id as "schoolId", t.stage, t.subject,
      array(select m.person_id::text from studio_member m where m.studio_id = t.id
        order by array_position(array['leader', 'core', 'trainee'], m.role), m.seat) as people
    from studio t order by t.id`
  for (const [at, studio] of studios.entries()) {
    const hosts = await hostsFor(tx, studio, wish.today)
    for (let month = -MONTHS_BEHIND; month <= MONTHS_AHEAD; month++)
      await seedMonth(tx, { studio, at, hosts, month, random, forLedger: studio.id === forLedger }, wish)
  }
}

/** Village and town schools of the stage, with some of their teachers. */
function hostsFor(tx: Db, { stage, schoolId }: Studio, day: PlainDate): Promise<Host[]> {
  return tx.$queryRaw<Host[]>`
    select o.id, array(select e.person_id::text from roster_entry e where e.org_id = o.id and e.valid_from <= ${day}::date
      and ${day}::date < e.valid_to and e.status = 'in_post' order by e.person_id limit ${LISTENERS}) as teachers
    from organisation o where ${stage} = any(o.stages) and o.kind = 'school' and o.closed_on is null and o.id <> ${schoolId}::uuid
    order by o.place_type desc, md5(o.id::text) limit 25`
}

type Month = {
  studio: Studio
  at: number
  hosts: readonly Host[]
  month: number
  random: Random
  forLedger: boolean
}

/** Two afternoons a month, each studio in weeks and on weekdays of its own. */
async function seedMonth(tx: Db, { studio, at, hosts, month, random, forLedger }: Month, wish: SeedWish) {
  const first = addMonths(monthOf(wish.today), month)
  if (HOLIDAY_MONTHS.includes(first.slice(5, 7)) || hosts.length === 0) return
  for (const week of [1, 3]) {
    const day = addDays(weekOf(addDays(first, 7 * week)), 1 + (at % 4))
    const kind =
      KINDS[
        (month + MONTHS_BEHIND) * 2 + week < 0 ? 0 : ((month + MONTHS_BEHIND) * 2 + week + at) % KINDS.length
      ]
    if (!kind) continue
    const goesOut = kind === 'outreach' || kind === 'forum' || kind === 'demonstration'
    const host = goesOut ? hosts[random.int(0, hosts.length - 1)] : { id: studio.schoolId, teachers: [] }
    if (host) await seedOne(tx, { studio, kind, day, host, random, forLedger }, wish)
  }
}

type One = {
  studio: Studio
  kind: ActivityKind
  day: PlainDate
  host: Host
  random: Random
  forLedger: boolean
}

async function seedOne(
  tx: Db,
  { studio, kind, day, host, random, forLedger }: One,
  { newId, today }: SeedWish,
) {
  const isOver = day < today
  const isOut = host.id !== studio.schoolId
  const state = isOver
    ? random.chance(0.95)
      ? 'confirmed'
      : 'cancelled'
    : isOut && random.chance(0.5)
      ? 'asked'
      : 'planned'
  const [leader = '', ...others] = studio.people
  const people = [leader, ...others.filter(() => random.chance(0.25)).slice(0, 4)]
  const titles = TITLES[kind]
  const title = titles[random.int(0, titles.length - 1)] ?? ''
  const room = isOut ? (ROOMS[random.int(0, ROOMS.length - 1)] ?? null) : null
  const moments = momentsOf({ day, from: '14:00', to: '16:30' })
  const id = newId()
  const confirmed = {
    confirmedAt: new Date(moments.endsAt.getTime() + 86_400_000),
    confirmedByName: '学校办公室',
  }
  await tx.studioActivity.create({
    data: {
      ...{ id, studioId: studio.id, kind, title, hostId: host.id, room, ...moments, tenths: 30, state },
      ...{ stage: studio.stage, subject: studio.subject },
      ...(state === 'confirmed' && confirmed),
      ...(state === 'cancelled' && { cancelledWhy: '与学校考试冲突', sequence: 1 }),
    },
  })
  if (state === 'cancelled') return
  await tx.studioBooking.createMany({
    data: keysOf({ people, hostId: host.id, room }).map((key) => ({ activityId: id, key, ...moments })),
    skipDuplicates: true,
  })
  if (state !== 'confirmed') return
  await tx.studioAttendance.createMany({
    data: [
      ...people.map((personId) => ({ activityId: id, personId, orgId: studio.schoolId, part: 'giver' })),
      ...host.teachers
        .filter((personId) => !people.includes(personId))
        .map((personId) => ({
          ...{ activityId: id, personId, orgId: host.id, part: 'listener' },
          ...(random.chance(0.75) && {
            use: USES[random.int(0, USES.length - 1)],
            useAt: new Date(moments.endsAt.getTime() + 2 * 86_400_000),
          }),
        })),
    ],
  })
  if (!forLedger) return
  const spoken = {
    title,
    tenths: 30,
    provider: studio.name,
    startsOn: day,
    lastDay: clockOf(moments.endsAt).day,
  }
  await giveHours(
    tx,
    { accountId: null, displayName: '学校办公室' },
    {
      ...{ personId: leader, orgId: studio.schoolId, source: `studios:${id}`, day: today, ...spoken },
      ...{
        kind: 'lesson',
        evidence: 'confirmed',
        level: 'city',
        category: 'pedagogy',
        part: 'spread',
        note: null,
      },
    },
  )
}
