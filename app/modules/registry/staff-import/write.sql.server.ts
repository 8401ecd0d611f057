/** Writes a compared batch into the registry: one statement a table, over a range of row numbers. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { keepBefore } from '#app/platform/imports/before-images.server.ts'
import type { BatchPlan } from '#app/platform/imports/subject.ts'
import { isMain } from '../main-appointment.sql.server.ts'
import type { FieldKey } from './fields.ts'
import { appointmentColumns, personColumns } from './plan.ts'
import { establishmentNext, establishmentTold, payTold } from './told.sql.server.ts'

const { sql, join } = Prisma

/** Rows of the batch in a range, in one outcome. */
function rowsOf(batchId: string, outcome: 'new' | 'changed', from: number, to: number): Prisma.Sql {
  return sql`r.batch_id = ${batchId}::uuid and r.outcome = ${outcome} and r.row_number between ${from} and ${to}
    and r.is_concurrent is not true`
}

export async function insertOrganisations(tx: Db, batchId: string): Promise<void> {
  await tx.$executeRaw`
    insert into organisation (id, code, kind, name, sort_key, parent_id, stages, batch_id)
    select id, code, kind, name, sort_key, parent_id, '{}', batch_id
    from import_organisation where batch_id = ${batchId}::uuid order by no`
}

/** New people; each takes the id of its row. */
export async function insertPeople(
  tx: Db,
  { batchId, profile }: BatchPlan,
  from: number,
  to: number,
): Promise<void> {
  await tx.$executeRaw`
    insert into person (id, staff_number, name, former_name, sort_key, search_terms, sex, birth_date, id_kind, id_number_cipher,
      id_number_hash, phone_cipher, ethnicity, political_status, native_place, work_started_on, teaching_since,
      education_level, employer_number, source, source_key, batch_id)
    select id, staff_number(n), name, former_name, sort_key, string_to_array(search, ' '), coalesce(sex, '0'), birth_date, coalesce(id_kind, '1'),
      id_number_cipher, id_number_hash, phone_cipher, ethnicity,
      case when political_status is null then '{}' else array[political_status] end, native_place, work_started_on,
      teaching_since, education_level, employer_number, ${profile.source}, source_key, batch_id
    from (select nextval('staff_number_seq') as n, r.* from staff_import_row r
      where ${rowsOf(batchId, 'new', from, to)} order by r.row_number offset 0) r`
}

/** Their first appointment, under the same id; who is on the establishment has it, and is paid, where they work. */
export async function insertAppointments(tx: Db, plan: BatchPlan, from: number, to: number): Promise<void> {
  await tx.$executeRaw`
    insert into appointment (id, person_id, valid_from, work_org_id, establishment_org_id, pay_org_id, staff_category,
      post_category, post_level, school_post, stage, subject, employment_form, start_reason, batch_id)
    select id, id, coalesce(joined_on, ${plan.asOf}::date), org_id, ${establishmentTold}, ${payTold}, staff_category, post_category, post_level, school_post, stage,
      subject, employment_form, 'imported', batch_id
    from staff_import_row r where ${rowsOf(plan.batchId, 'new', from, to)} order by r.row_number`
}

