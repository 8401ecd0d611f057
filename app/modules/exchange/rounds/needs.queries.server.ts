/** What the schools of a round offer, as its page and its file show it. */
import { designated } from '#app/modules/registry/index.server.ts'
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import type { RoundRow } from './rounds.queries.server.ts'

const { sql } = Prisma

export const NEEDS_A_PAGE = 100
const ROWS_A_TURN = 1_000

export type NeedRow = {
  id: string
  roundId: string
  /** The host school 接收学校. */
  orgId: string
  orgName: string
  orgCode: string
  lineage: string[]
  sortKey: string
  placeType: string | null
  isWeak: boolean
  isSmall: boolean
  form: string
  stage: string
  subject: string
  places: number
  validFrom: PlainDate
  /** The first day after it. */
  validTo: PlainDate
  note: string
  version: number
}

const keyOf = ({ sortKey, id }: NeedRow) => ({ sort: 'school', value: sortKey, id })

/**
 * While schools still list, each sees its own, and the county all; what is signed off is open to everybody who may read the
 * round.
 */
function readableNeeds(actor: Actor, { state }: Pick<RoundRow, 'state'>): Prisma.Sql {
  if (state !== 'needs') return sql`true`
  return sql`o.lineage && ${scopeOf(actor, 'exchange:read')}::uuid[]`
}

/** Whether the host (o) of a need (n) is designated so on the first day of the posting. */
export const isDesignated = (kind: 'weak' | 'small') => designated(kind, sql`n.valid_from`)

const columns = sql`n.id, n.round_id as "roundId", n.org_id as "orgId", o.name as "orgName", o.code as "orgCode", o.lineage, o.sort_key as "sortKey",
  o.place_type as "placeType", ${isDesignated('weak')} as "isWeak", ${isDesignated('small')} as "isSmall", n.form, n.stage,
  n.subject, n.places, n.valid_from::text as "validFrom", n.valid_to::text as "validTo", n.note, n.version`

/** One page, by school. */
export async function listNeeds(
  db: Db,
  actor: Actor,
  round: RoundRow,
  cursor: Keyset | null,
  pageSize = NEEDS_A_PAGE,
): Promise<PageOf<NeedRow>> {
  return pageOf(await readNeeds(db, actor, round, cursor, pageSize + 1), pageSize, cursor, keyOf)
}

/** All of them, in turns. */
export async function* streamNeeds(db: Db, actor: Actor, round: RoundRow): AsyncGenerator<NeedRow[]> {
  let cursor: Keyset | null = null
  for (;;) {
    const found: NeedRow[] = await readNeeds(db, actor, round, cursor, ROWS_A_TURN)
    const last = found.at(-1)
    if (!last) return
    yield found
    if (found.length < ROWS_A_TURN) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

async function readNeeds(
  db: Db,
  actor: Actor,
  round: RoundRow,
  cursor: Keyset | null,
  limit: number,
): Promise<NeedRow[]> {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`(o.sort_key, n.id) ${falls ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`
    : sql`true`
  return db.$queryRaw<NeedRow[]>`
    select ${columns} from exchange_need n join organisation o on o.id = n.org_id
    where n.round_id = ${round.id}::uuid and ${readableNeeds(actor, round)} and ${beyond}
    order by o.sort_key ${order}, n.id ${order} limit ${limit}`
}

/** The posts of a round in what somebody teaches, once they are signed off. */
export async function needsFor(
  db: Db,
  { id, state }: RoundRow,
  { stage, subject }: { stage: string | null; subject: string | null },
): Promise<NeedRow[]> {
  if (state === 'needs') return []
  return db.$queryRaw<NeedRow[]>`
    select ${columns} from exchange_need n join organisation o on o.id = n.org_id
    where n.round_id = ${id}::uuid and n.stage = ${stage} and n.subject = ${subject}
    order by o.sort_key, n.id`
}

/** One of the round; null when it is not there or not the reader's to see. */
export async function findNeed(db: Db, actor: Actor, round: RoundRow, id: string): Promise<NeedRow | null> {
  const [found] = await db.$queryRaw<NeedRow[]>`
    select ${columns} from exchange_need n join organisation o on o.id = n.org_id
    where n.id = ${id}::uuid and n.round_id = ${round.id}::uuid and ${readableNeeds(actor, round)}`
  return found ?? null
}
