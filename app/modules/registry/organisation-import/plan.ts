/** What a list of organisations would change: pure, so that the check and the commit can never disagree. */
import { isCodeOf, ORG_KINDS } from '../codes/index.ts'
import { mayStandBelow } from '../organisation-rules.ts'
import type { OrganisationDraft, ReadRow, RowIssue } from './columns.ts'

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
  /** Whether the sender may change it, and make others below it. */
  isManaged: boolean
  /** `year stage` → classes and pupils. */
  figures: ReadonlyMap<string, { classes: number; pupils: number }>
}

export type PlannedRow = {
  draft: OrganisationDraft
  outcome: 'new' | 'changed' | 'unchanged' | 'rejected'
  issues: RowIssue[]
  known: KnownOrganisation | null
  /** Steps from an organisation that is there, or from the top: parents are made first. */
  depth: number
}

export type OrganisationPlan = {
  rows: PlannedRow[]
  counts: Record<PlannedRow['outcome'], number>
}

/** `mayMakeTop`: a prefecture may be made, which only the command line may. */
export function planOrganisations(
  read: readonly ReadRow[],
  known: ReadonlyMap<string, KnownOrganisation>,
  mayMakeTop: boolean,
): OrganisationPlan {
  const byCode = new Map<string, ReadRow>()
  const twice = new Set<string>()
  for (const row of read) {
    if (byCode.has(row.draft.code)) twice.add(row.draft.code)
    else byCode.set(row.draft.code, row)
  }
  const settled = new Map<ReadRow, PlannedRow>()
  const settle = (row: ReadRow, path: readonly string[]): PlannedRow => {
    const done = settled.get(row)
    if (done) return done
    const { draft } = row
    const issues = [...row.issues]
    if (twice.has(draft.code)) issues.push('same_code_twice')
    const found = known.get(draft.code) ?? null
    let depth = 0
    if (found) issues.push(...issuesOfKnown(draft, found))
    else depth = placeNew(row, path, issues)
    const outcome = issues.length > 0 ? 'rejected' : found ? changeOf(draft, found) : 'new'
    const planned: PlannedRow = { draft, outcome, issues: [...new Set(issues)], known: found, depth }
    settled.set(row, planned)
    return planned
  }

  /** Checks where a new one would stand; answers its depth below what is there. */
  const placeNew = ({ draft }: ReadRow, path: readonly string[], issues: RowIssue[]): number => {
    if (!draft.kind) issues.push('kind_missing')
    if (!draft.parentCode) {
      if (!(draft.kind === 'prefecture' && mayMakeTop)) issues.push('parent_missing')
      return 0
    }
    const parent = known.get(draft.parentCode)
    if (parent) {
      if (!parent.isManaged) issues.push('not_yours')
      if (parent.isClosed) issues.push('closed')
      checkKind(draft, parent.kind, issues)
      return 1
    }
    const above = byCode.get(draft.parentCode)
    // A circle of rows has no top: none of them can be placed.
    if (!above || path.includes(draft.parentCode)) {
      issues.push('parent_unknown')
      return 0
    }
    const placed = settle(above, [...path, draft.code])
    if (placed.outcome === 'rejected') issues.push('parent_rejected')
    checkKind(draft, above.draft.kind ?? '', issues)
    return placed.depth + 1
  }

  const rows = read.map((row) => settle(row, [row.draft.code]))
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return { rows, counts }
}

function checkKind({ kind }: OrganisationDraft, parentKind: string, issues: RowIssue[]): void {
  if (kind && isCodeOf(ORG_KINDS, kind) && !mayStandBelow(kind, parentKind)) issues.push('kind_not_here')
}

/** A list keeps facts right; kind and place in the tree are changed on purpose, on their own pages. */
function issuesOfKnown(draft: OrganisationDraft, known: KnownOrganisation): RowIssue[] {
  const issues: RowIssue[] = []
  if (!known.isManaged) issues.push('not_yours')
  if (known.isClosed) issues.push('closed')
  if (draft.kind && draft.kind !== known.kind) issues.push('kind_differs')
  if (draft.parentCode && draft.parentCode !== known.parentCode) issues.push('parent_differs')
  return issues
}

function changeOf(draft: OrganisationDraft, known: KnownOrganisation): 'changed' | 'unchanged' {
  const differs = <Value>(next: Value | undefined, now: Value) =>
    next !== undefined && JSON.stringify(next) !== JSON.stringify(now)
  const { figures } = draft
  const counted = figures && known.figures.get(`${figures.schoolYear} ${figures.stage}`)
  const isChanged =
    draft.name !== known.name ||
    differs(draft.schoolKind, known.schoolKind) ||
    differs(draft.stages, known.stages) ||
    differs(draft.placeType, known.placeType) ||
    differs(draft.isPublic, known.isPublic) ||
    differs(draft.openedOn, known.openedOn) ||
    (figures !== undefined && (counted?.classes !== figures.classes || counted.pupils !== figures.pupils))
  return isChanged ? 'changed' : 'unchanged'
}
