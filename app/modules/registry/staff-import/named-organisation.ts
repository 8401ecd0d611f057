/** The one organisation that a text names: a file's name, a sheet's, a title 阳谷县实验小学教职工花名册. */
import { plain } from './organisation-finder.ts'

/** A name so short stands in too many others. */
const SHORTEST = 3

export type NamedOrganisation = { code: string; name: string }

/** The organisation with the longest name that stands in any of the texts; null where there is none, or several. */
export function organisationNamedIn(
  texts: readonly string[],
  known: readonly NamedOrganisation[],
): NamedOrganisation | null {
  const plainTexts = texts.map(plain)
  let longest: { length: number; found: NamedOrganisation[] } = { length: SHORTEST - 1, found: [] }
  for (const one of known) {
    const name = plain(one.name)
    if (name.length < longest.length || name.length < SHORTEST) continue
    if (!plainTexts.some((text) => text.includes(name))) continue
    if (name.length > longest.length) longest = { length: name.length, found: [] }
    longest.found.push(one)
  }
  return longest.found.length === 1 ? (longest.found[0] ?? null) : null
}
