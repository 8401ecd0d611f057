/** What every room knows of somebody's life, for the record's timeline. */
import type { LifeEvent, Reading } from '#app/platform/manifest/manifest.ts'
import { rooms } from './register.server.ts'

export async function eventsOf(reading: Reading, personId: string): Promise<LifeEvent[]> {
  const events: LifeEvent[] = []
  for (const { timeline } of rooms()) {
    if (timeline) events.push(...(await timeline(reading, personId)))
  }
  return events
}
