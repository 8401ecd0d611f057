/** Finds the unit that holds somebody's establishment post or pays them, by name: it need not be where they work. */
import type { FieldKey } from './fields.ts'
import type { StaffIssue } from './issues.ts'
import { nameWithCode, plain } from './organisation-finder.ts'

export type Unit = { id: string; name: string; code: string; countyId: string | null }

export type FoundUnit =
  | { ok: true; id: string }
  | { ok: false; issue: StaffIssue; field: FieldKey; value: string }

/**
 * `units`: everything of the prefecture. Of several that are called so, the one where the person works is meant, else the one of its
 * county; what is still unclear is refused.
 */
export function unitFinder(
  units: readonly Unit[],
): (field: FieldKey, text: string, workOrgId: string | null) => FoundUnit {
  const byName = new Map<string, Unit[]>()
  const byId = new Map(units.map((one) => [one.id, one]))
  for (const one of units) {
    for (const key of [plain(one.name), plain(nameWithCode(one)), one.code])
      byName.set(key, [...(byName.get(key) ?? []), one])
  }
  return (field, text, workOrgId) => {
    const found = byName.get(plain(text)) ?? byName.get(text) ?? []
    const place = workOrgId === null ? undefined : byId.get(workOrgId)
    const near = found.filter((one) => one.id === place?.id)
    const inCounty = found.filter((one) => one.countyId !== null && one.countyId === place?.countyId)
    const [only, ...others] = near.length > 0 ? near : inCounty.length > 0 ? inCounty : found
    if (!only) return { ok: false, issue: 'unit_unknown', field, value: text }
    return others.length > 0
      ? { ok: false, issue: 'unit_ambiguous', field, value: text }
      : { ok: true, id: only.id }
  }
}
