/** What a list of organisations would change: pure, so that the check and the commit can never disagree. */
import type { RowIssue } from '#app/platform/imports/batch.ts'
import { isCodeOf, ORG_KINDS } from '../codes/index.ts'
import { mayStandBelow } from '../organisation-rules.ts'
import type { OrganisationField, OrganisationIssue, OrganisationValues } from './fields.ts'

/** An organisation that is there already. */
export type KnownOrganisation = {
  id: string
  code: string
  name: string
  kind: string
  parentCode: string | null
  schoolKind: string | null
  stages: string[]
  placeType: string | null
  isPublic: boolean
  openedOn: string | null
  isClosed: boolean
  /** Whether it stands at the batch's organisation or below. */
  isWithin: boolean
  /** `year stage` → classes and pupils. */
  figures: ReadonlyMap<string, { classes: number; pupils: number }>
}

export type ReadRow = { rowNumber: number; values: OrganisationValues; isRejected: boolean }

export type PlannedRow = ReadRow & {
  outcome: 'new' | 'changed' | 'unchanged' | 'rejected'
  /** Remarks of this comparison; those of the row itself are told already. */
  issues: RowIssue[]
  changes: Record<string, [before: string | null, after: string | null]> | null
  known: KnownOrganisation | null
  /** Steps from an organisation that is there: parents are made first. */
  depth: number
}

const issueOf = (code: OrganisationIssue, field: OrganisationField): RowIssue => ({
  ...{ code, field, level: 'error' as const },
})

/** Rows in the order of the file; parents may stand below their children in it. */
export function planOrganisations(
  read: readonly ReadRow[],
  known: ReadonlyMap<string, KnownOrganisation>,
): PlannedRow[] {
  const byCode = new Map<string, ReadRow>()
  for (const row of read) {
    const { code = '' } = row.values
    if (code !== '' && !byCode.has(code)) byCode.set(code, row)
  }
  const settled = new Map<ReadRow, PlannedRow>()
  const settle = (row: ReadRow, path: readonly string[]): PlannedRow => {
    const done = settled.get(row)
    if (done) return done
    const { code = '' } = row.values
    const issues: RowIssue[] = []
    const first = byCode.get(code)
    if (first && first !== row)
      issues.push({
        ...{ code: 'duplicate_in_file', level: 'error', field: null },
        other: String(first.rowNumber),
      })
    const found = known.get(code) ?? null
    let depth = 0
    if (row.isRejected) depth = 0
    else if (found) issues.push(...issuesOfKnown(row.values, found))
    else depth = placeNew(row, path, issues)
    const isRejected = row.isRejected || issues.length > 0
    const changes = found && !isRejected ? changesOf(row.values, found) : null
    const outcome = isRejected ? 'rejected' : !found ? 'new' : changes ? 'changed' : 'unchanged'
    const planned: PlannedRow = { ...row, outcome, issues, changes, known: found, depth }
    settled.set(row, planned)
    return planned
  }

  /** Checks where a new one would stand; answers its depth below what is there. */
  const placeNew = ({ values }: ReadRow, path: readonly string[], issues: RowIssue[]): number => {
    const { kind, parentCode } = values
    if (!kind) issues.push(issueOf('organisation_kind_missing', 'kind'))
    if (!parentCode) {
      issues.push(issueOf('organisation_parent_missing', 'parentCode'))
      return 0
    }
    const parent = known.get(parentCode)
    if (parent) {
      if (!parent.isWithin) issues.push(issueOf('organisation_not_yours', 'parentCode'))
      if (parent.isClosed) issues.push(issueOf('organisation_closed', 'parentCode'))
      checkKind(kind, parent.kind, issues)
      return 1
    }
    const above = byCode.get(parentCode)
    // A circle of rows has no top: none of them can be placed.
    if (!above || path.includes(parentCode)) {
      issues.push(issueOf('organisation_parent_unknown', 'parentCode'))
      return 0
    }
    const placed = settle(above, [...path, values.code ?? ''])
    if (placed.outcome === 'rejected') issues.push(issueOf('organisation_parent_rejected', 'parentCode'))
    checkKind(kind, above.values.kind ?? '', issues)
    return placed.depth + 1
  }

  return read.map((row) => settle(row, [row.values.code ?? '']))
}

function checkKind(kind: string | undefined, parentKind: string, issues: RowIssue[]): void {
  if (kind && isCodeOf(ORG_KINDS, kind) && !mayStandBelow(kind, parentKind))
    issues.push(issueOf('organisation_kind_not_here', 'kind'))
}

/** A list keeps facts right; kind and place in the tree are changed on purpose, on their own pages. */
function issuesOfKnown({ kind, parentCode }: OrganisationValues, known: KnownOrganisation): RowIssue[] {
  const issues: RowIssue[] = []
  if (!known.isWithin) issues.push(issueOf('organisation_not_yours', 'code'))
  if (known.isClosed) issues.push(issueOf('organisation_closed', 'code'))
  if (kind && kind !== known.kind) issues.push(issueOf('organisation_kind_differs', 'kind'))
  if (parentCode && parentCode !== known.parentCode)
    issues.push(issueOf('organisation_parent_differs', 'parentCode'))
  return issues
}

/** What the row says that is not so already; what it does not say stays. Null: nothing. */
function changesOf(values: OrganisationValues, known: KnownOrganisation): PlannedRow['changes'] {
  const now: OrganisationValues = {
    name: known.name,
    schoolKind: known.schoolKind ?? undefined,
    stages: known.stages.join(),
    placeType: known.placeType ?? undefined,
    isPublic: String(known.isPublic),
    openedOn: known.openedOn ?? undefined,
  }
  const figures = figuresOf(values)
  if (figures) {
    const counted = known.figures.get(`${figures.schoolYear} ${figures.stage}`)
    now.classes = counted && String(counted.classes)
    now.pupils = counted && String(counted.pupils)
  }
  const changes: NonNullable<PlannedRow['changes']> = {}
  for (const key of Object.keys(now) as OrganisationField[]) {
    const [before, after] = [now[key], values[key]]
    if (after !== undefined && after !== before) changes[key] = [before || null, after]
  }
  return Object.keys(changes).length > 0 ? changes : null
}

/** The classes and pupils that a row tells of a school year; they are of its first stage. */
export function figuresOf({ schoolYear, classes, pupils, stages }: OrganisationValues) {
  const stage = stages?.split(',')[0]
  if (!schoolYear || classes === undefined || pupils === undefined || !stage) return null
  return { schoolYear: Number(schoolYear), stage, classes: Number(classes), pupils: Number(pupils) }
}
