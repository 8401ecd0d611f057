/** Exemptions and deferrals as their pages show them: a page of the list, all of it for a file, one with its proof. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { type Keyset, pageOf } from '#app/platform/lists/keyset.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { canExempt, canReadExchangeOf } from './access.ts'
import type { ExchangePolicies } from './eligibility-policy.ts'
import type { ExemptionKind, ExemptionState } from './exemption.ts'
import { peopleInReach } from './reach.sql.server.ts'

const { sql, join } = Prisma

export const EXEMPTIONS_A_PAGE = 50
const ROWS_A_ROUND = 1_000

/** Null is "any". */
export type ExemptionFilter = {
  kind: ExemptionKind | null
  state: ExemptionState | null
  /** This organisation and all below it. */
  orgId: string | null
}

export type ExemptionRow = {
  id: string
  sortKey: string
  personId: string
  name: string
  staffNumber: string
  orgName: string
  kind: string
  validFrom: PlainDate
  /** The first day on which it holds no more. */
  validTo: PlainDate
  documentNo: string | null
  hasProof: boolean
}

const keyOf = ({ sortKey, id }: ExemptionRow) => ({ sort: 'name', value: sortKey, id })

export type ExemptionPage = {
  rows: ExemptionRow[]
  total: number
  previous: Keyset | null
  next: Keyset | null
}

/** One page, by the person's name. */
export async function listExemptions(
  db: Db,
  actor: Actor,
  filter: ExemptionFilter,
  cursor: Keyset | null,
  today: PlainDate,
  pageSize = EXEMPTIONS_A_PAGE,
): Promise<ExemptionPage> {
  const where = await conditions(db, actor, filter, today)
  const total = await count(db, where)
  return { ...pageOf(await readRows(db, where, cursor, pageSize + 1), pageSize, cursor, keyOf), total }
}

/** All of the filter, in rounds. */
export async function* streamExemptions(
  db: Db,
  actor: Actor,
  filter: ExemptionFilter,
  today: PlainDate,
): AsyncGenerator<ExemptionRow[]> {
  const where = await conditions(db, actor, filter, today)
  let cursor: Keyset | null = null
  for (;;) {
    const found: ExemptionRow[] = await readRows(db, where, cursor, ROWS_A_ROUND)
    const last = found.at(-1)
    if (!last) return
    yield found
    if (found.length < ROWS_A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

export type ExemptionRecord = Omit<ExemptionRow, 'sortKey' | 'hasProof'> & {
  version: number
  recordedAt: string
  recordedBy: string | null
  proof: { id: string; name: string; bytes: number } | null
  canEnd: boolean
}

/** One exemption; null when it is not there or its person is not in the reader's scope. */
export async function findExemption(
  db: Db,
  actor: Actor,
  id: string,
  today: PlainDate,
): Promise<ExemptionRecord | null> {
  const one = await db.exchangeExemption.findUnique({
    where: { id },
    include: {
      person: { select: { name: true, staffNumber: true } },
      org: { select: { name: true, lineage: true } },
      proof: { select: { id: true, name: true, content: { select: { bytes: true } } } },
    },
  })
  if (!one) return null
  const { personId, person, org, recordedById, proof } = one
  const place = (await placeOf(db, personId, today)) ?? org
  if (!canReadExchangeOf(actor, { ...place, personId })) return null
  const recorder = recordedById ? await db.account.findUnique({ where: { id: recordedById } }) : null
  return {
    id,
    personId,
    ...person,
    orgName: org.name,
    kind: one.kind,
    validFrom: fromDbDate(one.validFrom),
    validTo: fromDbDate(one.validTo),
    documentNo: one.documentNo,
    version: one.version,
    recordedAt: one.recordedAt.toISOString(),
    recordedBy: recorder?.displayName ?? null,
    proof: proof && { id: proof.id, name: proof.name, bytes: proof.content.bytes },
    canEnd: canExempt(actor, { ...place, personId }) && fromDbDate(one.validTo) > today,
  }
}

async function conditions(
  db: Db,
  actor: Actor,
  { kind, state, orgId }: ExemptionFilter,
  today: PlainDate,
): Promise<Prisma.Sql> {
  const all = [
    sql`e.valid_from <= ${today}::date and ${today}::date < e.valid_to`,
    await peopleInReach(db, actor, orgId),
    kind && sql`x.kind = ${kind}`,
    state === 'upcoming' && sql`x.valid_from > ${today}::date`,
    state === 'in_force' && sql`x.valid_from <= ${today}::date and x.valid_to > ${today}::date`,
    state === 'ended' && sql`x.valid_to <= ${today}::date`,
  ]
  return join(
    all.filter((one) => one instanceof Prisma.Sql),
    ' and ',
  )
}

async function count(db: Db, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from exchange_exemption x
    join roster_entry e on e.person_id = x.person_id where ${where}`
  return row?.count ?? 0
}

async function readRows(
  db: Db,
  where: Prisma.Sql,
  cursor: Keyset | null,
  limit: number,
): Promise<ExemptionRow[]> {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`(e.sort_key, x.id) ${falls ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`
    : sql`true`
  return db.$queryRaw<ExemptionRow[]>`
    select x.id, e.sort_key as "sortKey", e.person_id as "personId", e.name, e.staff_number as "staffNumber",
      o.name as "orgName", x.kind, x.valid_from::text as "validFrom", x.valid_to::text as "validTo",
      x.document_no as "documentNo", x.proof_id is not null as "hasProof"
    from exchange_exemption x
    join roster_entry e on e.person_id = x.person_id
    join organisation o on o.id = e.org_id
    where ${where} and ${beyond}
    order by e.sort_key ${order}, x.id ${order} limit ${limit}`
}

/** All of one person, the latest first. Whether the reader may see them is asked before. */
export async function exemptionsOf(
  db: Db,
  personId: string,
): Promise<{ id: string; kind: string; validFrom: PlainDate; validTo: PlainDate }[]> {
  const held = await db.exchangeExemption.findMany({
    where: { personId },
    select: { id: true, kind: true, validFrom: true, validTo: true },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  })
  return held.map(({ id, kind, validFrom, validTo }) => ({
    id,
    kind,
    validFrom: fromDbDate(validFrom),
    validTo: fromDbDate(validTo),
  }))
}

/** How many in the reader's reach hold today and lapse by `until`, and the first of them. */
export async function exemptionsLapsing(
  db: Db,
  actor: Actor,
  today: PlainDate,
  until: PlainDate,
): Promise<{ count: number; first: { id: string; name: string; validTo: PlainDate } | null }> {
  const where = await conditions(db, actor, { kind: null, state: 'in_force', orgId: null }, today)
  const rows = await db.$queryRaw<{ id: string; name: string; validTo: PlainDate; count: number }[]>`
    select x.id, e.name, x.valid_to::text as "validTo", count(*) over ()::int as count
    from exchange_exemption x join roster_entry e on e.person_id = x.person_id
    where ${where} and x.valid_to <= ${until}::date
    order by x.valid_to, e.sort_key, x.id limit 1`
  const [first = null] = rows
  return { count: first?.count ?? 0, first }
}

/** How large a proof may be at a place on a day. */
export async function proofMegabytes(db: Db, organisationId: string, day: PlainDate): Promise<number> {
  const policies: ExchangePolicies = await policiesAt(db, organisationId, day)
  return policies.use('exchange.proof_megabytes').value
}
