/** Checked rows of a roster on their way into staff_import_row: keys hashed, private values encrypted, organisations found. */

import type { Database, Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { PLAIN } from '#app/platform/imports/batch.ts'
import { copyText } from '#app/platform/imports/copy-text.ts'
import { idSeries } from '#app/platform/imports/id-series.ts'
import { addIssue, hasError } from '#app/platform/imports/row-draft.ts'
import type { BatchPlan, RowDraft, RowStage } from '#app/platform/imports/subject.ts'
import { encryptPersonal, lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import { type NameKeys, nameKeys } from '../name-keys.ts'
import {
  type FoundOrganisation,
  type KnownOrganisation,
  type OrganisationFinder,
  organisationFinder,
  type PlannedOrganisation,
} from './organisation-finder.ts'
import { filledFields } from './plan.ts'
import { settleSeveralPosts } from './several-posts.sql.server.ts'
import { type StagedLead, stagedLine, stagedShape, valuesText } from './staged-row.ts'
import { type Unit, unitFinder } from './unit-finder.ts'

const REMEMBERED_NAMES = 10_000
const LINES_A_COPY = 5_000

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

/** Stages rows in the order of the file; organisations that the rows name are found, or planned where that is allowed. */
export async function rosterStage({ db }: Database, plan: BatchPlan): Promise<RowStage> {
  const { batchId, organisationId, profile } = plan
  const { options } = profile
  const nextId = idSeries()
  const finder = organisationFinder(
    await loadScope(db, organisationId, plan.asOf),
    await foreignCodes(db, organisationId),
    organisationId,
    options.ticked.includes('createOrganisations') ? nextId : null,
  )
  const filled = filledFields(profile)
  const shape = stagedShape((key) => filled.has(key))
  // A recipe makes the source's keys, each once, so they need not be watched.
  const claim = keyClaims(options.recipe !== PLAIN)
  const keysOf = rememberedKeys()
  const findUnit = unitKeys.some((key) => filled.has(key))
    ? unitFinder(await loadUnits(db, organisationId))
    : null
  let several = 0
  return {
    columns: shape.columns,
    stage(draft) {
      const { values, issues, rowNumber } = draft
      const { idNumber, phone, name = '' } = values
      const idNumberHash = idNumber === undefined ? null : lookUpHash(idNumber)
      const organisation = findFor(finder, draft)
      if (organisation && !organisation.ok) {
        const { issue, field, value } = organisation
        addIssue(draft, issue, 'error', field, value)
      }
      const orgId = organisation?.ok ? organisation.id : null
      const first = claim(draft, idNumberHash, orgId)
      if (first?.isSamePlace)
        addIssue(draft, 'duplicate_in_file', 'error', null, undefined, String(first.row))
      else if (first) several += 1
      if (findUnit) nameUnits(draft, findUnit, orgId)
      const isRejected = hasError(draft)
      const { sortKey, search } = keysOf(name)
      const lead: StagedLead = {
        batchId,
        rowNumber,
        id: nextId(),
        sortKey,
        search,
        idNumberHash,
        outcome: isRejected ? 'rejected' : 'new',
        warned: issues.length > 0 && !isRejected,
        orgId,
        idNumberCipher: idNumber === undefined ? null : encryptPersonal(idNumber),
        phoneCipher: phone === undefined ? null : encryptPersonal(phone),
      }
      const key = idNumberHash ? Buffer.from(idNumberHash).toString('hex') : ''
      const label = organisation?.ok ? organisation.label : ''
      const text = valuesText(values, shape)
      return {
        line: stagedLine(lead, name, text),
        print: `${rowNumber}\t${key}\t${label}\t${name}${text}\n`,
      }
    },
    async end(opened) {
      await stageOrganisations(opened, batchId, finder.planned)
      if (several > 0) await settleSeveralPosts(opened.db, batchId, options.ticked.includes('laterIsBeside'))
    },
  }
}

const unitKeys = ['establishmentOrgName', 'payOrgName'] as const

/** Puts the ids of the units that a row names in the place of their names. */
function nameUnits(draft: RowDraft, find: ReturnType<typeof unitFinder>, orgId: string | null): void {
  for (const key of unitKeys) {
    const text = draft.values[key]
    if (!text) continue
    const found = find(key, text, orgId)
    draft.values[key] = found.ok ? found.id : undefined
    if (!found.ok) addIssue(draft, found.issue, 'error', key, found.value)
  }
}

/** All of the batch's prefecture: a unit may lie beyond what the batch may change, and be there already. */
function loadUnits(db: Db, organisationId: string): Promise<Unit[]> {
  return db.$queryRaw<Unit[]>`
    select o.id, o.name, o.code, o.county_id as "countyId" from organisation o
    where o.lineage[1] = (select lineage[1] from organisation where id = ${organisationId}::uuid)`
}

/** A rejected row creates no organisation. */
function findFor(finder: OrganisationFinder, draft: RowDraft): FoundOrganisation | null {
  return finder.plans && hasError(draft) ? null : finder.find(draft.values)
}

async function* inPieces(lines: readonly string[]): AsyncGenerator<string> {
  for (let at = 0; at < lines.length; at += LINES_A_COPY) yield lines.slice(at, at + LINES_A_COPY).join('')
}

/** Remembers who used a key first; answers the row of the other when one is used again, and whether it is at the same place. */
function keyClaims(
  hasMadeKeys: boolean,
): (
  row: RowDraft,
  idNumberHash: Uint8Array | null,
  orgId: string | null,
) => { row: number; isSamePlace: boolean } | null {
  const owners = new Map<string, number>()
  const places: (string | null)[] = []
  const claim = (key: string, rowNumber: number): number | null => {
    const owner = owners.get(key)
    if (owner === undefined) owners.set(key, rowNumber)
    return owner ?? null
  }
  return ({ values, rowNumber }, idNumberHash, orgId) => {
    // Rows with made keys are each somebody's only one: there is nothing to remember of them.
    if (hasMadeKeys && !idNumberHash && values.staffNumber === undefined) return null
    places[rowNumber] = orgId
    const id = idNumberHash && claim(`i${Buffer.from(idNumberHash).toString('base64')}`, rowNumber)
    const staff = values.staffNumber === undefined ? null : claim(`n${values.staffNumber}`, rowNumber)
    const source =
      values.sourceKey === undefined || hasMadeKeys ? null : claim(`s${values.sourceKey}`, rowNumber)
    const row = id ?? staff ?? source
    return row === null ? null : { row, isSamePlace: orgId === null || places[row] === orgId }
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

/** Keeps the organisations that the commit will create. */
export async function stageOrganisations(
  opened: Database,
  batchId: string,
  planned: readonly PlannedOrganisation[],
): Promise<void> {
  const lines = planned.map(
    ({ id, parentId, code, kind, name }, no) =>
      `${batchId}\t${no}\t${id}\t${parentId}\t${copyText(code)}\t${kind}\t${copyText(name)}\t${copyText(nameKeys(name).sortKey)}\n`,
  )
  const columns = ['batch_id', 'no', 'id', 'parent_id', 'code', 'kind', 'name', 'sort_key']
  await opened.copyIn('import_organisation', columns, inPieces(lines))
}