/** Education, title, status, honours and certificate of new people, where the file tells them. */
export async function insertDetails(
  tx: Db,
  { batchId, asOf }: BatchPlan,
  filled: ReadonlySet<FieldKey>,
  from: number,
  to: number,
): Promise<void> {
  const rows = rowsOf(batchId, 'new', from, to)
  if (filled.has('educationLevel')) {
    await tx.$executeRaw`
      insert into education (id, person_id, level, degree, institution, major, batch_id)
      select id, id, education_level, degree, institution, major, batch_id
      from staff_import_row r where ${rows} and education_level is not null order by r.row_number`
  }
  if (filled.has('titleLevel')) {
    await tx.$executeRaw`
      insert into title_period (id, person_id, title_level, valid_from, batch_id)
      select id, id, title_level, coalesce(title_since, joined_on, ${asOf}::date), batch_id
      from staff_import_row r where ${rows} and title_level is not null and title_level <> 'none' order by r.row_number`
  }
  if (filled.has('status')) {
    await tx.$executeRaw`
      insert into status_period (id, person_id, status, valid_from, batch_id)
      select id, id, status, ${asOf}::date, batch_id
      from staff_import_row r where ${rows} and status is not null and status <> 'in_post' order by r.row_number`
  }
  if (filled.has('honours')) {
    await tx.$executeRaw`
      insert into honour_period (id, person_id, honour, valid_from, batch_id)
      select gen_random_uuid(), r.id, h.honour, ${asOf}::date, r.batch_id
      from staff_import_row r cross join lateral unnest(string_to_array(r.honours, ',')) h(honour) where ${rows}`
  }
  if (filled.has('qualificationKind')) {
    await tx.$executeRaw`
      insert into qualification (id, person_id, kind, certificate_no, subject, issued_on, batch_id)
      select id, id, qualification_kind, qualification_no, qualification_subject, qualification_on, batch_id
      from staff_import_row r where ${rows} and qualification_kind is not null order by r.row_number`
  }
}

export async function markTouched(tx: Db, batchId: string): Promise<void> {
  await tx.$executeRaw`
    insert into import_touch (batch_id, target_id)
    select ${batchId}::uuid, target_id from staff_import_row where batch_id = ${batchId}::uuid and outcome = 'changed'
    union select ${batchId}::uuid, target_id from import_left where batch_id = ${batchId}::uuid`
}

/** Facts of the person, in place; an empty cell leaves what is there. */
export async function changePeople(
  tx: Db,
  { batchId, profile }: BatchPlan,
  filled: ReadonlySet<FieldKey>,
  from: number,
  to: number,
): Promise<void> {
  const rows = rowsOf(batchId, 'changed', from, to)
  await keepBefore(tx, batchId, 'person', sql`select r.target_id from staff_import_row r where ${rows}`)
  const facts = personColumns
    .filter(({ field }) => filled.has(field))
    .map(
      ({ column }) =>
        sql`${sqlName(column)} = coalesce(${sqlName(`r.${column}`)}, ${sqlName(`p.${column}`)})`,
    )
  const all = [
    ...facts,
    sql`political_status = case when r.political_status is null then p.political_status else array[r.political_status] end`,
    sql`id_number_cipher = coalesce(p.id_number_cipher, r.id_number_cipher)`,
    sql`id_number_hash = coalesce(p.id_number_hash, r.id_number_hash)`,
    sql`phone_cipher = coalesce(p.phone_cipher, r.phone_cipher)`,
    sql`source_key = case when p.source is null or p.source = ${profile.source} then coalesce(p.source_key, r.source_key)
      else p.source_key end`,
    sql`source = coalesce(p.source, ${profile.source})`,
  ]
  await tx.$executeRaw`
    update person p set ${join(all)} from staff_import_row r where ${rows} and p.id = r.target_id`
  if (filled.has('educationLevel')) {
    await tx.$executeRaw`
      insert into education (id, person_id, level, degree, institution, major, batch_id)
      select r.id, r.target_id, r.education_level, r.degree, r.institution, r.major, r.batch_id
      from staff_import_row r where ${rows} and r.changes ? 'educationLevel'`
  }
}

/** Fields whose change is a new appointment. */
const postFields = [
  ...appointmentColumns.map(({ field }) => field),
  'onEstablishment',
  'establishmentOrgName',
  'payOrgName',
]

/**
 * Closes the running appointment at the file's day and opens the next. One that began that very day is put right in
 * place, for it would have lasted no day.
 */
