/**
 * The roster rows of new people, straight from the staged rows. A new person with one appointment, and no title or status
 * that begins later, has one span; for these it gives exactly what refreshRoster gives (a test compares), without reading
 * back what was just written. All others go through refreshRoster.
 */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { BatchPlan } from '#app/platform/imports/subject.ts'
import { establishmentTold, payTold } from './told.sql.server.ts'

const { sql } = Prisma

const oneSpan = sql`(r.title_level is null or r.title_level = 'none'
    or coalesce(r.title_since, r.joined_on, r.first_day) <= coalesce(r.joined_on, r.first_day))
  and (r.status is null or r.status = 'in_post') and r.honours is null`

function newRows(plan: BatchPlan): Prisma.Sql {
  return sql`(select x.*, ${plan.asOf}::date as first_day from staff_import_row x
    where x.batch_id = ${plan.batchId}::uuid and x.outcome = 'new')`
}

/** Roster rows of those with one span, in a range of row numbers; `offset 0` has their numbers looked up one by one. */
export async function insertRosterOfNew(tx: Db, plan: BatchPlan, from: number, to: number): Promise<void> {
  await tx.$executeRaw`
    insert into roster_entry (person_id, valid_from, valid_to, staff_number, name, sort_key, search, sex, birth_date,
      prefecture_id, county_id, org_id, establishment_org_id, pay_org_id, org_since, staff_category, post_category,
      post_level, school_post, stage, subject, title_level, honours, status, education_level)
    select r.id, coalesce(r.joined_on, r.first_day), '9999-12-31', p.staff_number, r.name, r.sort_key,
      array_to_tsvector(string_to_array(r.search, ' ')), coalesce(r.sex, '0'), r.birth_date, o.prefecture_id, o.county_id,
      r.org_id, ${establishmentTold}, ${payTold},
      coalesce(r.joined_on, r.first_day), r.staff_category, r.post_category, r.post_level, r.school_post, r.stage,
      r.subject, nullif(r.title_level, 'none'), '{}', 'in_post', r.education_level
    from ${newRows(plan)} r join organisation o on o.id = r.org_id
    cross join lateral (select staff_number from person where id = r.id offset 0) p
    where r.row_number between ${from} and ${to} and ${oneSpan} order by r.row_number`
}

/** Everybody else the batch brought or changed. */
export function othersOf(plan: BatchPlan): Prisma.Sql {
  return sql`select r.id from ${newRows(plan)} r where not (${oneSpan})
    union all select target_id from import_touch where batch_id = ${plan.batchId}::uuid`
}
