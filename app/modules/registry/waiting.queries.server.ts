/** What waits for a reader in the registry: counts for the home page, and the list of those who retire soon. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, isEmptyScope, resolveScope, type Scope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, addMonths, addYears, type PlainDate } from '#app/platform/dates.ts'
import { ACTIVE_STATUSES } from './codes/index.ts'
import { type RetirementCategory, retirementOf } from './retirement.ts'
import { type BirthRange, bornToRetire } from './retiring.ts'

const retiringMonths = 3
const beginningDays = 30
/** How far back somebody past the statutory date is looked for. */
const overdueYears = 10
const mostRetiring = 500

export type RetiringPerson = {
  personId: string
  name: string
  staffNumber: string
  organisationId: string
  organisation: string
  birthDate: PlainDate
  retiresOn: PlainDate
}

export type Beginning = { count: number; first: { personId: string; name: string; on: PlainDate } | null }

const rosterColumns = {
  prefecture: Prisma.sql`entry.prefecture_id`,
  county: Prisma.sql`entry.county_id`,
  organisation: Prisma.sql`entry.org_id`,
}

/** A woman in a worker post retires by the workers' line; everybody else by the cadres'. */
const isWorker = Prisma.sql`(entry.post_category = '4' or (entry.post_category is null and entry.staff_category = 'worker'))`

function bornIn({ sex, category, bornFrom, bornBefore }: BirthRange): Prisma.Sql {
  const post = category === 'worker' ? isWorker : Prisma.sql`not coalesce(${isWorker}, false)`
  return Prisma.sql`(entry.sex = ${sex} and ${post}
    and coalesce(entry.birth_date, date '9999-12-31') >= ${bornFrom}::date
    and coalesce(entry.birth_date, date '9999-12-31') < ${bornBefore}::date)`
}

type RetiringRow = {
  personId: string
  name: string
  staffNumber: string
  sex: '1' | '2'
  isWorker: boolean
  organisationId: string
  organisation: string
  birthDate: Date
}

/** People in service within scope who reach the statutory age in [from, before), at most 500, the first to go first. */
async function retiringBetween(db: Db, scope: Scope, day: PlainDate, from: PlainDate, before: PlainDate) {
  const ranges = bornToRetire(from, before).map(bornIn)
  const rows = await db.$queryRaw<RetiringRow[]>`
    select entry.person_id as "personId", entry.name, entry.staff_number as "staffNumber", entry.sex,
           coalesce(${isWorker}, false) as "isWorker", entry.birth_date as "birthDate",
           entry.org_id as "organisationId", place.name as organisation
    from roster_entry entry join organisation place on place.id = entry.org_id
    where (${Prisma.join(ranges, ' or ')}) and ${inScope(scope, rosterColumns)}
      and entry.valid_from <= ${day}::date and ${day}::date < entry.valid_to
      and entry.status = any(${[...ACTIVE_STATUSES]}::text[])
    limit ${mostRetiring}`
  return rows.map(retiringPerson).sort((a, b) => (a.retiresOn < b.retiresOn ? -1 : 1))
}

function retiringPerson({ sex, isWorker: worker, birthDate, ...rest }: RetiringRow): RetiringPerson {
  const category: RetirementCategory = worker ? 'worker' : 'cadre'
  const born = fromDbDate(birthDate)
  return { ...rest, birthDate: born, retiresOn: retirementOf({ birthDate: born, sex, category }).date }
}

/** Who reaches the statutory age within three months, and who is past it and still in service. */
export async function listRetiring(
  db: Db,
  actor: Actor,
  day: PlainDate,
): Promise<{ soon: RetiringPerson[]; overdue: RetiringPerson[] }> {
  const scope = await resolveScope(db, scopeOf(actor, 'staff:read'))
  if (isEmptyScope(scope)) return { soon: [], overdue: [] }
  const soon = await retiringBetween(db, scope, day, day, addMonths(day, retiringMonths))
  const overdue = await retiringBetween(db, scope, day, addYears(day, -overdueYears), day)
  return { soon, overdue }
}

/** Appointments within scope that begin in the next thirty days. */
export async function countBeginning(db: Db, actor: Actor, day: PlainDate): Promise<Beginning> {
  const scope = await resolveScope(db, scopeOf(actor, 'staff:read'))
  if (isEmptyScope(scope)) return { count: 0, first: null }
  const rows = await db.$queryRaw<{ personId: string; name: string; on: Date; count: bigint }[]>`
    select entry.person_id as "personId", entry.name, entry.valid_from as "on", count(*) over () as count
    from roster_entry entry
    where entry.valid_from > ${day}::date and entry.valid_from <= ${addDays(day, beginningDays)}::date
      and ${inScope(scope, rosterColumns)}
      and exists (select from appointment post where post.person_id = entry.person_id
        and post.valid_from = entry.valid_from and post.is_main)
    order by entry.valid_from, entry.person_id limit 1`
  const [first] = rows
  if (!first) return { count: 0, first: null }
  const { personId, name, on, count } = first
  return { count: Number(count), first: { personId, name, on: fromDbDate(on) } }
}

const ready = 'ready'
const done = 'committed'
const recentDays = 30

/** Imports of the reader's scope that wait for a decision, and rows that recent ones rejected. */
export async function importsWaiting(db: Db, actor: Actor, day: PlainDate) {
  const scope = scopeOf(actor, 'staff:import')
  if (scope.length === 0) return { ready: 0, rejected: 0, rejectedBatchId: null }
  const batches = await db.importBatch.findMany({
    where: {
      organisation: { lineage: { hasSome: scope } },
      state: { in: [ready, done] },
      createdAt: { gte: new Date(addDays(day, -recentDays)) },
    },
    select: { id: true, state: true, counts: true },
    orderBy: { createdAt: 'desc' },
    take: 50,
  })
  const rejecting = batches.filter((batch) => batch.state === done && rejectedOf(batch.counts) > 0)
  return {
    ready: batches.filter((batch) => batch.state === ready).length,
    rejected: rejecting.reduce((sum, batch) => sum + rejectedOf(batch.counts), 0),
    rejectedBatchId: rejecting[0]?.id ?? null,
  }
}

function rejectedOf(counts: Prisma.JsonValue): number {
  const isCounts = counts !== null && typeof counts === 'object' && !Array.isArray(counts)
  return isCounts && typeof counts.rejected === 'number' ? counts.rejected : 0
}
