/** What somebody has opened or applied for, over all rooms: the newest first, a page by keyset. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type BoundedCount, bounded } from '#app/platform/lists/bounded-count.ts'
import { boundedTotal } from '#app/platform/lists/count.server.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import type { CaseState } from './move.ts'

const { sql, empty } = Prisma
const PAGE = 50
const ROWS_A_ROUND = 1_000

export type OwnCase = {
  id: string
  process: string
  title: string
  state: CaseState
  step: number
  orgName: string
  openedAt: Date
  decidedAt: Date | null
}

type OwnRow = OwnCase & { total: number }

export type OwnPage = PageOf<OwnCase> & { total: BoundedCount }

const keyOf = ({ id }: OwnCase) => ({ sort: 'id', value: id, id })

/** One page of them. */
export async function listOwnCases(db: Db, actor: Actor, cursor: Keyset | null): Promise<OwnPage> {
  const rows = await readOwn(db, actor, cursor, PAGE + 1)
  return { ...pageOf(rows, PAGE, cursor, keyOf), total: bounded(rows[0]?.total ?? 0) }
}

/** All of them, in rounds. */
export async function* streamOwnCases(db: Db, actor: Actor): AsyncGenerator<OwnCase[]> {
  let cursor: Keyset | null = null
  for (;;) {
    const rows: OwnRow[] = await readOwn(db, actor, cursor, ROWS_A_ROUND)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < ROWS_A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

/** Ids grow with time. Somebody's own are few: both halves come whole from their indexes. */
async function readOwn(db: Db, actor: Actor, cursor: Keyset | null, limit: number): Promise<OwnRow[]> {
  const own = sql`select id from approval_case where opened_by_id = ${actor.accountId}::uuid
    union select case_id from approval_party where person_id = ${actor.personId}::uuid and relation = 'applicant'`
  const falls = cursor?.towards === 'previous'
  const beyond = cursor ? sql`where c.id ${falls ? sql`>` : sql`<`} ${cursor.id}::uuid` : empty
  return db.$queryRaw<OwnRow[]>`
    with own as (${own})
    select c.id, c.process, c.title, c.state, c.step, o.name as "orgName", c.opened_at as "openedAt", c.decided_at as "decidedAt",
      (${boundedTotal(sql`from own`)}) as total
    from own join approval_case c on c.id = own.id join organisation o on o.id = c.organisation_id
    ${beyond} order by c.id ${falls ? sql`asc` : sql`desc`} limit ${limit}`
}
