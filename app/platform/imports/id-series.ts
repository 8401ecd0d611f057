/** Ids for many rows at once: UUIDv7 that rise by one, so that every index they enter grows at its end. */
import { newId } from '#app/platform/ids.ts'

const TAIL_DIGITS = 12
const TAIL_LIMIT = 2 ** 48

/** A maker of rising ids that begin at the moment given. */
export function idSeries(now?: number): () => string {
  const first = newId(now)
  const head = first.slice(0, -TAIL_DIGITS)
  // The first bit is left free: 140 million million ids before the tail could run over.
  let tail = Number.parseInt(first.slice(-TAIL_DIGITS), 16) % (TAIL_LIMIT / 2)
  return () => {
    tail += 1
    return head + tail.toString(16).padStart(TAIL_DIGITS, '0')
  }
}
