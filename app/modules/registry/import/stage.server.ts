/** Checked rows on their way into import_row: keys hashed, private values encrypted, organisations found. */
import type { Hash } from 'node:crypto'
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { encryptPersonal, lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import type { SheetRow } from '#app/platform/sheets/sheet.ts'
import { type NameKeys, nameKeys } from '../name-keys.ts'
import type { RowIssue } from './batch.ts'
import type {
  FoundOrganisation,
  KnownOrganisation,
  OrganisationFinder,
  PlannedOrganisation,
} from './organisation-finder.ts'
import { type CheckedRow, type StagedLead, type StagedShape, stagedLine, valuesText } from './staged-row.ts'

const REMEMBERED_NAMES = 10_000
const LINES_A_COPY = 5_000
const LONGEST_SHOWN = 60

/** The batch's organisation and all below it. */
export async function loadScope(db: Db, organisationId: string, asOf: string): Promise<KnownOrganisation[]> {
  const found = await db.organisation.findMany({
    where: { lineage: { has: organisationId } },
    select: { id: true, code: true, kind: true, name: true, parentId: true, countyId: true, closedOn: true },
  })
  const day = toDbDate(asOf)
  return found.map(({ closedOn, ...one }) => ({ ...one, isClosed: closedOn !== null && closedOn <= day }))
}

/** Codes of organisations beyond the batch's. */
export async function foreignCodes(db: Db, organisationId: string): Promise<Set<string>> {
  const others = await db.organisation.findMany({
    where: { NOT: { lineage: { has: organisationId } } },
    select: { code: true },
  })
  return new Set(others.map(({ code }) => code))
}

export type RowStager = {
  /** COPY lines of these rows. */
  chunk(rows: readonly SheetRow[]): string
  /** Loads the remarks collected so far. */
  writeIssues(opened: Database): Promise<void>
}

/**
 * Stages rows in the order of the file; `hash` takes in each row's values, the same for the same file and tree.
 * `hasMadeKeys`: a recipe makes the source's keys, each once, so they need not be watched.
 */
export function rowStager(
  batchId: string,
  check: (row: SheetRow) => CheckedRow,
  finder: OrganisationFinder,
  nextId: () => string,
  hash: Hash,
  shape: StagedShape,
  hasMadeKeys: boolean,
): RowStager {
  const issueLines: string[] = []
  const claim = keyClaims(hasMadeKeys)
  const keysOf = rememberedKeys()

  const stageRow = (row: SheetRow): string => {
    const checked = check(row)
    const { values, issues, rowNumber } = checked
    const idNumberHash = values.idNumber === undefined ? null : lookUpHash(values.idNumber)
    const first = claim(checked, idNumberHash)
    if (first !== null) {
      issues.push({ code: 'duplicate_in_file', level: 'error', field: null, other: String(first) })
    }
    const organisation = findFor(finder, checked)
    if (organisation && !organisation.ok) {
      const { issue, field, value } = organisation
      issues.push({ code: issue, level: 'error', field, value: value.slice(0, LONGEST_SHOWN) })
    }
    const isRejected = hasError(issues)
    for (const [no, issue] of issues.entries()) issueLines.push(issueLine(batchId, rowNumber, no, issue))
    const { sortKey, search } = keysOf(values.name)
    const lead: StagedLead = {
      batchId,
      rowNumber,
      id: nextId(),
      outcome: isRejected ? 'rejected' : 'new',
      warned: issues.length > 0 && !isRejected,
      orgId: organisation?.ok ? organisation.id : null,
      idNumberCipher: values.idNumber === undefined ? null : encryptPersonal(values.idNumber),
      idNumberHash,
      phoneCipher: values.phone === undefined ? null : encryptPersonal(values.phone),
      sortKey,
      search,
    }
    const key = idNumberHash ? Buffer.from(idNumberHash).toString('hex') : ''
    const label = organisation?.ok ? organisation.label : ''
    const text = valuesText(values, shape)
    hash.update(`${rowNumber}\t${key}\t${label}\t${values.name}${text}\n`)
    return stagedLine(lead, values.name, text)
  }

  return {
    chunk(rows) {
      return rows.map(stageRow).join('')
    },
    async writeIssues(opened) {
      const columns = ['batch_id', 'row_number', 'no', 'code', 'level', 'field', 'value', 'other']
      await opened.copyIn('import_issue', columns, inPieces(issueLines))
    },
  }
}

function hasError(issues: readonly RowIssue[]): boolean {
  return issues.some(({ level }) => level === 'error')
}

/** A rejected row creates no organisation. */
function findFor(finder: OrganisationFinder, { issues, organisation }: CheckedRow): FoundOrganisation | null {
  return finder.plans && hasError(issues) ? null : finder.find(organisation)
}

async function* inPieces(lines: readonly string[]): AsyncGenerator<string> {
  for (let at = 0; at < lines.length; at += LINES_A_COPY) yield lines.slice(at, at + LINES_A_COPY).join('')
}

/** Remembers who used a key first; answers the row number of the other when one is used again. */
function keyClaims(
  hasMadeKeys: boolean,
): (row: CheckedRow, idNumberHash: Uint8Array | null) => number | null {
  const owners = new Map<string, number>()
  const claim = (key: string, rowNumber: number): number | null => {
    const owner = owners.get(key)
    if (owner === undefined) owners.set(key, rowNumber)
    return owner ?? null
  }
  return ({ values, rowNumber }, idNumberHash) => {
    const id = idNumberHash && claim(`i${Buffer.from(idNumberHash).toString('base64')}`, rowNumber)
    const staff = values.staffNumber === undefined ? null : claim(`n${values.staffNumber}`, rowNumber)
    const source =
      values.sourceKey === undefined || hasMadeKeys ? null : claim(`s${values.sourceKey}`, rowNumber)
    return id ?? staff ?? source
  }
}

/** Names repeat: 191,104 rows of the real file have some ten thousand. */
function rememberedKeys(): (name: string) => { sortKey: string; search: string } {
  const known = new Map<string, { sortKey: string; search: string }>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const { sortKey, searchTerms }: NameKeys = nameKeys(name)
    const keys = { sortKey, search: searchTerms.join(' ') }
    if (known.size < REMEMBERED_NAMES) known.set(name, keys)
    return keys
  }
}

function text(value: string | null | undefined): string {
  if (value === null || value === undefined) return '\\N'
  return value.replace(/[\\\t\n\r\0]/g, (sign) => (sign === '\\' ? '\\\\' : ' '))
}

function issueLine(batchId: string, rowNumber: number, no: number, issue: RowIssue): string {
  const { code, level, field, value, other } = issue
  return `${batchId}\t${rowNumber}\t${no}\t${code}\t${level}\t${text(field)}\t${text(value)}\t${text(other)}\n`
}

/** Keeps the organisations that the commit will create. */
export async function stageOrganisations(
  opened: Database,
  batchId: string,
  planned: readonly PlannedOrganisation[],
): Promise<void> {
  const lines = planned.map(
    ({ id, parentId, code, kind, name }, no) =>
      `${batchId}\t${no}\t${id}\t${parentId}\t${text(code)}\t${kind}\t${text(name)}\t${text(nameKeys(name).sortKey)}\n`,
  )
  const columns = ['batch_id', 'no', 'id', 'parent_id', 'code', 'kind', 'name', 'sort_key']
  await opened.copyIn('import_organisation', columns, inPieces(lines))
}