export async function changeAppointments(tx: Db, plan: BatchPlan, from: number, to: number): Promise<void> {
  const { batchId, asOf } = plan
  const changed = sql`${rowsOf(batchId, 'changed', from, to)} and r.changes ?| array[${join(postFields)}]::text[]`
  const running = sql`a.person_id = r.target_id and ${isMain('a')} and a.valid_from <= ${asOf}::date and a.valid_to is null`
  await keepBefore(
    tx,
    batchId,
    'appointment',
    sql`select a.id from staff_import_row r join appointment a on ${running} where ${changed}`,
  )
  const columns = appointmentColumns.map(({ column, staged }) => ({ column, row: `r.${staged ?? column}` }))
  const next = columns.map(({ column, row }) => sql`coalesce(${sqlName(row)}, ${sqlName(`a.${column}`)})`)
  await tx.$executeRaw`
    update appointment a set ${join(columns.map(({ column }, at) => sql`${sqlName(column)} = ${next[at]}`))},
      establishment_org_id = ${establishmentNext}, pay_org_id = ${pay}
    from staff_import_row r where ${changed} and ${running} and a.valid_from = ${asOf}::date`
  await tx.$executeRaw`
    update appointment a set valid_to = ${asOf}::date,
      end_reason = case when r.moved then 'transferred' else 'post_changed' end
    from staff_import_row r where ${changed} and ${running} and a.valid_from < ${asOf}::date`
  await tx.$executeRaw`
    insert into appointment (id, person_id, valid_from, ${join(columns.map(({ column }) => sqlName(column)))},
      establishment_org_id, pay_org_id, start_reason, batch_id)
    select r.id, r.target_id, ${asOf}::date, ${join(next)}, ${establishmentNext}, ${pay},
      case when a.id is null then 'imported' when r.moved then 'transferred' else 'post_changed' end, r.batch_id
    from staff_import_row r
    left join appointment a on a.person_id = r.target_id and ${isMain('a')} and a.valid_to = ${asOf}::date
    where ${changed} and not exists (select from appointment o where o.person_id = r.target_id and ${isMain('o')}
      and o.valid_from = ${asOf}::date)
    order by r.row_number`
}

/** Told by the file, else it goes along with the person where it was at the old place of work. */
const pay = sql`case when r.pay_org_id is not null then r.pay_org_id when a.pay_org_id = a.work_org_id or (a.pay_org_id is null and r.on_establishment)
  then coalesce(r.org_id, a.work_org_id) else a.pay_org_id end`

/** A new title or status: the old one ends on the day the new one begins. */
export async function changePeriods(
  tx: Db,
  { batchId, asOf }: BatchPlan,
  field: 'titleLevel' | 'status',
  from: number,
  to: number,
): Promise<void> {
  const table = field === 'titleLevel' ? ('title_period' as const) : ('status_period' as const)
  const column = field === 'titleLevel' ? sql`title_level` : sql`status`
  const nothing = field === 'titleLevel' ? 'none' : 'in_post'
  const changed = sql`${rowsOf(batchId, 'changed', from, to)} and r.changes ? ${field}`
  const running = sql`x.person_id = r.target_id and x.valid_from <= ${asOf}::date and (x.valid_to is null or x.valid_to > ${asOf}::date)`
  const value = field === 'titleLevel' ? sql`r.title_level` : sql`r.status`
  await keepBefore(
    tx,
    batchId,
    table,
    sql`select x.id from staff_import_row r join ${sqlName(table)} x on ${running} where ${changed}`,
  )
  await tx.$executeRaw`
    delete from ${sqlName(table)} x using staff_import_row r where ${changed} and ${running} and x.valid_from = ${asOf}::date`
  await tx.$executeRaw`
    update ${sqlName(table)} x set valid_to = ${asOf}::date from staff_import_row r where ${changed} and ${running}`
  await tx.$executeRaw`
    insert into ${sqlName(table)} (id, person_id, ${column}, valid_from, batch_id)
    select r.id, r.target_id, ${value}, ${asOf}::date, r.batch_id
    from staff_import_row r where ${changed} and ${value} <> ${nothing}`
}

