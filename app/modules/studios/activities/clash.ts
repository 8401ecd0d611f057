/**
 * Who and what is wanted twice at once: people, rooms, whole schools that are closed. Pure; moments are milliseconds, ranges half open.
 * The database refuses two bookings of one key at once by itself; this finds them all beforehand, with what each is.
 */

/** What cannot be in two places: `person:<id>`, `room:<school>:<name>`. */
export type BookedKey = string

export type Booking = { id: string; keys: readonly BookedKey[]; from: number; to: number }

export type Clash = { wished: string; booked: string; key: BookedKey; from: number; to: number }

/** Every key of a wish that a booking, or another wish, holds at the same time; in the order of time, then of wish. */
export function clashesOf(wishes: readonly Booking[], bookings: readonly Booking[]): Clash[] {
  const wanted = new Set(wishes.flatMap(({ keys }) => keys))
  const held = new Map<BookedKey, { of: Booking; isWish: boolean }[]>()
  const all = [
    ...bookings.map((of) => ({ of, isWish: false })),
    ...wishes.map((of) => ({ of, isWish: true })),
  ]
  for (const one of all)
    for (const key of new Set(one.of.keys)) {
      if (!wanted.has(key) || one.of.to <= one.of.from) continue
      const own = held.get(key)
      if (own) own.push(one)
      else held.set(key, [one])
    }
  const clashes: Clash[] = []
  for (const [key, own] of held) clashes.push(...clashesOfKey(key, own))
  return clashes.sort(
    (a, b) =>
      a.from - b.from || compare(a.wished, b.wished) || compare(a.booked, b.booked) || compare(a.key, b.key),
  )
}

/** By the time at which they begin: who is still there when the next comes clashes with it. */
function clashesOfKey(key: BookedKey, own: { of: Booking; isWish: boolean }[]): Clash[] {
  const clashes: Clash[] = []
  const sorted = [...own].sort(
    (a, b) => a.of.from - b.of.from || a.of.to - b.of.to || compare(a.of.id, b.of.id),
  )
  let open: typeof sorted = []
  for (const next of sorted) {
    open = open.filter(({ of }) => of.to > next.of.from)
    for (const before of open) {
      if (!before.isWish && !next.isWish) continue
      const [wish, other] = next.isWish ? [next.of, before.of] : [before.of, next.of]
      clashes.push({
        ...{ wished: wish.id, booked: other.id, key },
        ...{ from: next.of.from, to: Math.min(before.of.to, next.of.to) },
      })
    }
    open.push(next)
  }
  return clashes
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
