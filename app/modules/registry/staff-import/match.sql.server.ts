/** Finds the rows' people in the registry and tells what would change: set-based, over a range of row numbers. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { PLAIN } from '#app/platform/imports/batch.ts'
import type { BatchPlan } from '#app/platform/imports/subject.ts'
import { STAFF_STATUSES } from '../codes/index.ts'
import { isMain } from '../main-appointment.sql.server.ts'
import type { FieldKey } from './fields.ts'
import { appointmentColumns, filledFields, type PlannedColumn, personColumns } from './plan.ts'
import { askSameNames, compareBeside } from './several-posts.sql.server.ts'
import { establishmentNext } from './told.sql.server.ts'

const { sql, join, empty } = Prisma

type Difference = { key: string; differs: Prisma.Sql; pair: Prisma.Sql }

/** Compares rows `from` to `to` with the registry: outcome, person, changes, and a remark for each conflict. */
export async function matchRows(db: Db, plan: BatchPlan, from: number, to: number): Promise<void> {
  const filled = filledFields(plan.profile)
  const keys = keysOf(plan, filled)
  if (keys.length === 0) return
  const differences = differencesOf(filled, plan.profile.options.ticked.includes('honoursComplete'))
  const unitOutside = (column: 'establishment_org_id' | 'pay_org_id', field: FieldKey) =>
    filled.has(field) ? outside(column, plan.organisationId) : empty
  await db.$executeRaw`
    with found as materialized (
      select r.row_number, r.outcome as before, p.id as person_id,
        case
          when ${disagreement(keys)} then 'keys_disagree'
          when p.name <> r.name then 'name_differs'
          when a.work_org_id is not null and a.work_org_id not in (
            select id from organisation where lineage @> array[${plan.organisationId}::uuid]) then 'works_elsewhere'
          when (${join(appointmentDifferences(filled), ' or ')}) and (a.valid_to is not null or exists (
            select from appointment l where l.person_id = p.id and ${isMain('l')} and l.valid_from > ${plan.asOf}::date))
            then 'later_history'
          ${unitOutside('establishment_org_id', 'establishmentOrgName')}
          ${unitOutside('pay_org_id', 'payOrgName')}
          ${filled.has('titleLevel') ? laterPeriod('title_period', titleDiffers, plan.asOf) : empty}
          ${filled.has('status') ? laterPeriod('status_period', statusDiffers, plan.asOf) : empty}
        end as code,
        a.work_org_id is not null and a.work_org_id <> r.org_id as moved,
        case when ${join(
          differences.map((one) => one.differs),
          ' or ',
        )} then jsonb_strip_nulls(jsonb_build_object(${join(
          differences.map(
            ({ key, differs, pair }) =>
              sql`${key}::text, case when ${differs} then jsonb_build_array(${pair}) end`,
          ),
        )})) end as changes
      from staff_import_row r
      ${join(
        keys.map(({ joined }) => joined),
        ' ',
      )}
      join person p on p.id = coalesce(${join(keys.map(({ id }) => id))})
      left join appointment a on a.person_id = p.id and ${isMain('a')}
        and a.valid_from <= ${plan.asOf}::date and (a.valid_to is null or a.valid_to > ${plan.asOf}::date)
      ${filled.has('titleLevel') ? periodOf('title_period', 't', plan.asOf) : empty}
      ${filled.has('status') ? sql`${periodOf('status_period', 's', plan.asOf)} ${goneBy(plan.asOf)}` : empty}
      ${filled.has('honours') ? honoursHeld(plan.asOf) : empty}
      ${filled.has('qualificationKind') ? certificate : empty}
      where r.batch_id = ${plan.batchId}::uuid and r.row_number between ${from} and ${to}
    ), marked as (
      update staff_import_row r set target_id = f.person_id, moved = coalesce(f.moved, false) and f.code is null,
        changes = case when f.code is null and f.before = 'new' then f.changes end,
        outcome = case when f.before <> 'new' then f.before when f.code is not null then 'conflict'
          when f.changes is not null then 'changed' else 'unchanged' end
      from found f where r.batch_id = ${plan.batchId}::uuid and r.row_number = f.row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level)
    select ${plan.batchId}::uuid, row_number, 1000, code, 'conflict' from found
    where code is not null and before = 'new'`
}

