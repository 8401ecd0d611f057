/**
 * Ids for many rows at once: UUIDv7 that rise within their first 60 bits. Every index they enter grows at its end, and
 * a GiST index (of titles, of statuses) can tell neighbours apart: it reads an id as a float and sees no further.
 */
import { newId } from '#app/platform/ids.ts'

/** Of 4096 a millisecond, so that neighbours stay apart when the float is rounded. */
const STEP = 4
const COUNTS = 4096

/** A maker of rising ids that begin at the moment given; 200,000 reach 0.2 seconds beyond it. */
export function idSeries(now: number = Date.now()): () => string {
  const tail = newId(now).slice(18)
  let moment = now
  let count = 0
  let head = headOf(moment)
  return () => {
    const id = `${head}${count.toString(16).padStart(3, '0')}${tail}`
    count += STEP
    if (count >= COUNTS) {
      count = 0
      moment += 1
      head = headOf(moment)
    }
    return id
  }
}

/** Time and version: the first 15 characters of a UUIDv7 of that moment. */
function headOf(moment: number): string {
  const time = moment.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7`
}
