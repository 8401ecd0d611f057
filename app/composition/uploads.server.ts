/** Which pages take files, and how many bytes of one, as their rooms say. */
import type { Settings } from '#app/platform/env.server.ts'
import { rooms } from './register.server.ts'

export function uploadsFor(settings: Settings): ReadonlyMap<string, number> {
  const entries = rooms().flatMap(({ uploads = [] }) => uploads)
  return new Map(entries.map(({ path, maxBytes }) => [path, maxBytes(settings)]))
}