type Key = { id: Prisma.Sql; joined: Prisma.Sql }

/** The ways a row finds its person, strongest first. */
function keysOf({ profile, organisationId, asOf }: BatchPlan, filled: ReadonlySet<FieldKey>): Key[] {
  const keys: Key[] = []
  if (filled.has('idNumber')) {
    keys.push({ id: sql`k1.id`, joined: sql`left join person k1 on k1.id_number_hash = r.id_number_hash` })
  }
  if (filled.has('staffNumber')) {
    keys.push({ id: sql`k2.id`, joined: sql`left join person k2 on k2.staff_number = r.staff_number` })
  }
  if (filled.has('sourceKey')) {
    const joined = sql`left join person k3 on k3.source = ${profile.source} and k3.source_key = r.source_key`
    keys.push({ id: sql`k3.id`, joined })
  }
  if (profile.options.ticked.includes('matchByName') && filled.has('birthDate')) {
    const joined = sql`left join lateral (
      select min(n.id::text)::uuid as id from person n join appointment na on na.person_id = n.id and ${isMain('na')}
        and na.valid_from <= ${asOf}::date and (na.valid_to is null or na.valid_to > ${asOf}::date)
      join organisation o on o.id = na.work_org_id and o.lineage @> array[${organisationId}::uuid]
      where n.name = r.name and n.birth_date = r.birth_date
        and (n.id_number_hash is null or r.id_number_hash is null) having count(*) = 1) k4 on true`
    keys.push({ id: sql`k4.id`, joined })
  }
  return keys
}

function disagreement(keys: readonly Key[]): Prisma.Sql {
  const others = keys.map(({ id }) => sql`${id} <> p.id`)
  return sql`(${join(others, ' or ')}) or (p.id_number_hash <> r.id_number_hash)`
}

function periodOf(table: 'title_period' | 'status_period', alias: string, asOf: string): Prisma.Sql {
  const one = sqlName(alias)
  return sql`left join ${sqlName(table)} ${one} on ${one}.person_id = p.id and ${one}.valid_from <= ${asOf}::date
    and (${one}.valid_to is null or ${one}.valid_to > ${asOf}::date)`
}

function filledOf(columns: readonly PlannedColumn[], filled: ReadonlySet<FieldKey>): PlannedColumn[] {
  return columns.filter(({ field }) => filled.has(field))
}

function differs(alias: 'p' | 'a', { column, staged }: PlannedColumn): Prisma.Sql {
  const row = sqlName(`r.${staged ?? column}`)
  return sql`(${row} is not null and ${row} is distinct from ${sqlName(`${alias}.${column}`)})`
}

/** An appointment is new also where none runs, unless the row itself says that its person has left. */
function appointmentDifferences(filled: ReadonlySet<FieldKey>): Prisma.Sql[] {
  const columns = filledOf(appointmentColumns, filled).map((column) => differs('a', column))
  if (filled.has('payOrgName')) columns.push(payDiffers)
  if (tellsEstablishment(filled)) columns.push(establishmentDiffers)
  return columns.map((one) => ofService(filled, one))
}

/** What such a row tells of a post is the last one: nobody comes back by it. */
function ofService(filled: ReadonlySet<FieldKey>, differs: Prisma.Sql): Prisma.Sql {
  return filled.has('status') ? sql`(gone.status is null and ${differs})` : differs
}

const leftStatuses = STAFF_STATUSES.filter(({ active }) => !active).map(({ code }) => code)

/** How somebody left who is said to be away and has no post, as the roster tells it. */
const goneBy = (asOf: string) => sql`left join lateral (
  select case when l.end_reason in ('retired', 'deceased') then l.end_reason else 'left' end as status
  from appointment l where l.person_id = p.id and ${isMain('l')} and l.valid_to <= ${asOf}::date
  order by l.valid_to desc limit 1) gone on a.id is null and r.status in (${join(leftStatuses)})`

function tellsEstablishment(filled: ReadonlySet<FieldKey>): boolean {
  return filled.has('onEstablishment') || filled.has('establishmentOrgName')
}

const establishmentDiffers = sql`((r.on_establishment is not null or r.establishment_org_id is not null)
  and ${establishmentNext} is distinct from a.establishment_org_id)`
const payDiffers = sql`(r.pay_org_id is not null and r.pay_org_id is distinct from a.pay_org_id)`

