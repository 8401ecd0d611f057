/** Writes where schools lie: all that was pasted, or nothing. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { groupedBy } from '#app/platform/grouped.ts'
import { schoolsCalled } from './places.queries.server.ts'
import { type PlaceLine, type RefusedLine, readPlaceLines } from './school-place.ts'

export type PlacesRefusal = 'no_lines' | 'lines_refused'

const refuse: Refuse<PlacesRefusal> = refuseAct

type Found = PlaceLine & { orgId: string }

/** Every line as it would be written, and every one that cannot be: over schools whose rounds the actor runs. */
export async function foundPlaces(
  db: Db,
  actor: Actor,
  text: string,
): Promise<{ found: Found[]; refused: RefusedLine[] }> {
  const { lines, refused } = readPlaceLines(text)
  const named = lines.map(({ school }) => school)
  const schools = await schoolsCalled(db, actor, 'exchange:round', named)
  const byName = groupedBy(
    schools.flatMap(({ id, code, name }) => [code, name].map((called) => ({ id, called }))),
    ({ called }) => called,
  )
  const found: Found[] = []
  const taken = new Set<string>()
  for (const line of lines) {
    const called = [...new Set(byName.get(line.school)?.map(({ id }) => id))]
    const [orgId] = called
    const text = `${line.school} ${line.latitude} ${line.longitude}`
    if (orgId === undefined) refused.push({ line: line.line, text, reason: 'unknown' })
    else if (called.length > 1) refused.push({ line: line.line, text, reason: 'several' })
    else if (taken.has(orgId)) refused.push({ line: line.line, text, reason: 'twice' })
    else found.push({ ...line, orgId })
    if (orgId !== undefined) taken.add(orgId)
  }
  return { found, refused: refused.toSorted((a, b) => a.line - b.line) }
}

export function savePlaces(
  db: PrismaClient,
  actor: Actor,
  input: { text: string } & Keyed,
): Promise<Outcome<{ count: number }, PlacesRefusal>> {
  return perform(db, actor, {
    name: 'savePlaces',
    input,
    async lock(tx) {
      const { found, refused } = await foundPlaces(tx, actor, input.text)
      if (refused.length > 0) refuse('lines_refused')
      if (found.length === 0) refuse('no_lines')
      return found
    },
    async write(tx, found) {
      await tx.$executeRaw`
        insert into exchange_school_place (org_id, latitude, longitude)
        select * from unnest(${found.map(({ orgId }) => orgId)}::uuid[], ${found.map(({ latitude }) => latitude)}::float8[],
          ${found.map(({ longitude }) => longitude)}::float8[])
        on conflict (org_id) do update set latitude = excluded.latitude, longitude = excluded.longitude`
      const events = found.map(({ orgId, latitude, longitude }) => ({
        ...{ action: 'place.told', organisationId: orgId, subject: `organisation:${orgId}` },
        after: { latitude, longitude },
      }))
      return { done: { count: found.length }, events }
    },
  })
}