/** Honours that are new are held from the file's day on; where it lists them in full, the others end there. */
export async function changeHonours(
  tx: Db,
  { batchId, asOf, profile }: BatchPlan,
  from: number,
  to: number,
): Promise<void> {
  const changed = sql`${rowsOf(batchId, 'changed', from, to)} and r.changes ? 'honours'`
  const holds = sql`h.person_id = r.target_id and h.valid_from <= ${asOf}::date
    and (h.valid_to is null or h.valid_to > ${asOf}::date)`
  if (profile.options.ticked.includes('honoursComplete')) {
    const ended = sql`from staff_import_row r join honour_period h on ${holds}
      where ${changed} and h.honour <> all(string_to_array(r.honours, ','))`
    await keepBefore(tx, batchId, 'honour_period', sql`select h.id ${ended}`)
    const ids = sql`select c.row_id from import_change c where c.batch_id = ${batchId}::uuid and c.table_name = 'honour_period'`
    await tx.$executeRaw`delete from honour_period where id in (${ids}) and valid_from = ${asOf}::date`
    await tx.$executeRaw`update honour_period set valid_to = ${asOf}::date where id in (${ids})`
  }
  await tx.$executeRaw`
    insert into honour_period (id, person_id, honour, valid_from, batch_id)
    select gen_random_uuid(), r.target_id, n.honour, ${asOf}::date, r.batch_id
    from staff_import_row r cross join lateral unnest(string_to_array(r.honours, ',')) n(honour)
    where ${changed} and not exists (select from honour_period h where ${holds} and h.honour = n.honour)`
}

/** The certificate that the row means is put right in place, or added. */
export async function changeQualifications(tx: Db, batchId: string, from: number, to: number): Promise<void> {
  const changed = sql`${rowsOf(batchId, 'changed', from, to)} and r.changes ?| array['qualificationKind',
    'qualificationNo', 'qualificationSubject', 'qualificationOn']`
  const meant = sql`q.person_id = r.target_id and (q.certificate_no = r.qualification_no
    or ((q.certificate_no is null or r.qualification_no is null) and q.kind = r.qualification_kind))`
  const rows = sql`select r.*, (select q.id from qualification q where ${meant}
    order by (q.certificate_no = r.qualification_no) desc nulls last, q.id limit 1) as meant_id
    from staff_import_row r where ${changed}`
  await keepBefore(
    tx,
    batchId,
    'qualification',
    sql`select meant_id from (${rows}) r where meant_id is not null`,
  )
  await tx.$executeRaw`
    insert into qualification (id, person_id, kind, certificate_no, subject, issued_on, batch_id)
    select r.id, r.target_id, r.qualification_kind, r.qualification_no, r.qualification_subject, r.qualification_on, r.batch_id
    from (${rows}) r where r.meant_id is null`
  await tx.$executeRaw`
    update qualification q set kind = r.qualification_kind, certificate_no = coalesce(r.qualification_no, q.certificate_no),
      subject = coalesce(r.qualification_subject, q.subject), issued_on = coalesce(r.qualification_on, q.issued_on)
    from (${rows}) r where q.id = r.meant_id and q.batch_id is distinct from r.batch_id`
}

/** Posts beside the main one: from the file's day on, without the establishment, which is the main one's. */
export async function insertBeside(tx: Db, { batchId, asOf }: BatchPlan): Promise<void> {
  await tx.$executeRaw`
    insert into appointment (id, person_id, valid_from, is_main, work_org_id, pay_org_id, staff_category, post_category,
      post_level, school_post, stage, subject, employment_form, start_reason, batch_id)
    select id, target_id, ${asOf}::date, false, org_id, pay_org_id, staff_category, post_category, post_level, school_post,
      stage, subject, employment_form, 'imported', batch_id
    from staff_import_row r where r.batch_id = ${batchId}::uuid and r.outcome = 'changed' and r.is_concurrent`
}

/** Who is missing from a complete file: the appointment ends at its day. */
export async function endLeft(tx: Db, { batchId, asOf }: BatchPlan): Promise<void> {
  const running = sql`${isMain('a')} and a.valid_from < ${asOf}::date and a.valid_to is null`
  await keepBefore(
    tx,
    batchId,
    'appointment',
    sql`select a.id from import_left l join appointment a on a.person_id = l.target_id and ${running}
      where l.batch_id = ${batchId}::uuid`,
  )
  await tx.$executeRaw`
    update appointment a set valid_to = ${asOf}::date, end_reason = 'not_in_roster'
    from import_left l where l.batch_id = ${batchId}::uuid and a.person_id = l.target_id and ${running}`
}