/** A unit beyond the batch's reach stays where it stands already, and is nobody's new one. */
function outside(column: 'establishment_org_id' | 'pay_org_id', organisationId: string): Prisma.Sql {
  const unit = sqlName(`r.${column}`)
  return sql`when ${unit} is not null and ${unit} is distinct from ${sqlName(`a.${column}`)} and ${unit} not in (
    select id from organisation where lineage @> array[${organisationId}::uuid]) then 'unit_outside_scope'`
}

const honoursHeld = (asOf: string) => sql`left join lateral (
  select array_agg(h.honour order by h.honour) as held from honour_period h where h.person_id = p.id
    and h.valid_from <= ${asOf}::date and (h.valid_to is null or h.valid_to > ${asOf}::date)) hn on true`

/** The certificate that the row means: of its number, else of its kind where none of them is told. */
const certificate = sql`left join lateral (
  select q.* from qualification q where q.person_id = p.id and (q.certificate_no = r.qualification_no
    or ((q.certificate_no is null or r.qualification_no is null) and q.kind = r.qualification_kind))
  order by (q.certificate_no = r.qualification_no) desc nulls last, q.id limit 1) q on true`

const titleDiffers = sql`(r.title_level is not null and r.title_level is distinct from coalesce(t.title_level, 'none'))`
const statusDiffers = sql`(r.status is not null and r.status is distinct from coalesce(s.status, gone.status, 'in_post'))`

function laterPeriod(table: 'title_period' | 'status_period', differs: Prisma.Sql, asOf: string): Prisma.Sql {
  return sql`when ${differs} and exists (
    select from ${sqlName(table)} l where l.person_id = p.id and l.valid_from > ${asOf}::date) then 'later_history'`
}

function differencesOf(filled: ReadonlySet<FieldKey>, honoursAreAll: boolean): Difference[] {
  const plain = (alias: 'p' | 'a') => (one: PlannedColumn) => ({
    key: one.field,
    differs: differs(alias, one),
    pair: sql`${sqlName(`${alias}.${one.column}`)}, ${sqlName(`r.${one.staged ?? one.column}`)}`,
  })
  const inService = (one: Difference) => ({ ...one, differs: ofService(filled, one.differs) })
  const all: Difference[] = [
    ...filledOf(appointmentColumns, filled).map(plain('a')).map(inService),
    ...filledOf(personColumns, filled).map(plain('p')),
  ]
  if (tellsEstablishment(filled)) {
    const key = filled.has('establishmentOrgName') ? 'establishmentOrgName' : 'onEstablishment'
    const pair = sql`a.establishment_org_id, ${establishmentNext}`
    all.push(inService({ key, differs: establishmentDiffers, pair }))
  }
  if (filled.has('payOrgName')) {
    all.push(inService({ key: 'payOrgName', differs: payDiffers, pair: sql`a.pay_org_id, r.pay_org_id` }))
  }
  if (filled.has('honours')) {
    const said = sql`string_to_array(r.honours, ',')`
    const held = sql`coalesce(hn.held, '{}')`
    const fits = honoursAreAll ? sql`${said} <@ ${held} and ${held} <@ ${said}` : sql`${said} <@ ${held}`
    const differs = sql`(r.honours is not null and not (${fits}))`
    all.push({ key: 'honours', differs, pair: sql`array_to_string(hn.held, ','), r.honours` })
  }
  if (filled.has('qualificationKind')) all.push(...certificateDifferences)
  if (filled.has('politicalStatus')) {
    const differs = sql`(r.political_status is not null and not r.political_status = any(p.political_status))`
    all.push({ key: 'politicalStatus', differs, pair: sql`p.political_status[1], r.political_status` })
  }
  if (filled.has('idNumber')) {
    const differs = sql`(p.id_number_hash is null and r.id_number_hash is not null)`
    all.push({ key: 'idNumber', differs, pair: sql`null::text, '*'::text` })
  }
  if (filled.has('titleLevel')) {
    all.push({ key: 'titleLevel', differs: titleDiffers, pair: sql`t.title_level, r.title_level` })
  }
  if (filled.has('status')) {
    all.push({ key: 'status', differs: statusDiffers, pair: sql`s.status, r.status` })
  }
  return all
}

