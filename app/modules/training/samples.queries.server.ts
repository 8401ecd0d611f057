/** Samples as their pages show them: those within reach, and one with what was drawn, school by school. */
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Verdict } from './samples.commands.server.ts'

const { sql } = Prisma

/** A county draws a few a year. */
const MOST_SAMPLES = 200

export type SampleRow = {
  id: string
  county: string
  firstDay: PlainDate
  lastDay: PlainDate
  drawnAt: string
  drawnBy: string
  drawn: number
  judged: number
  failed: number
}

/** The latest first. */
export async function listSamples(db: Db, actor: Actor): Promise<SampleRow[]> {
  const scope = await resolveScope(db, scopeOf(actor, 'training:read'))
  const mine = inScope(scope, {
    prefecture: sql`o.prefecture_id`,
    county: sql`o.county_id`,
    organisation: sql`o.id`,
  })
  return db.$queryRaw<SampleRow[]>`
    select s.id, o.name as county, s.first_day::text as "firstDay", s.last_day::text as "lastDay",
      to_json(s.drawn_at) #>> '{}' as "drawnAt", s.drawn_by_name as "drawnBy", count(*)::int as drawn,
      count(e.verdict)::int as judged, (count(*) filter (where e.verdict = 'failed'))::int as failed
    from training_sample s join organisation o on o.id = s.org_id
    join training_sample_entry e on e.sample_id = s.id
    where ${mine} group by s.id, o.name order by s.drawn_at desc, s.id desc limit ${MOST_SAMPLES}`
}

export type DrawnRow = {
  entryId: string
  name: string
  staffNumber: string
  school: string
  title: string
  tenths: number
  isWhole: boolean
  verdict: Verdict | null
  note: string | null
}

export type SampleRecord = Omit<SampleRow, 'drawn' | 'judged' | 'failed'> & {
  seed: string
  share: number
  failShare: number
  rows: DrawnRow[]
}

/** One sample with everything drawn, by school; null where it is not there, or not the reader's to see. */
export async function findSample(db: Db, actor: Actor, id: string): Promise<SampleRecord | null> {
  const found = await db.trainingSample.findUnique({ where: { id }, include: { org: true } })
  if (!found || !can(actor, 'training:read', found.org)) return null
  const rows = await db.$queryRaw<DrawnRow[]>`
    select e.entry_id as "entryId", p.name, p.staff_number as "staffNumber", o.name as school, x.title, x.tenths,
      e.is_whole as "isWhole", e.verdict, e.note
    from training_sample_entry e join training_entry x on x.id = e.entry_id
    join person p on p.id = x.person_id join organisation o on o.id = x.org_id
    where e.sample_id = ${id}::uuid order by o.sort_key, o.id, e.is_whole, p.sort_key, x.id`
  const { org, seed, share, failShare, drawnAt, drawnByName } = found
  return {
    ...{ id, county: org.name, seed, share, failShare, rows, drawnBy: drawnByName },
    ...{ firstDay: fromDbDate(found.firstDay), lastDay: fromDbDate(found.lastDay) },
    drawnAt: drawnAt.toISOString(),
  }
}

/** Of one that a sample has drawn, whose it is and whether it is still to be judged; null where it is not the reader's to see. */
export async function findDrawn(
  db: Db,
  actor: Actor,
  sampleId: string,
  entryId: string,
): Promise<{ county: string; canJudge: boolean } | null> {
  const found = await db.trainingSampleEntry.findUnique({
    where: { sampleId_entryId: { sampleId, entryId } },
    include: { sample: { include: { org: true } } },
  })
  if (!found || !can(actor, 'training:read', found.sample.org)) return null
  const { org } = found.sample
  return { county: org.name, canJudge: found.verdict === null && can(actor, 'training:sample', org) }
}

/** Counties and zones in which the actor draws samples. */
export async function countiesToSample(db: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    select id, name from organisation where kind in ('county', 'zone')
      and lineage && ${scopeOf(actor, 'training:sample')}::uuid[] order by code`
}
