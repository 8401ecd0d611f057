/** Reads of import batches: lists, one batch, its preview. */
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
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
  type IssueLevel,
  noCounts,
  type Page,
  type Preview,
  type ProblemCode,
  type Profile,
} from './batch.ts'
import { type ReachedBatch, reachBatch } from './reach.server.ts'
import { subjectEntry, subjectOf, subjectsFor } from './subject.ts'

const PAGE = 20
const LISTED_CODES = 50

/** One batch as pages show it; null where there is none or it is not the actor's. */
export async function getBatch(db: Db, actor: Actor, batchId: string): Promise<BatchView | null> {
  const batch = await reachBatch(db, actor, batchId)
  return batch && viewOf(batch)
}

function viewOf(batch: ReachedBatch): BatchView {
  return {
    id: batch.id,
    subject: batch.subject,
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
  const columns = {
    prefecture: Prisma.sql`o.prefecture_id`,
    county: Prisma.sql`o.county_id`,
    organisation: Prisma.sql`o.id`,
  }
  const reaches: Prisma.Sql[] = []
  for (const { name, action } of subjectsFor(actor)) {
    const scope = await resolveScope(db, scopeOf(actor, action))
    reaches.push(Prisma.sql`(b.subject = ${name} and ${inScope(scope, columns)})`)
  }
  if (reaches.length === 0) return { items: [], next: null }
  // Ids are UUIDv7: their order is the order of creation.
  const earlier = isId(before) ? Prisma.sql`and b.id < ${before}::uuid` : Prisma.empty
  const ids = await db.$queryRaw<{ id: string }[]>`
    select b.id from import_batch b join organisation o on o.id = b.organisation_id
    where (${Prisma.join(reaches, ' or ')}) ${earlier} order by b.id desc limit ${limit + 1}`
  const shown = ids.slice(0, limit).map(({ id }) => id)
  const found = await db.importBatch.findMany({
    where: { id: { in: shown } },
    include: { organisation: true, file: true },
    orderBy: { id: 'desc' },
  })
  return { items: found.map(viewOf), next: ids.length > limit ? (shown.at(-1) ?? null) : null }
}

/** Saved profiles that the organisation may use (its own and those of what is above), last used first; then built-in ones. */
export async function listProfiles(
  db: Db,
  actor: Actor,
  subject: string,
  organisationId: string,
): Promise<Profile[]> {
  const { profiles: builtIn } = await subjectOf(subject)
  const plain = builtIn.map(({ root: _, asOf: __, ...profile }) => profile)
  const organisation = await db.organisation.findUnique({
    where: { id: organisationId },
    select: { lineage: true },
  })
  if (!organisation || !can(actor, subjectEntry(subject).action, organisation)) return plain
  const saved = await db.importProfile.findMany({
    where: { subject, organisationId: { in: organisation.lineage } },
    orderBy: { updatedAt: 'desc' },
  })
  return [...saved.map(profileOf), ...plain]
}

/** A saved profile as it is used. */
export function profileOf(saved: {
  id: string
  name: string
  source: string
  mapping: unknown
  options: unknown
}): Profile {
  const { id, name, source } = saved
  return {
    ...{ id, key: id, name, source },
    mapping: saved.mapping as Profile['mapping'],
    options: saved.options as Profile['options'],
  }
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
  return {
    counts: viewOf(batch).counts,
    issues: issues.map((one) => ({ ...one, level: one.level as IssueLevel })),
    unknownCodes,
  }
}
