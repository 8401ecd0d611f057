/** Writing a compared list into the tree, and taking it back, in the engine's transaction. */
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { forgetBefore, keepBefore, keptBefore } from '#app/platform/imports/before-images.server.ts'
import type { BatchPlan } from '#app/platform/imports/subject.ts'
import { nameKeys } from '../name-keys.ts'
import { plannedRows, type StagedOrganisation } from './compare.server.ts'
import { figuresOf } from './plan.ts'

const { sql } = Prisma

const FIGURES = 'school_year_figures'

/** Organisations of a batch that were there before. */
const changedIn = (batchId: string) =>
  sql`select target_id from import_row where batch_id = ${batchId}::uuid and outcome = 'changed'`

/** Locks what the batch changes or has changed, in the order of ids. */
export async function holdOrganisations(
  tx: Db,
  batchId: string,
  what: 'to-write' | 'written',
): Promise<void> {
  const ids =
    what === 'to-write'
      ? changedIn(batchId)
      : sql`select target_id from import_touch where batch_id = ${batchId}::uuid
          union all select id from organisation where batch_id = ${batchId}::uuid`
  await tx.$queryRaw`select count(*)::int as held from (
    select from organisation where id in (${ids}) order by id for update) x`
}

export async function writeOrganisations(_: Database, tx: Db, plan: BatchPlan): Promise<void> {
  const { batchId } = plan
  const rows = await plannedRows(tx, plan)
  await keepBefore(tx, batchId, 'organisation', changedIn(batchId))
  await keepFigures(tx, batchId)
  await tx.$executeRaw`
    insert into import_touch (batch_id, target_id) select ${batchId}::uuid, target_id from (${changedIn(batchId)}) c`
  await writeNew(
    tx,
    batchId,
    rows.filter(({ outcome }) => outcome === 'new'),
  )
  const changed = rows.filter(({ outcome }) => outcome === 'changed')
  await writeChanged(tx, changed)
  await writeFigures(
    tx,
    rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed'),
  )
}

/** Level by level, so that a trigger finds each parent. */
async function writeNew(tx: Db, batchId: string, rows: readonly StagedOrganisation[]): Promise<void> {
  const parents = await tx.organisation.findMany({
    where: { code: { in: rows.map(({ values }) => values.parentCode ?? '') } },
    select: { id: true, code: true },
  })
  const idOf = new Map(parents.map(({ id, code }) => [code, id]))
  for (const { id, values } of rows) idOf.set(values.code ?? '', id)
  const deepest = Math.max(0, ...rows.map(({ depth }) => depth))
  for (let depth = 0; depth <= deepest; depth += 1) {
    const level = rows.filter((row) => row.depth === depth)
    if (level.length === 0) continue
    const of = (read: (row: StagedOrganisation) => string | null | undefined) =>
      level.map((row) => read(row) ?? null)
    await tx.$executeRaw`
      insert into organisation (id, parent_id, code, kind, name, sort_key, school_kind, stages, place_type, is_public,
        opened_on, batch_id)
      select id, parent_id, code, kind, name, sort_key, school_kind,
        coalesce(string_to_array(nullif(stages, ''), ','), '{}'), place_type, coalesce(is_public, true), opened_on,
        ${batchId}::uuid
      from unnest(${of(({ id }) => id)}::uuid[], ${of(({ values }) => idOf.get(values.parentCode ?? ''))}::uuid[],
        ${of(({ values }) => values.code)}::text[], ${of(({ values }) => values.kind)}::text[],
        ${of(({ values }) => values.name)}::text[], ${of(({ values }) => nameKeys(values.name ?? '').sortKey)}::text[],
        ${of(({ values }) => values.schoolKind)}::text[], ${of(({ values }) => values.stages)}::text[],
        ${of(({ values }) => values.placeType)}::text[], ${of(({ values }) => values.isPublic)}::bool[],
        ${of(({ values }) => values.openedOn)}::date[])
        as t(id, parent_id, code, kind, name, sort_key, school_kind, stages, place_type, is_public, opened_on)`
  }
}

