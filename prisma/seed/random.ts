/** Seeded chance for the demo data: the same seed gives the same rows on every machine, whatever the clock says. */
import type { PlainDate } from '#app/platform/dates.ts'

/** A value and how often it comes up, in any unit. */
export type Weighted<Value> = readonly (readonly [value: Value, weight: number])[]

export type Random = {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<Value>(list: readonly Value[]): Value
  weighted<Value>(choices: Weighted<Value>): Value
}

/** A generator of its own for a key, so that one school's rows do not move when another school changes. */
export function randomOf(key: string): Random {
  let state = hashOf(key)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => present(list[int(0, list.length - 1)]),
    weighted(choices) {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
      let left = next() * total
      for (const [value, weight] of choices) {
        left -= weight
        if (left < 0) return value
      }
      return present(choices.at(-1))[0]
    },
  }
}

/** UUIDv7 ids in rising order, of the day given: rows land at the end of their indexes as they are made. */
export function idSequence(day: PlainDate): () => string {
  const start = Date.parse(`${day}T00:00:00Z`)
  const random = randomOf(`ids ${day}`)
  let made = 0
  return () => {
    const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')
    const time = hex(start + (made >> 12), 12)
    const counter = hex(made & 0xfff, 3)
    made += 1
    const tail = hex(random.int(0, 0xffffff), 6) + hex(random.int(0, 0xffffff), 6)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${hex(random.int(0x8000, 0xbfff), 4)}-${tail}`
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}