const certificateDifferences: Difference[] = (
  [
    ['qualificationKind', 'kind', 'qualification_kind'],
    ['qualificationNo', 'certificate_no', 'qualification_no'],
    ['qualificationSubject', 'subject', 'qualification_subject'],
    ['qualificationOn', 'issued_on', 'qualification_on'],
  ] as const
).map(([key, column, staged]) => {
  const [before, after] = [sqlName(`q.${column}`), sqlName(`r.${staged}`)]
  const differs = sql`(r.qualification_kind is not null and ${after} is not null and ${after} is distinct from ${before})`
  return { key, differs, pair: sql`${before}, ${after}` }
})

/** Somebody new gets no unit beyond the batch's reach. */
async function refuseFarUnits(db: Db, { batchId, organisationId }: BatchPlan): Promise<void> {
  await db.$executeRaw`
    with scope as (select id from organisation where lineage @> array[${organisationId}::uuid]), far as (
      update staff_import_row set outcome = 'conflict' where batch_id = ${batchId}::uuid and outcome = 'new'
        and (establishment_org_id not in (select id from scope) or pay_org_id not in (select id from scope))
      returning row_number
    )
    insert into import_issue (batch_id, row_number, no, code, level)
    select ${batchId}::uuid, row_number, 1005, 'unit_outside_scope', 'conflict' from far`
}

const besideKeys: readonly FieldKey[] = ['concurrent', 'weeklyHours']

/** After all ranges: two rows of one person, numbers nobody has, and who is missing from a complete file. */
export async function settleMatches(db: Db, plan: BatchPlan): Promise<void> {
  await db.$executeRaw`
    with twice as (
      select row_number, first_value(row_number) over (partition by target_id order by row_number) as first
      from staff_import_row where batch_id = ${plan.batchId}::uuid and target_id is not null and outcome <> 'rejected'
        and concurrent_of is null
    ), marked as (
      update staff_import_row r set outcome = 'rejected', changes = null, moved = false from twice t
      where r.batch_id = ${plan.batchId}::uuid and r.row_number = t.row_number and t.row_number <> t.first
    )
    insert into import_issue (batch_id, row_number, no, code, level, other)
    select ${plan.batchId}::uuid, row_number, 1001, 'duplicate_in_file', 'error', first::text from twice
    where row_number <> first`
  const filled = filledFields(plan.profile)
  const { options } = plan.profile
  if (filled.has('establishmentOrgName') || filled.has('payOrgName')) await refuseFarUnits(db, plan)
  if (besideKeys.some((key) => filled.has(key)) || options.ticked.includes('laterIsBeside'))
    await compareBeside(db, plan)
  if (
    options.recipe === PLAIN &&
    options.ticked.includes('matchByName') &&
    !options.ticked.includes('sameNameIsOther')
  )
    await askSameNames(db, plan)
  if (filled.has('staffNumber')) {
    await db.$executeRaw`
      with unknown as (
        update staff_import_row set outcome = 'rejected' where batch_id = ${plan.batchId}::uuid and outcome = 'new'
          and staff_number is not null returning row_number
      )
      insert into import_issue (batch_id, row_number, no, code, level, field)
      select ${plan.batchId}::uuid, row_number, 1002, 'staff_number_unknown', 'error', 'staffNumber' from unknown`
  }
  if (plan.complete) await findLeft(db, plan)
}

/**
 * Whose row was rejected is not missing: by person where it was found, else by name. `not in` and not `not exists`: it is
 * hashed whatever the planner believes of a table that was filled a second ago (a nested loop took minutes).
 */
async function findLeft(db: Db, plan: BatchPlan): Promise<void> {
  await db.$executeRaw`
    insert into import_left (batch_id, target_id)
    select ${plan.batchId}::uuid, p.id from person p
    join appointment a on a.person_id = p.id and ${isMain('a')} and a.valid_from < ${plan.asOf}::date and a.valid_to is null
    where p.source = ${plan.profile.source}
      and a.work_org_id in (select id from organisation where lineage @> array[${plan.organisationId}::uuid])
      and p.id not in (
        select target_id from staff_import_row where batch_id = ${plan.batchId}::uuid and target_id is not null)
      and p.name not in (select name from staff_import_row where batch_id = ${plan.batchId}::uuid and outcome = 'rejected')
    order by p.id`
}
