/**
 * A short-lived key to one batch's progress, given to whoever may see the batch. On the embedded database a commit keeps
 * the one connection busy: with the key the page can go on asking, without a look at the session.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { settings } from '#app/platform/env.server.ts'

const VALID_MS = 60 * 60 * 1000

/** A key to the progress of this batch, good for an hour from `now` (milliseconds). */
export function progressKey(batchId: string, now: number): string {
  const until = String(now + VALID_MS)
  return `${until}.${seal(batchId, until)}`
}

/** Whether the key was given for this batch and is still good. */
export function opensProgress(batchId: string, key: string | null, now: number): boolean {
  const [until = '', sealed = ''] = (key ?? '').split('.')
  const expected = seal(batchId, until)
  if (sealed.length !== expected.length || !timingSafeEqual(Buffer.from(sealed), Buffer.from(expected)))
    return false
  return now < Number(until)
}

function seal(batchId: string, until: string): string {
  return createHmac('sha256', settings().dataKey).update(`import-progress:${batchId}:${until}`).digest('hex')
}
