/**
 * The demo's training: five years of hours for everybody in service, in all states, written by a few statements: at full scale
 * these are hundreds of thousands. The same seed gives the same hours.
 */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { attach } from '#app/platform/files/attachment.server.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { certificatePicture } from './certificate-picture.ts'
import { keepEverybody } from './overview/keep.server.ts'
import { PROOF_KIND } from './proof.ts'
import { remind } from './reminders.server.ts'

const { sql, join } = Prisma

const AUTHOR = 'shizi seed'
const YEARS = 5
/** More than a demo's readers look at. */
const PICTURES = 200
/** The slot of the last weeks. */
const RECENT = 4

type Course = [
  slot: number,
  kind: string,
  level: string,
  category: string,
  part: string,
  title: string,
  provider: string,
  hours: number,
]

/**
 * What people took part in: three slots a year, each in months of its own, and one of the last weeks that takes no time of its
 * own: so nothing overlaps.
 */
const COURSES: readonly Course[] = [
  [1, 'online', 'provincial', 'subject', 'spread', '省中小学教师远程研修', '省教师教育网', 48],
  [1, 'online', 'national', 'ict', 'spread', '国家智慧教育平台暑期研修', '国家智慧教育平台', 44],
  [1, 'online', 'provincial', 'ethics', 'spread', '师德师风专题网络研修', '省教师教育网', 36],
  [2, 'course', 'county', 'pedagogy', 'day', '新课标课堂教学培训', '县教师发展中心', 32],
  [2, 'course', 'city', 'subject', 'day', '学科骨干集中培训', '市教育和体育局', 40],
  [2, 'course', 'city', 'class_adviser', 'day', '班主任专业能力培训', '市教育和体育局', 32],
  [2, 'shadowing', 'city', 'management', 'day', '跟岗研修', '市实验小学', 40],
  [2, 'course', 'county', 'health', 'day', '心理健康与校园安全培训', '县教育和体育局', 24],
  [3, 'school_based', 'school', 'research', 'day', '大单元教学设计研讨', '', 20],
  [3, 'school_based', 'school', 'pedagogy', 'day', '同课异构与评课', '', 22],
  [3, 'school_based', 'school', 'ethics', 'day', '师德专题学习', '', 8],
  [3, 'lesson', 'county', 'subject', 'morning', '县级公开课', '县教学研究室', 4],
  [RECENT, 'online', 'city', 'ict', 'spread', '人工智能助学专题研修', '市教育和体育局', 12],
  [RECENT, 'online', 'county', 'health', 'spread', '冬季校园安全专题', '县教育和体育局', 6],
  [RECENT, 'own_study', 'school', 'pedagogy', 'spread', '共读《静悄悄的革命》', '', 8],
]

export async function seedTraining(tx: Db, { today }: SeedWish): Promise<void> {
  await reportAll(tx, today)
  await decideAll(tx)
  await addPictures(tx)
  await keepYears(tx, today)
}

/** How everybody stood at the end of each year, and stands today. */
async function keepYears(tx: Db, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4))
  for (let past = year - YEARS + 1; past < year; past++) await keepEverybody(tx, `${past}-12-31`)
  await keepEverybody(tx, today)
  await remind(tx, today)
}

