/** Which way of reading a sheet to begin with: what was decided, what is remembered of its sender, or the best guess. */
import { suggestMapping } from '#app/platform/sheets/match-headings.ts'
import type { Sheet } from '#app/platform/sheets/sheet.ts'
import { type Mapping, type Profile, plainOptions } from './batch.ts'
import type { Subject } from './subject.ts'

/** What is otherwise than in the sender's last such file: columns that are new, and mapped ones that are gone. */
export type Difference = { fresh: string[]; gone: string[] }

export type Chosen = {
  profile: Profile
  /** Its headings are exactly those of a saved or built-in profile. */
  isKnown: boolean
  differs: Difference | null
  /** It is what somebody has decided for this very batch. */
  isSet?: boolean
}

/** `profileKey`: the profile that a person chose; `set`: what is decided for this batch already. */
export function chooseProfile(
  subject: Subject,
  sheet: Sheet,
  profiles: readonly Profile[],
  profileKey: string | undefined,
  set: Profile | null,
): Chosen {
  const chosen = profiles.find(({ key }) => key === profileKey)
  if (chosen) return { profile: onlyThere(chosen, sheet), isKnown: true, differs: null }
  if (set && profileKey === undefined)
    return { profile: onlyThere(set, sheet), isKnown: set.id !== null, isSet: true, differs: null }
  const known = profiles.find(({ mapping }) => fits(mapping, sheet.headings))
  if (known) return { profile: known, isKnown: true, differs: differenceOf(known, sheet) }
  const guess = guessedMapping(subject, sheet)
  const likely = mostlyThere(profiles, sheet)
  if (!likely) {
    const source = subject.source
    const profile = { id: null, key: '', name: '', source, mapping: guess, options: plainOptions }
    return { profile, isKnown: false, differs: null }
  }
  const differs = differenceOf(likely, sheet)
  const kept = onlyThere(likely, sheet)
  const fresh = Object.entries(guess).filter(
    ([key, heading]) => !kept.mapping[key] && heading !== undefined && differs?.fresh.includes(heading),
  )
  return {
    profile: { ...kept, mapping: { ...Object.fromEntries(fresh), ...kept.mapping } },
    isKnown: false,
    differs,
  }
}

/** Of what was mapped before, so much must be there for a file to be the sender's next one. */
const LIKE_BEFORE = 0.6

/** The remembered way to read a file of which most is there again. */
function mostlyThere(profiles: readonly Profile[], { headings }: Sheet): Profile | undefined {
  const shares = profiles
    .filter(({ id }) => id !== null)
    .map((profile) => {
      const wanted = Object.values(profile.mapping)
      const there = wanted.filter((heading) => heading !== undefined && headings.includes(heading))
      return { profile, share: wanted.length === 0 ? 0 : there.length / wanted.length }
    })
  const [best] = shares.sort((a, b) => b.share - a.share)
  return best && best.share >= LIKE_BEFORE ? best.profile : undefined
}

function differenceOf({ mapping, options }: Profile, { headings }: Sheet): Difference | null {
  const before = options.headings
  if (!before) return null
  const fresh = headings.filter((heading) => !before.includes(heading))
  const gone = Object.values(mapping).filter(
    (heading): heading is string => heading !== undefined && !headings.includes(heading),
  )
  return fresh.length + gone.length > 0 ? { fresh, gone } : null
}

/** The best guess of which column is which field. */
export function guessedMapping({ fields, tidy }: Subject, { headings }: Sheet): Mapping {
  const guessed = Object.entries(fields).filter(([, { isForRecipes }]) => !isForRecipes)
  const suggested = suggestMapping(
    headings,
    guessed.map(([key, { aliases, avoids, never }]) => ({ key, aliases, avoids, never })),
  )
  const mapping: Mapping = {}
  for (const [key, column] of Object.entries(suggested)) {
    const heading = column === null ? undefined : headings[column]
    if (heading !== undefined) mapping[key] = heading
  }
  return tidy?.(mapping, headings) ?? mapping
}

function fits(mapping: Mapping, headings: readonly string[]): boolean {
  const wanted = Object.values(mapping)
  return wanted.length > 0 && wanted.every((heading) => heading === undefined || headings.includes(heading))
}

function onlyThere(profile: Profile, { headings }: Sheet): Profile {
  const there = Object.entries(profile.mapping).filter(
    ([, heading]) => heading !== undefined && headings.includes(heading),
  )
  return { ...profile, mapping: Object.fromEntries(there) }
}
