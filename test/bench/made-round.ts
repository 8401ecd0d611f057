/** A round of a county in the matching, made from its schools and its teachers. */
import { today } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { addYears } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'

export const POSTS = 300
const VOLUNTEERS = 2_000

export type County = { id: string; name: string; prefectureId: string }

export async function largestCounty({ db }: Database): Promise<County> {
  const [found] = await db.$queryRaw<County[]>`
    select o.id, o.name, o.prefecture_id as "prefectureId" from roster_entry e join organisation o on o.id = e.county_id
    group by o.id, o.name, o.prefecture_id order by count(*) desc limit 1`
  if (!found) throw new Error('the file has no county')
  return found
}

/** The file knows no subjects: everybody is given one by their number. Posts stand at schools of that stage, in turn. */
export async function madeRound(
  { db, executeSql }: Database,
  county: County,
  schoolYear: number,
): Promise<string> {
  const id = newId()
  const day = (month: number) => new Date(`${schoolYear}-0${month}-01`)
  const windows = { needsUntil: day(3), volunteersUntil: day(4), contestUntil: day(5) }
  await db.exchangeRound.create({ data: { id, orgId: county.id, schoolYear, ...windows } })
  // The file is of years ago, and what is approved today begins today: the posts run on.
  const dates = `'${schoolYear}-09-01'::date, '${addYears(today(), 1)}'::date`
  const there = `e.county_id = '${county.id}' and e.valid_from <= '${schoolYear}-09-01' and e.valid_to > '${schoolYear}-09-01'`
  await executeSql(`
    update roster_entry e set subject = (array['chinese', 'mathematics', 'english', 'music'])[1 + abs(hashtext(e.staff_number)) % 4]
    where e.county_id = '${county.id}'`)
  await executeSql(`
    insert into exchange_need (id, round_id, org_id, form, stage, subject, places, valid_from, valid_to)
    select gen_random_uuid(), '${id}', org_id, 'fixed_term', stage, subject, 1, ${dates}
    from (select distinct e.org_id, e.stage, e.subject from roster_entry e
      where ${there} and e.stage is not null and e.subject is not null order by 1, 2, 3 limit ${POSTS}) post`)
  await db.exchangeRound.update({
    where: { id },
    data: { state: 'volunteering', needsLockedAt: new Date(), needsLockedByName: 'bench' },
  })
  await executeSql(`
    insert into exchange_application (id, round_id, person_id, state, submitted_at, points, accepts_other)
    select gen_random_uuid(), '${id}', person_id, 'submitted', now(), 1000 + abs(hashtext(staff_number)) % 1000, true
    from (select e.* from roster_entry e where ${there} and e.stage is not null and e.status = 'in_post'
      order by hashtext(e.staff_number) limit ${VOLUNTEERS}) e`)
  for (const state of ['contest', 'matching'])
    await db.exchangeRound.update({ where: { id }, data: { state } })
  return id
}
