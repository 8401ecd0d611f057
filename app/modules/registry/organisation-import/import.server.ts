/**
 * A list of organisations into the tree: read, checked and written whole or not at all, in one transaction with one
 * audit entry that seals the digest of its rows. The same list twice changes nothing.
 */
import { createHash } from 'node:crypto'
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditAuthor } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDateOrNull } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { suggestMapping } from '#app/platform/sheets/match-headings.ts'
import { openSheet, type SheetInput } from '#app/platform/sheets/open-sheet.server.ts'
import type { SheetProblem } from '#app/platform/sheets/sheet.ts'
import { nameKeys } from '../name-keys.ts'
import {
  ORGANISATION_COLUMNS,
  type OrganisationColumn,
  type ReadRow,
  readOrganisationRow,
} from './columns.ts'
import { type KnownOrganisation, type OrganisationPlan, type PlannedRow, planOrganisations } from './plan.ts'

export const MOST_ORGANISATIONS = 20_000

export type OrganisationSheet =
  | { ok: true; rows: ReadRow[]; digest: string }
  | { ok: false; problem: SheetProblem | { code: 'columns_missing' } }

/** Reads the rows of a sheet. Columns are found by their headings; code and name must be there. */
export async function readOrganisationSheet(input: SheetInput): Promise<OrganisationSheet> {
  const opened = await openSheet(input, { limits: { rows: MOST_ORGANISATIONS } })
  if (!opened.ok) return opened
  const fields = ORGANISATION_COLUMNS.map(({ key, zh, aliases }) => ({ key, aliases: [zh, ...aliases] }))
  const columns = suggestMapping(opened.sheet.headings, fields) as Record<OrganisationColumn, number | null>
  if (columns.code === null || columns.name === null) {
    return { ok: false, problem: { code: 'columns_missing' } }
  }
  const rows: ReadRow[] = []
  const hash = createHash('sha256')
  for await (const step of opened.sheet.batches()) {
    if (!step.ok) return step
    for (const { rowNumber, cells } of step.rows) {
      hash.update(`${JSON.stringify(cells)}\n`)
      const cell = (key: OrganisationColumn) => {
        const column = columns[key]
        return column === null ? undefined : (cells[column] ?? '')
      }
      rows.push(readOrganisationRow(rowNumber, cell))
    }
  }
  return { ok: true, rows, digest: hash.digest('hex') }
}

/** What the rows would change. Without an actor (command line) everything may be changed. */
export async function checkOrganisations(
  db: Db,
  actor: Actor | null,
  rows: readonly ReadRow[],
): Promise<OrganisationPlan> {
  const codes = rows.flatMap(({ draft }) => [draft.code, draft.parentCode ?? draft.code])
  const known = new Map<string, KnownOrganisation>()
  const found = await db.organisation.findMany({
    where: { code: { in: [...new Set(codes)] } },
    include: { parent: { select: { code: true } }, years: true },
  })
  for (const one of found) {
    known.set(one.code, {
      ...one,
      stages: one.stages ?? [],
      parentCode: one.parent?.code ?? null,
      openedOn: fromDbDateOrNull(one.openedOn),
      isClosed: one.closedOn !== null,
      isManaged: actor === null || can(actor, 'organisation:manage', one),
      figures: new Map(one.years.map((year) => [`${year.schoolYear} ${year.stage}`, year])),
    })
  }
  return planOrganisations(rows, known, actor === null)
}

/** `plan`: what was found when it was checked again; null for a form that was sent before. */
export type OrganisationImport = Outcome<Pick<OrganisationPlan, 'counts'>, 'rejected'> & {
  plan: OrganisationPlan | null
}

type Sheet = { name: string; rows: readonly ReadRow[]; digest: string }

/** Checks again and writes, in one transaction. A rejected row stops the whole. */
export async function importOrganisations(
  db: PrismaClient,
  actor: Actor | null,
  author: AuditAuthor,
  sheet: Sheet & Keyed,
): Promise<OrganisationImport> {
  const checked: { plan: OrganisationPlan | null } = { plan: null }
  const outcome: Outcome<Pick<OrganisationPlan, 'counts'>, 'rejected'> = await perform(db, author, {
    name: 'importOrganisations',
    input: sheet,
    timeoutMs: 60_000,
    lock: async (tx) => {
      checked.plan = await checkOrganisations(tx, actor, sheet.rows)
      return checked.plan
    },
    async write(tx, { rows, counts }) {
      if (counts.rejected > 0) refuseImport('rejected')
      if (counts.new + counts.changed === 0) return { done: { counts }, events: [] }
      const idOf = await writeNew(tx, rows)
      await writeChanged(tx, rows)
      await writeFigures(tx, rows, idOf)
      const after = { file: sheet.name, rowsSha256: sheet.digest, counts }
      const about = { organisationId: topOf(rows, idOf), subject: `file:${sheet.name}` }
      return { done: { counts }, events: [{ action: 'organisations.imported', ...about, after }] }
    },
  })
  return { ...outcome, ...checked }
}

