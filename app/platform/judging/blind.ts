/** What an applicant wrote, without what says who they are. Pure. */

const MASK = '□□'
/** Shorter names would be found in other words. */
const SHORTEST = 2

/** Every name out of the text, the longest first. A school is also found without the county that its name begins with. */
export function blinded(text: string, names: readonly string[]): string {
  return [...new Set(names)]
    .filter((name) => name.length >= SHORTEST)
    .sort((one, other) => other.length - one.length)
    .reduce((left, name) => left.replaceAll(name, MASK), text)
}

/** How a school is written: in full, and without the names of the places above it that its name begins with. */
export function schoolNames(name: string, places: readonly string[]): string[] {
  const short = places.reduce(
    (left, place) => (left.startsWith(place) ? left.slice(place.length) : left),
    name,
  )
  return short.length >= 4 ? [name, short] : [name]
}