/** Facts in place; what the row does not say stays. */
async function writeChanged(tx: Db, rows: readonly StagedOrganisation[]): Promise<void> {
  if (rows.length === 0) return
  const of = (read: (row: StagedOrganisation) => string | null | undefined) =>
    rows.map((row) => read(row) ?? null)
  await tx.$executeRaw`
    update organisation o set name = t.name, sort_key = t.sort_key,
      school_kind = coalesce(t.school_kind, o.school_kind),
      stages = case when t.stages is null then o.stages else string_to_array(t.stages, ',') end,
      place_type = coalesce(t.place_type, o.place_type), is_public = coalesce(t.is_public, o.is_public),
      opened_on = coalesce(t.opened_on, o.opened_on), version = o.version + 1
    from unnest(${of(({ known }) => known?.id)}::uuid[], ${of(({ values }) => values.name)}::text[],
      ${of(({ values }) => nameKeys(values.name ?? '').sortKey)}::text[],
      ${of(({ values }) => values.schoolKind)}::text[], ${of(({ values }) => values.stages)}::text[],
      ${of(({ values }) => values.placeType)}::text[], ${of(({ values }) => values.isPublic)}::bool[],
      ${of(({ values }) => values.openedOn)}::date[])
      as t(id, name, sort_key, school_kind, stages, place_type, is_public, opened_on)
    where o.id = t.id`
}

/** The figures of those that are changed, as they are: one before-image an organisation. */
async function keepFigures(tx: Db, batchId: string): Promise<void> {
  await tx.$executeRaw`
    insert into import_change (batch_id, table_name, row_id, before)
    select ${batchId}::uuid, ${FIGURES}, c.target_id,
      coalesce((select jsonb_agg(f) from school_year_figures f where f.organisation_id = c.target_id), '[]')
    from (${changedIn(batchId)}) c`
}

async function writeFigures(tx: Db, rows: readonly StagedOrganisation[]): Promise<void> {
  const counted = rows.flatMap(({ id, known, values }) => {
    const figures = figuresOf(values)
    return figures ? [{ id: known?.id ?? id, ...figures }] : []
  })
  if (counted.length === 0) return
  await tx.$executeRaw`
    insert into school_year_figures (organisation_id, school_year, stage, classes, pupils)
    select * from unnest(${counted.map(({ id }) => id)}::uuid[], ${counted.map((one) => one.schoolYear)}::int[],
      ${counted.map(({ stage }) => stage)}::text[], ${counted.map(({ classes }) => classes)}::int[],
      ${counted.map(({ pupils }) => pupils)}::int[])
    on conflict (organisation_id, school_year, stage)
    do update set classes = excluded.classes, pupils = excluded.pupils`
}

/** What the batch brought goes, what it changed comes back as it was; versions only rise. */
export async function undoOrganisations(_: Database, tx: Db, batchId: string): Promise<void> {
  await tx.$executeRaw`
    update organisation o set (name, sort_key, school_kind, stages, place_type, is_public, opened_on, version) =
      (select b.name, b.sort_key, b.school_kind, b.stages, b.place_type, b.is_public, b.opened_on, o.version + 1
        from jsonb_populate_record(null::organisation, c.before) b)
    ${keptBefore(batchId, 'organisation')} and o.id = c.row_id`
  await tx.$executeRaw`
    delete from school_year_figures f using import_change c
    where c.batch_id = ${batchId}::uuid and c.table_name = ${FIGURES} and f.organisation_id = c.row_id`
  await tx.$executeRaw`
    insert into school_year_figures
    select f.* from (select c.before ${keptBefore(batchId, FIGURES)}) c,
      jsonb_populate_recordset(null::school_year_figures, c.before) f`
  await tx.$executeRaw`delete from organisation where batch_id = ${batchId}::uuid`
  await forgetBefore(tx, batchId)
}
