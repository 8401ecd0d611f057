/** One spelling of a value, so that a hash can be recomputed from what the database gives back. */

/** Any value that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined }

/** JSON with sorted keys and no undefined; the text that audit hashes cover. */
export function canonicalJson(value: Json | undefined): string {
  if (value === undefined || value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`
}
