/** Before and after of an entry, field by field. */
import { canonicalJson, type Json } from './canonical.ts'

export type FieldChange = {
  /** The way to the value, names joined by dots: `appointment.workOrgId`, `changes.0.field`. */
  path: string
  before: Scalar | undefined
  after: Scalar | undefined
  isChanged: boolean
}
export type Scalar = string | number | boolean | null

/**
 * Every scalar of either side, in the order of the records, changed ones first. Lists of plain values count as one
 * value; an empty list or record as none.
 */
export function fieldChanges(before: Json | undefined, after: Json | undefined): FieldChange[] {
  const old = new Map(scalarsOf(before))
  const now = new Map(scalarsOf(after))
  const paths = [...new Set([...old.keys(), ...now.keys()])]
  const all = paths.map((path) => {
    const [was, is] = [old.get(path), now.get(path)]
    return { path, before: was, after: is, isChanged: canonicalJson(was) !== canonicalJson(is) }
  })
  return [...all.filter((one) => one.isChanged), ...all.filter((one) => !one.isChanged)]
}

function scalarsOf(value: Json | undefined, path: readonly string[] = []): [string, Scalar][] {
  if (value === undefined || (value === null && path.length === 0)) return []
  if (value === null || typeof value !== 'object') return [[path.join('.'), value]]
  if (Array.isArray(value) && value.every((one) => one === null || typeof one !== 'object'))
    return value.length > 0 ? [[path.join('.'), value.map((one) => String(one ?? '')).join('、')]] : []
  return Object.entries(value).flatMap(([name, inner]) => scalarsOf(inner, [...path, name]))
}