/** Everything that is over by today, each with the state it is in: what is older was approved, of the last months some wait. */
async function reportAll(tx: Db, today: string): Promise<void> {
  const courses = COURSES.map(
    (one, no) =>
      sql`(${no}::int, ${join(one.map((value) => (typeof value === 'number' ? sql`${value}::int` : sql`${value}::text`)))})`,
  )
  await tx.$executeRaw`
    insert into training_entry (id, person_id, org_id, kind, level, category, title, provider, starts_on, last_day, part,
      tenths, evidence, note, year, state, reason, submitted_at, decided_at, decided_by_name)
    select gen_random_uuid(), person_id, org_id, kind, level, category, title, nullif(provider, ''), starts_on, last_day, part,
      hours * 10, evidence, case when evidence = 'applied' or kind = 'school_based' then '已在所教班级试用，备课组评议' end, year,
      state, case state when 'returned' then '请补充结业证书' when 'reversed' then '与省平台记录重复' end,
      (last_day + 2)::timestamptz, case when state not in ('submitted', 'withdrawn') then (last_day + 6)::timestamptz end,
      case when state not in ('submitted', 'withdrawn') then ${AUTHOR} end
    from (
      select taken.*, case
          when last_day > ${today}::date - 45 then case chance % 7 when 0 then 'approved' when 1 then 'returned' when 2 then 'withdrawn' else 'submitted' end
          when chance % 97 = 0 then 'reversed' else 'approved' end as state
      from (
        select e.person_id, e.org_id, y.year, c.*, e.chance,
          case when c.part = 'spread' then 'applied' else 'attended' end as evidence,
          d.starts_on, d.starts_on + case when c.slot = ${RECENT} then 12 when c.part = 'spread' then 40
            when c.part = 'morning' then 0 else (c.hours + 7) / 8 - 1 end as last_day
        from generate_series(extract(year from ${today}::date)::int - ${YEARS}, extract(year from ${today}::date)::int) as y(year)
        cross join generate_series(1, ${RECENT}) as s(slot)
        cross join lateral (
          select r.person_id, r.org_id, abs(hashtext(r.person_id::text || y.year || s.slot)) as chance
          from roster_entry r where r.valid_from <= ${today}::date and ${today}::date < r.valid_to
            and r.staff_category = 'full_time_teacher' and extract(year from r.org_since) < y.year) e
        cross join lateral (
          select c.* from (values ${join(courses)})
            as c(no, slot, kind, level, category, part, title, provider, hours)
          where c.slot = s.slot order by abs(hashtext(c.no || ' ' || e.chance)) limit 1) c
        cross join lateral (select case when s.slot = ${RECENT} then ${today}::date - 20 - e.chance % 20
          else make_date(y.year, s.slot * 3, 1 + e.chance % 20) end as starts_on) d
        where e.chance % 8 <> 0 and (s.slot <> ${RECENT} or y.year = extract(year from d.starts_on))
      ) taken
      where last_day + 2 <= ${today}::date
    ) told`
}

/** What was decided goes into the ledger; what was taken back, out of it again. */
async function decideAll(tx: Db): Promise<void> {
  const columns = sql`id, person_id, entry_id, kind, tenths, year, level, category, by_name, at`
  await tx.$executeRaw`
    insert into training_line (${columns})
    select gen_random_uuid(), x.person_id, x.id, 'entry', 0, x.year, x.level, x.category, p.name, x.submitted_at
    from training_entry x join person p on p.id = x.person_id where x.state in ('submitted', 'returned', 'withdrawn')`
  await tx.$executeRaw`
    insert into training_line (${columns})
    select gen_random_uuid(), person_id, id, 'decision', tenths, year, level, category, ${AUTHOR}, decided_at
    from training_entry where state in ('approved', 'reversed')`
  await tx.$executeRaw`
    insert into training_line (${columns}, reverses_id, reversed_tenths, note)
    select gen_random_uuid(), l.person_id, l.entry_id, 'reversal', -l.tenths, l.year, l.level, l.category, ${AUTHOR},
      l.at + interval '20 days', l.id, l.tenths, x.reason
    from training_line l join training_entry x on x.id = l.entry_id
    where x.state = 'reversed' and l.kind = 'decision'`
}

/** A photographed certificate of one's own for what waits, at the school of the demo's accounts first. */
async function addPictures(tx: Db): Promise<void> {
  const waiting = await tx.$queryRaw<{ id: string; personId: string; orgId: string }[]>`
    select x.id, x.person_id as "personId", x.org_id as "orgId" from training_entry x
    where x.state in ('submitted', 'returned') and x.kind = 'online'
    order by exists (select from account a where a.organisation_id = x.org_id) desc, x.submitted_at, x.id limit ${PICTURES}`
  for (const { id, personId, orgId } of waiting) {
    // What follows the end of a picture is not shown: each is another file.
    const bytes = Buffer.concat([certificatePicture(), Buffer.from(id)])
    const picture = { name: '结业证书（演示）.png', bytes, type: 'png' as const }
    const facts = { kind: PROOF_KIND, organisationId: orgId, personId, addedById: null }
    const attached = await attach(tx, picture, facts)
    await tx.trainingEntry.update({ where: { id }, data: { proofId: attached.id } })
  }
}