const refuseImport: Refuse<'rejected'> = refuseAct

/** The organisation below which the list stands: where its audit entry is kept. */
function topOf(rows: readonly PlannedRow[], idOf: ReadonlyMap<string, string>): string | null {
  const [top] = [...rows].sort((a, b) => a.depth - b.depth)
  return top ? (idOf.get(top.draft.parentCode ?? '') ?? idOf.get(top.draft.code) ?? null) : null
}

/** Level by level, so that a trigger finds each parent. Answers the id of every code. */
async function writeNew(tx: Db, rows: readonly PlannedRow[]): Promise<Map<string, string>> {
  const parents = await tx.organisation.findMany({
    where: { code: { in: rows.flatMap(({ draft }) => [draft.code, draft.parentCode ?? draft.code]) } },
    select: { id: true, code: true },
  })
  const idOf = new Map(parents.map(({ id, code }) => [code, id]))
  const fresh = rows.filter(({ outcome }) => outcome === 'new')
  const deepest = Math.max(-1, ...fresh.map(({ depth }) => depth))
  for (let depth = 0; depth <= deepest; depth += 1) {
    const level = fresh.filter((row) => row.depth === depth)
    if (level.length === 0) continue
    const ids = level.map(() => newId())
    const parentIds = level.map(({ draft }) => idOf.get(draft.parentCode ?? '') ?? null)
    await tx.$executeRaw`
      insert into organisation (id, parent_id, code, kind, name, sort_key, school_kind, stages, place_type, is_public, opened_on)
      select id, parent_id, code, kind, name, sort_key, school_kind,
        coalesce(string_to_array(nullif(stages, ''), ','), '{}'), place_type, is_public, opened_on
      from unnest(${ids}::uuid[], ${parentIds}::uuid[], ${level.map(({ draft }) => draft.code)}::text[],
        ${level.map(({ draft }) => draft.kind)}::text[], ${level.map(({ draft }) => draft.name)}::text[],
        ${level.map(({ draft }) => nameKeys(draft.name).sortKey)}::text[],
        ${level.map(({ draft }) => draft.schoolKind ?? null)}::text[],
        ${level.map(({ draft }) => (draft.stages ?? []).join(','))}::text[],
        ${level.map(({ draft }) => draft.placeType ?? null)}::text[],
        ${level.map(({ draft }) => draft.isPublic ?? true)}::bool[],
        ${level.map(({ draft }) => draft.openedOn ?? null)}::date[])
        as t(id, parent_id, code, kind, name, sort_key, school_kind, stages, place_type, is_public, opened_on)`
    for (const [at, { draft }] of level.entries()) idOf.set(draft.code, ids[at] ?? '')
  }
  return idOf
}

async function writeChanged(tx: Db, rows: readonly PlannedRow[]): Promise<void> {
  const changed = rows.flatMap(({ outcome, draft, known }) =>
    outcome === 'changed' && known ? [{ draft, known }] : [],
  )
  if (changed.length === 0) return
  const kept = changed.map(({ draft, known }) => ({
    id: known.id,
    name: draft.name,
    schoolKind: draft.schoolKind === undefined ? known.schoolKind : draft.schoolKind,
    stages: draft.stages ?? known.stages,
    placeType: draft.placeType === undefined ? known.placeType : draft.placeType,
    isPublic: draft.isPublic ?? known.isPublic,
    openedOn: draft.openedOn === undefined ? known.openedOn : draft.openedOn,
  }))
  await tx.$executeRaw`
    update organisation o set name = t.name, sort_key = t.sort_key, school_kind = t.school_kind,
      stages = coalesce(string_to_array(nullif(t.stages, ''), ','), '{}'), place_type = t.place_type,
      is_public = t.is_public, opened_on = t.opened_on, version = o.version + 1
    from unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ name }) => name)}::text[],
      ${kept.map(({ name }) => nameKeys(name).sortKey)}::text[],
      ${kept.map(({ schoolKind }) => schoolKind)}::text[], ${kept.map(({ stages }) => stages.join(','))}::text[],
      ${kept.map(({ placeType }) => placeType)}::text[], ${kept.map(({ isPublic }) => isPublic)}::bool[],
      ${kept.map(({ openedOn }) => openedOn)}::date[])
      as t(id, name, sort_key, school_kind, stages, place_type, is_public, opened_on)
    where o.id = t.id`
}

async function writeFigures(
  tx: Db,
  rows: readonly PlannedRow[],
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const counted = rows.flatMap(({ outcome, draft }) => {
    const id = idOf.get(draft.code)
    return draft.figures && id && outcome !== 'unchanged' ? [{ id, ...draft.figures }] : []
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
