/** Reads of import batches: lists, one batch, its preview. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { isId } from '#app/platform/ids.ts'
import type { SheetWarning } from '#app/platform/sheets/sheet.ts'
import {
  type BatchState,
  type BatchView,
  type Counts,
  type IssueCode,
  type IssueLevel,
  type LeftPerson,
  noCounts,
  type Page,
  type Preview,
  type ProblemCode,
  type Profile,
} from './batch.ts'
import type { FieldKey } from './fields.ts'
import { builtInProfiles } from './profiles/index.ts'
import { type ReachedBatch, reachBatch } from './reach.server.ts'

export { previewRows } from './preview-rows.server.ts'

const PAGE = 20
const LISTED_ORGANISATIONS = 50
const LISTED_CODES = 50

/** One batch as pages show it; null where there is none or it is not the actor's. */
export async function getBatch(db: Db, actor: Actor, batchId: string): Promise<BatchView | null> {
  const batch = await reachBatch(db, actor, batchId)
  return batch && viewOf(batch)
}

function viewOf(batch: ReachedBatch): BatchView {
  return {
    id: batch.id,
    state: batch.state as BatchState,
    problem: batch.problem as ProblemCode | null,
    problemValues: batch.problemValues as Record<string, string | number>,
    organisationId: batch.organisationId,
    organisationName: batch.organisation.name,
    fileName: batch.file.name,
    fileBytes: batch.file.bytes,
    asOf: fromDbDate(batch.asOf),
    profile: batch.profile as Profile | null,
    counts: { ...noCounts, ...(batch.counts as Partial<Counts>) },
    digest: batch.digest,
    warnings: batch.warnings as SheetWarning[],
    createdAt: batch.createdAt.toISOString(),
    createdByName: batch.createdByName,
    committedAt: batch.committedAt?.toISOString() ?? null,
    committedByName: batch.committedByName,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
    undoneByName: batch.undoneByName,
  }
}

/** Batches of the actor's scope, newest first; `before` is the last one of the page before. */
export async function listBatches(
  db: Db,
  actor: Actor,
  { before, limit = PAGE }: { before?: string; limit?: number } = {},
): Promise<Page<BatchView>> {
  const scope = await resolveScope(db, scopeOf(actor, 'staff:import'))
  const columns = {
    prefecture: Prisma.sql`o.prefecture_id`,
    county: Prisma.sql`o.county_id`,
    organisation: Prisma.sql`o.id`,
  }
  // Ids are UUIDv7: their order is the order of creation.
  const earlier = isId(before) ? Prisma.sql`and b.id < ${before}::uuid` : Prisma.empty
  const ids = await db.$queryRaw<{ id: string }[]>`
    select b.id from import_batch b join organisation o on o.id = b.organisation_id
    where ${inScope(scope, columns)} ${earlier} order by b.id desc limit ${limit + 1}`
  const shown = ids.slice(0, limit).map(({ id }) => id)
  const found = await db.importBatch.findMany({
    where: { id: { in: shown } },
    include: { organisation: true, file: true },
    orderBy: { id: 'desc' },
  })
  return { items: found.map(viewOf), next: ids.length > limit ? (shown.at(-1) ?? null) : null }
}

/** Saved profiles that the organisation may use (its own and those of what is above), last used first; then built-in ones. */
export async function listProfiles(db: Db, actor: Actor, organisationId: string): Promise<Profile[]> {
  const organisation = await db.organisation.findUnique({
    where: { id: organisationId },
    select: { lineage: true },
  })
  const mine = scopeOf(actor, 'staff:import').some((id) => organisation?.lineage.includes(id))
  if (!organisation || !mine) return [...builtInProfiles]
  const saved = await db.importProfile.findMany({
    where: { organisationId: { in: organisation.lineage } },
    orderBy: { updatedAt: 'desc' },
  })
  const profiles = saved.map(
    ({ id, name, source, mapping, options }): Profile => ({
      id,
      key: id,
      name,
      source,
      mapping: mapping as Profile['mapping'],
      options: options as Profile['options'],
    }),
  )
  return [...profiles, ...builtInProfiles]
}

/** What the check found over the whole file. */
export async function previewOf(db: Db, actor: Actor, batchId: string): Promise<Preview | null> {
  const batch = await reachBatch(db, actor, batchId)
  if (!batch) return null
  const issues = await db.$queryRaw<Preview['issues']>`
    select code, level, field, count(*)::int as count, min(row_number)::int as "firstRow"
    from import_issue where batch_id = ${batchId}::uuid group by code, level, field order by count(*) desc, code`
  const unknownCodes = await db.$queryRaw<Preview['unknownCodes']>`
    select field, value, count(*)::int as count from import_issue
    where batch_id = ${batchId}::uuid and code = 'code_unknown' and value is not null
    group by field, value order by count(*) desc, value limit ${LISTED_CODES}`
  const organisations = await db.$queryRaw<Preview['newOrganisations']>`
    select i.kind, i.name, coalesce(p.name, o.name) as "parentName", i.code from import_organisation i
    left join import_organisation p on p.batch_id = i.batch_id and p.id = i.parent_id
    left join organisation o on o.id = i.parent_id
    where i.batch_id = ${batchId}::uuid order by i.no limit ${LISTED_ORGANISATIONS + 1}`
  return {
    counts: viewOf(batch).counts,
    issues: issues.map((one) => ({
      ...one,
      code: one.code as IssueCode,
      level: one.level as IssueLevel,
      field: one.field as FieldKey | null,
    })),
    unknownCodes,
    newOrganisations: organisations.slice(0, LISTED_ORGANISATIONS),
    hasMoreOrganisations: organisations.length > LISTED_ORGANISATIONS,
  }
}

/** People a complete file lacks, page by page. */
export async function previewLeft(
  db: Db,
  actor: Actor,
  batchId: string,
  { after, limit = PAGE }: { after?: string; limit?: number } = {},
): Promise<Page<LeftPerson>> {
  if (!(await reachBatch(db, actor, batchId))) return { items: [], next: null }
  const later = isId(after) ? Prisma.sql`and l.person_id > ${after}::uuid` : Prisma.empty
  const rows = await db.$queryRaw<LeftPerson[]>`
    select p.id as "personId", p.staff_number as "staffNumber", p.name, coalesce(o.name, '') as "organisationName"
    from import_left l join person p on p.id = l.person_id
    left join lateral (select work_org_id from appointment a where a.person_id = p.id and a.is_main
      order by a.valid_from desc limit 1) a on true
    left join organisation o on o.id = a.work_org_id
    where l.batch_id = ${batchId}::uuid ${later} order by l.person_id limit ${limit + 1}`
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.personId ?? null) : null }
}
