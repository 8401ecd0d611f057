/** The rows of a preview, page by page, with their remarks and changes. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { maskResidentId } from '../resident-id.ts'
import type { FieldChange, IssueCode, IssueLevel, Page, PreviewRow, RowIssue, RowOutcome } from './batch.ts'
import { type FieldKey, isFieldKey } from './fields.ts'
import { reachBatch } from './reach.server.ts'

const PAGE = 20

type Found = {
  row_number: number
  name: string
  outcome: RowOutcome
  org_id: string | null
  organisation: string | null
  person_id: string | null
  staff_number: string | null
  id_number_cipher: Uint8Array | null
  changes: Record<string, [string | null, string | null]> | null
}

/** Rows of one outcome in the order of the file; `after` is the last row number of the page before. */
export async function previewRows(
  db: Db,
  actor: Actor,
  batchId: string,
  { outcome, after, limit = PAGE }: { outcome: RowOutcome; after?: string; limit?: number },
): Promise<Page<PreviewRow>> {
  if (!(await reachBatch(db, actor, batchId))) return { items: [], next: null }
  const from = Number.isSafeInteger(Number(after)) ? Math.min(Number(after ?? 0), 2 ** 31 - 1) : 0
  const rows = await db.$queryRaw<Found[]>`
    select r.row_number, r.name, r.outcome, r.org_id, coalesce(o.name, i.name) as organisation,
      coalesce(p.id, r.person_id) as person_id, p.staff_number, r.id_number_cipher, r.changes
    from import_row r
    left join organisation o on o.id = r.org_id
    left join import_organisation i on i.batch_id = r.batch_id and i.id = r.org_id
    left join person p on p.id = coalesce(r.person_id, r.id)
    where r.batch_id = ${batchId}::uuid and r.outcome = ${outcome} and r.row_number > ${from}
    order by r.row_number limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const issues = await issuesOf(db, batchId, shown)
  const names = await organisationNames(db, shown)
  const items = shown.map(
    (row): PreviewRow => ({
      rowNumber: row.row_number,
      name: row.name,
      outcome: row.outcome,
      organisationName: row.organisation,
      idNumber: row.id_number_cipher ? maskResidentId(decryptPersonal(row.id_number_cipher)) : null,
      personId: row.person_id,
      staffNumber: row.staff_number,
      issues: issues.get(row.row_number) ?? [],
      changes: changesOf(row, names),
    }),
  )
  return { items, next: rows.length > limit ? String(items.at(-1)?.rowNumber ?? '') || null : null }
}

async function issuesOf(db: Db, batchId: string, rows: readonly Found[]): Promise<Map<number, RowIssue[]>> {
  const found = await db.importIssue.findMany({
    where: { batchId, rowNumber: { in: rows.map((row) => row.row_number) } },
    orderBy: [{ rowNumber: 'asc' }, { no: 'asc' }],
  })
  const byRow = new Map<number, RowIssue[]>()
  for (const { rowNumber, code, level, field, value, other } of found) {
    const issue: RowIssue = {
      code: code as IssueCode,
      level: level as IssueLevel,
      field: field as FieldKey | null,
      value: value ?? undefined,
      other: other ?? undefined,
    }
    byRow.set(rowNumber, [...(byRow.get(rowNumber) ?? []), issue])
  }
  return byRow
}

/** Fields whose values are organisations' ids. */
const organisationFields = ['orgName', 'onEstablishment']

/** Names of the organisations that changes speak of; those not yet created are named by the row itself. */
async function organisationNames(db: Db, rows: readonly Found[]): Promise<Map<string, string>> {
  const ids = new Set<string>()
  for (const { changes } of rows) {
    for (const field of organisationFields) for (const id of changes?.[field] ?? []) if (id) ids.add(id)
  }
  const found = await db.organisation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  const names = new Map(found.map(({ id, name }) => [id, name]))
  for (const { org_id, organisation } of rows) if (org_id && organisation) names.set(org_id, organisation)
  return names
}

function changesOf({ changes }: Found, names: ReadonlyMap<string, string>): FieldChange[] {
  const list: FieldChange[] = []
  for (const [field, [before, after]] of Object.entries(changes ?? {})) {
    if (!isFieldKey(field)) continue
    const isOrganisation = organisationFields.includes(field)
    const word = (value: string | null) => (isOrganisation && value ? (names.get(value) ?? value) : value)
    list.push({ field, before: word(before), after: word(after) })
  }
  return list
}
